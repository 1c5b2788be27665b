/**
 * A letter to whoever stands behind a document: the form, and what became of it.
 */
import { type LetterReason, letterFields, maxLetter } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { type Element, plainText, textArea, textBlock, toggleField } from '../cards/elements.js';
import { words } from '../cards/frame.js';
import type { Framework } from '../content/library.js';
import { nastyLine } from './exhibit.js';
import type { Answered, Kind } from './kind.js';

/** Why a letter was not sent: nothing stands in it, it is too long, there were enough today, or it could not be kept. */
export type LetterRemark = 'empty' | 'too-long' | 'enough' | 'away';

/** The form: to whom, with what stands in it, and the name that it could be signed with. */
export type LetterFormAnswer = Answered<
  'letter-form',
  {
    readonly to: string;
    readonly reason: LetterReason;
    readonly framework?: Framework | undefined;
    readonly said: string;
    readonly name?: string | undefined;
    readonly signed?: boolean;
    readonly remark?: LetterRemark;
  }
>;

/** It was sent, and to whom; or why it was not, where there is no form any more to say it on. */
export type LetterSentAnswer = Answered<'letter-sent', { readonly to: string; readonly how: 'sent' | 'signed' | 'nobody' | LetterRemark }>;

/** So many days a letter is kept from when it was sent, read or not: a quarter of a year to answer it in. */
export const letterDays = 90;

/** The kind of {@link LetterFormAnswer}. */
export const letterFormKind: Kind<LetterFormAnswer> = {
  name: 'letter-form',
  screens: () => 2,
  failed: ({ remark }) => remark === 'away',
  asked: { 'to-editor': { title: (_question, _here, { t }) => t.letter.button } },
  card: formCard,
  door: ({ reason, framework, to }, { t }) => ({
    title: t.letter.title,
    text: t.letter.door(to),
    label: t.letter.open,
    open: { do: 'letter', act: { act: 'open-letter', reason, ...(framework && { framework: framework.id }) } },
  }),
  exhibits: ({ library }) => {
    const [framework] = library.frameworks;
    const form = { kind: 'letter-form', to: someTaker, framework, next: [] } as const;
    return [
      { ...form, reason: 'silent', said: 'Hvad siger grundlaget om natarbejde?', name: 'Mette Sørensen' },
      { ...form, reason: 'disliked', said: '', name: 'Mette Sørensen' },
      { ...form, reason: 'asked', said: nastyLine, name: 'Mette Sørensen', signed: true, remark: 'enough' },
      { ...form, reason: 'asked', said: '', remark: 'empty' },
    ];
  },
};

/** The kind of {@link LetterSentAnswer}. */
export const letterSentKind: Kind<LetterSentAnswer> = {
  name: 'letter-sent',
  failed: ({ how }) => how === 'away',
  card: sentCard,
  exhibits: () =>
    (['sent', 'signed', 'nobody', 'too-long', 'enough', 'away'] as const).map((how) => ({
      kind: 'letter-sent',
      to: someTaker,
      how,
      next: [],
    })),
};

/** Who takes letters in the gallery. */
export const someTaker = 'HR, lederudvikling@kommunen.dk';

function formCard(answer: LetterFormAnswer, desk: Desk): Draft {
  const { to, reason, framework, said, name, signed = false, remark } = answer;
  const { t, press } = desk;
  const title = reason === 'disliked' ? t.letter.dislikedTitle : t.letter.title;
  const note: Element[] = remark ? [textBlock(t.letter.remark[remark], { weight: 'Bolder', spacing: 'Medium' })] : [];
  return {
    summary: title,
    head: { title },
    body: [
      ...note,
      plainText(t.letter.to(to), {}, { spacing: 'Small' }),
      textArea(letterFields.words, t.letter.label, {
        maxLength: maxLetter,
        placeholder: reason === 'disliked' ? t.letter.dislikedPlaceholder : t.letter.placeholder,
        spacing: 'Medium',
        ...(said && { value: said }),
      }),
      ...(name ? [toggleField(letterFields.signed, t.letter.signLabel, t.letter.sign(name), signed)] : []),
      textBlock(t.letter.kept(letterDays), { size: 'Small', isSubtle: true, spacing: 'Medium' }),
    ],
    actions: [press('letter', { act: 'send-letter', reason, ...(framework && { framework: framework.id }) }, t.letter.send)],
  };
}

function sentCard({ to, how }: LetterSentAnswer, { t }: Desk): Draft {
  const said = t.letter.done[how](to);
  return { summary: said, brief: true, body: words([said]), actions: [] };
}
