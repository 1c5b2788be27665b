import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClean } from '../../src/language/cleaning.js';
import { lexicon } from '../support/content.js';

const clean = createClean(lexicon);
const question = 'Hvad forventes der af en kontorchef?';
const head = 'Fra: Lone Hansen <lone@kommune.dk>\nSendt: 26. november 2026 10:14\nTil: Mette Berg\nEmne: Personaleledelse';

describe('what was sent, cleaned', () => {
  it.each([
    ['a text', question, question],
    ['spaces of all kinds', ' hvad&nbsp;siger\u00a0I  om\ttillid ', 'hvad siger I om tillid'],
    ['lines of a Windows program', 'en\r\nto\r\n\r\n\r\n\r\ntre', 'en\nto\n\ntre'],
    ['tags', '<div>hvad siger grundlaget om tillid?<br></div>', 'hvad siger grundlaget om tillid?'],
    ['letters in bold', '<p>hvad er kontor<b>chef</b></p><p>og nu</p>', 'hvad er kontorchef\n\nog nu'],
    ['a list', '<ul><li>hvad er tillid?</li><li>hvad er fejl?</li></ul>', 'hvad er tillid?\n\nhvad er fejl?'],
    ['what somebody typed between angles', 'hvad skal en <rolle> kunne, er 2 < 3?', 'hvad skal en <rolle> kunne, er 2 < 3?'],
    ['entities', 'tillid &amp; samarbejde, &quot;tryghed&quot; &#230; &#xE5;', 'tillid & samarbejde, "tryghed" æ å'],
    ['entities that are written out', '&amp;lt;b&amp;gt; &lt;b&gt;', '&lt;b&gt; <b>'],
    ['an emoji', 'tak <emoji id="smile" alt="🙂" title="Smil"></emoji>', 'tak 🙂'],
    [
      'a quote in tags',
      `<blockquote itemtype="http://schema.skype.com/Reply"><p>Direktører skal</p></blockquote><p>${question}</p>`,
      question,
    ],
    ['a quote within a quote', `<blockquote>a<blockquote>b</blockquote>c</blockquote>${question}`, question],
    ['a reference to a quote', `<quoted messageId="1700000000001"/> ${question}`, question],
    ['quoted lines', `> Hvad skal en direktør kunne?\n> Ja?\n\n${question}`, question],
    ['a mail below', `${question}\n\n${head}\n\nKære Mette\nHvad er en direktør?`, question],
    [
      'a mail below that says when',
      `${question}\n\nDen tors. 26. nov. 2026 kl. 10.14 skrev Lone Hansen <lone@x.dk>:\n\nHej Mette`,
      question,
    ],
    ['the same on two lines', `${question}\n\nOn Thu, 26 Nov 2026 at 10:14, Lone Hansen\n<lone@x.dk> wrote:\n> Hello`, question],
    ['the mark of an old mail', `${question}\n-----Oprindelig meddelelse-----\nHej`, question],
    ['one line with a colon', 'Emne: feedback', 'Emne: feedback'],
    ['a phone', `${question}\n\nSendt fra min iPhone`, question],
    ['a signature', `${question}\n\nMed venlig hilsen\n\nLone Hansen\nCenterleder\nTlf. 89 40 20 00`, question],
    ['a signature with its name beside', `${question}\nMvh Lone, direktør`, question],
    ['a signature of dashes', `${question}\n--\nLone Hansen\nDirektør`, question],
    ['a question below a signature', `Hej\nMvh Lone\nDirektør\nPS: ${question}`, `Hej\nPS: ${question}`],
    ['what is told below a signature', `Hej\nMvh Lone\nDirektør\nslet mine data`, `Hej\nslet mine data`],
    ['a greeting and no more', 'mvh', 'mvh'],
    ['a web address', 'se https://intra.kommune.dk/side?id=1, hvad siger I om tillid?', 'se , hvad siger I om tillid?'],
    ['a mail address', 'skriv til lone.hansen@kommune.dk om tillid', 'skriv til om tillid'],
    ['dictated marks', 'hvad er trivsel komma og hvad kan jeg gøre spørgsmålstegn', 'hvad er trivsel, og hvad kan jeg gøre?'],
    ['dictated marks in English', 'what is trust question mark new line and why question mark', 'what is trust?\n and why?'],
    ['a mark that is asked about', 'hvad betyder punktum', 'hvad betyder punktum'],
    ['a mark that is a figure of speech', 'hvornår skal man sætte punktum for et projekt', 'hvornår skal man sætte punktum for et projekt'],
    ['a mark in a text with marks', 'Er det komma eller punktum?', 'Er det komma eller punktum?'],
  ])('keeps of %s what its sender wrote', (_name, sent, text) => {
    expect(clean(sent)).toMatchObject({ text, quoted: false });
  });

  it.each([
    ['only a mail', `${head}\n\nKære Mette\n${question}`, `Kære Mette\n${question}`],
    ['a hint at a mail', `Se nedenfor\n\n${head}\n\n${question}`, question],
    ['only a quote', `> ${question}`, question],
    ['only a pasted chat', `[26-11-2026 10:14] Lone Hansen: ${question}`, question],
    ['only a quote in tags', `<blockquote>${question}</blockquote>`, question],
  ])('reads the words of others where %s was sent, and says whose they are', (_name, sent, text) => {
    expect(clean(sent)).toMatchObject({ text, quoted: true });
  });

  it('remembers links, each once, and no mark behind them', () => {
    const sent = '<a href="https://a.dk/x?a=1&amp;b=2">her</a> https://b.dk/y). www.c.dk https://b.dk/y';
    expect(clean(sent).links).toEqual(['https://a.dk/x?a=1&b=2', 'https://b.dk/y', 'www.c.dk']);
    expect(clean('https://b.dk/y').text).toBe('');
  });

  it.each([
    ['a forwarded message', '<attachment id="1786399119244"></attachment>'],
    ['a picture', '<p><img alt="GIF" src="https://x.dk/x.gif" itemtype="http://schema.skype.com/Giphy"></p>'],
    ['a card put in by the composer', '<span class="inline-compose-card" data-id="1"> <span></span> </span>'],
    ['a picture under a quote', '<blockquote>Hej</blockquote><img src="x">'],
  ])('sees that %s is no text', (_name, sent) => expect(clean(sent)).toMatchObject({ text: '', holds: true }));

  it.each([
    ['<blockquote>', 2_000],
    ['</blockquote>', 2_000],
    ['<', 20_000],
    ['<a href="', 2_500],
    ['<img skype.com/Emoji alt=', 900],
    ['&#', 10_000],
    ['a', 20_000],
    ['a@', 10_000],
    ['a.', 10_000],
    ['https://', 2_500],
    ['www.)))', 2_800],
    [')', 20_000],
    ['> ', 10_000],
    ['fra:\n', 4_000],
    ['skrev 10.14:\n', 1_500],
    ['mvh\n', 5_000],
    ['komma ', 3_000],
    ['_', 20_000],
    ['\n', 20_000],
    ['? ', 10_000],
  ])('cleans %j over and over as soon as anything else', (piece, times) => {
    const start = performance.now();
    clean(piece.repeat(times));
    expect(performance.now() - start).toBeLessThan(250);
  });

  it('cleans anything without a throw, to no more than was there', () => {
    const pieces = [
      '<p>',
      '</p>',
      '<blockquote>',
      '</blockquote>',
      '&amp;',
      '\n',
      '> ',
      'Fra: ',
      'Emne: ',
      'mvh',
      ' komma ',
      'https://x.dk ',
      'hvad er tillid? ',
      '@',
      '--',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (sent) => {
        const cleaned = clean(sent);
        expect(cleaned.text.length).toBeLessThanOrEqual(sent.length + 1);
        expect(cleaned.text).toBe(cleaned.text.trim());
      }),
      { numRuns: 400 },
    );
  });
});
