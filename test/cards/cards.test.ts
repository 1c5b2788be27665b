import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerableQuestion, isAnswerable } from '../../src/answers/answerer.js';
import { createCards } from '../../src/answers/cards.js';
import type { Answer } from '../../src/answers/kinds.js';
import type { ReadAs } from '../../src/cards/desk.js';
import type { Message } from '../../src/cards/message.js';
import { textOfCard } from '../../src/cards/plain.js';
import { statementsIn } from '../../src/content/parts.js';
import { questionSchema } from '../../src/understanding/question.js';
import { anybody, loadWorld } from '../answers/world.js';
import { everyQuestion } from './questions.js';
import { findMessageFaults, findOwnFaults, markdownOf, nodesOf } from './rules.js';

const { library, answerer, ask } = loadWorld();
const cards = createCards(library);
const languages = ['da', 'en'] as const;
const questions = everyQuestion(library);

function show(answer: Answer, language: 'da' | 'en' = 'da', reading?: ReadAs): Message {
  return cards(answer, { language, group: false, reading });
}

function textOf(answer: Answer, language: 'da' | 'en' = 'da'): string {
  return textOfCard(show(answer, language).card);
}

describe('every card', () => {
  it.each(languages)('keeps all rules in %s', (language) => {
    const faults = questions.flatMap((question) =>
      findMessageFaults(show(ask(question), language)).map((fault) => `${JSON.stringify(question)}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('keeps all rules for people with a role, in groups and the second time around', () => {
    const faults = library.frameworks.flatMap((framework) =>
      framework.roles.flatMap((role) => {
        const profile = { framework: framework.id, role: role.id };
        const asked: AnswerableQuestion[] = [
          { intent: 'help' },
          { intent: 'reflect' },
          { intent: 'guide' },
          { intent: 'topic', text: 'data' },
          { intent: 'out-of-scope', reason: 'unknown' },
        ];
        return asked.flatMap((question) => findMessageFaults(show(ask(question, { profile, group: true, again: true }))));
      }),
    );
    expect(faults).toEqual([]);
  });

  it('is a card too for what the bot says unasked', () => {
    for (const occasion of ['welcome', 'attachment', 'broken', 'busy', 'long'] as const) {
      for (const language of languages) expect(findMessageFaults(show(answerer.on(occasion, anybody), language))).toEqual([]);
    }
  });
});

describe('every button', () => {
  it('asks a question that the schema knows and that has an answer', () => {
    const known = new Set<string>();
    const dead: string[] = [];
    const queue = [...questions];
    for (let question = queue.shift(); question; question = queue.shift()) {
      const answer = ask(question);
      for (const { type, data } of nodesOf(show(answer).card)) {
        if (type !== 'Action.Submit' || (data as { do: string }).do !== 'ask') continue;
        const next = questionSchema.parse((data as { question: unknown }).question);
        const key = JSON.stringify('not' in next ? { ...next, not: undefined } : next);
        if (known.has(key) || !isAnswerable(next)) continue;
        known.add(key);
        if (ask(next).kind === 'gone') dead.push(key);
        queue.push(next);
      }
    }
    expect(dead).toEqual([]);
    expect(known.size).toBeGreaterThan(100);
  });

  it('never leads back to the card it stands on', () => {
    const loops = questions.filter((question) => ask(question).next.some((next) => JSON.stringify(next) === JSON.stringify(question)));
    expect(loops).toEqual([]);
  });
});

describe('the adopted wording', () => {
  it('of every role stands whole on its card, in both languages', () => {
    for (const question of questions.filter(({ intent }) => intent === 'expectations')) {
      const answer = ask(question);
      if (answer.kind !== 'expectations') throw new Error('no expectations');
      for (const language of languages) {
        const text = textOf(answer, language);
        for (const statement of statementsIn(answer.parts)) for (const line of statement.text.split('\n')) expect(text).toContain(line);
      }
    }
  });

  it('stands in runs beside the line and nowhere as Markdown', () => {
    for (const question of questions.filter(({ intent }) => intent === 'section' || intent === 'competency').slice(0, 60)) {
      const answer = ask(question);
      if (answer.kind !== 'part-of-role') throw new Error('no part');
      const [statement] = statementsIn(answer.parts);
      expect(markdownOf(show(answer)).join('\n')).not.toContain(statement?.text ?? '');
    }
  });

  it('comes with the original spelling where it was mended', () => {
    const mended = library.frameworks.flatMap((framework) => framework.statements).filter(({ original }) => original);
    expect(mended.length).toBeGreaterThan(10);
    for (const { framework, role, original } of mended)
      expect(textOf(ask({ intent: 'expectations', framework, role }))).toContain(original?.split('\n')[0]);
  });

  it('says where its column is uncertain', () => {
    const [doubtful] = library.frameworks.flatMap((framework) => framework.statements).filter(({ uncertain }) => uncertain);
    if (!doubtful) throw new Error('no uncertain statement');
    const question = { intent: 'expectations', framework: doubtful.framework, role: doubtful.role } as const;
    expect(textOf(ask(question))).toContain('Dokumentet viser ikke tydeligt, hvilken rolle udsagnet hører til. Det kan også være');
    expect(textOf(ask(question), 'en')).toMatch(
      /the document does not show clearly which role this statement belongs to\. It may also be \S/,
    );
  });

  it('is said to be Danish on English cards', () => {
    expect(textOf(ask({ intent: 'common', framework: 'sammen' }), 'en')).toContain('the adopted wording, in Danish.');
  });

  it('names document, edition and heading', () => {
    const text = textOf(ask({ intent: 'expectations', framework: 'aarhus-bu-2024', role: 'kontorchef' }));
    expect(text).toContain(
      'Kilde: »God ledelse på alle niveauer i Børn og Unge«, Aarhus Kommune, Børn og Unge, 2024, under »Kontorchefer«.',
    );
  });
});

describe('a comparison of roles', () => {
  it('shows every statement of both sides, and never says that nothing is said where the same is said', () => {
    for (const question of questions.filter(({ intent }) => intent === 'compare-roles')) {
      const answer = ask(question);
      if (answer.kind !== 'compare-roles' || answer.sides.length > 2) continue;
      const text = textOf(answer);
      const statements = answer.sides.flatMap((side) => statementsIn(side.parts));
      if (answer.theme) for (const statement of statements) expect(text).toContain(statement.text.split('\n')[0]);
      if (answer.sides.every((side) => side.parts.length > 0) && answer.theme) expect(text).not.toContain('Her står der ikke noget');
    }
  });
});

describe('a comparison of editions', () => {
  it('marks words by weight, underline and strike-through, and leaves no gap before a comma', () => {
    const answer = ask({ intent: 'compare-editions', older: 'aarhus-bu-2021', newer: 'aarhus-bu-2024', page: 5 });
    const runs = nodesOf(show(answer).card).filter(({ type }) => type === 'TextRun');
    expect(runs.some(({ strikethrough }) => strikethrough)).toBe(true);
    expect(runs.some(({ underline, weight }) => underline && weight === 'Bolder')).toBe(true);
    expect(runs.filter(({ underline, strikethrough }) => underline || strikethrough).every(({ color }) => color === undefined)).toBe(true);
    expect(textOf(answer)).not.toMatch(/ ,/);
  });
});

describe('folding', () => {
  it('shows the first one or two of a section, and the rest on a tap', () => {
    const answer = ask({ intent: 'section', framework: 'aarhus-bu-2024', role: 'direktor', theme: 'lykkes-med' });
    const hidden = nodesOf(show(answer).card)
      .filter(({ isVisible, type }) => isVisible === false && type === 'Container')
      .map((node) => textOfCard({ type: 'AdaptiveCard', body: [node] }));
    if (answer.kind !== 'part-of-role') throw new Error('no part');
    const folded = statementsIn(answer.parts).filter(({ text }) => hidden.some((part) => part.includes(text)));
    const ids = statementsIn(answer.parts).map(({ id }) => id);
    expect(ids.length - folded.length).toBeGreaterThanOrEqual(1);
    expect(ids.length - folded.length).toBeLessThanOrEqual(2);
    expect(folded.map(({ id }) => id)).toEqual(ids.slice(-folded.length));
  });
});

describe('text that a person wrote', () => {
  const nasty = fc.constantFrom('[klik her](https://ond.example)', '**fed**', '`kode`', '_a_', '# stor', '<b>x</b>');

  it('is never read as Markdown', () => {
    const role = library.frameworks[0]?.roles[0];
    if (!role) throw new Error('no role');
    fc.assert(
      fc.property(nasty, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (mark, words) => {
        const said = `${mark}${words.replace(/\s+/g, ' ')}`;
        const also = [{ question: { intent: 'topic', text: 'fejl' }, said }] as const;
        const reading: ReadAs = { corrections: [{ from: said, to: 'kontorchef' }], assumed: { said, role, others: [] }, part: said, also };
        const messages = [
          show(ask({ intent: 'help' }), 'da', reading),
          show({ kind: 'topic', how: 'none', subject: undefined, topic: said, groups: [], beside: [], elsewhere: [], next: [] }),
        ];
        for (const message of messages) {
          expect(findOwnFaults(message.card)).toEqual([]);
          expect(markdownOf(message).filter((text) => text.includes(mark))).toEqual([]);
          expect(textOfCard(message.card)).toContain(mark);
        }
      }),
    );
  });
});

describe('a second miss in a row', () => {
  it('gets another card than the first', () => {
    const first = textOf(ask({ intent: 'out-of-scope', reason: 'unknown' }));
    const second = textOf(
      ask({ intent: 'out-of-scope', reason: 'unknown' }, { again: true, profile: { framework: 'sammen', role: 'chef' } }),
    );
    expect(second).not.toBe(first);
    expect(second).toContain('Hvad forventes der af en chef?');
    expect(second).toContain('Vis alle grundlag');
  });

  it('stays humane when somebody is in distress', () => {
    const text = textOf(ask({ intent: 'out-of-scope', reason: 'distress' }, { again: true }));
    expect(text).toContain('arbejdsmiljørepræsentant');
    expect(text).toContain('112');
    expect(text).not.toContain('Hvad forventes');
  });
});
