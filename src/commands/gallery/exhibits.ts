/**
 * Every kind of card from real content, for people who look at them: editors, reviewers, and tests.
 *
 * What is shown of a kind stands with the kind; here it gets its titles, and whom it is seen by.
 */
import type { Answerer } from '../../answers/answerer.js';
import { type Answer, kindOf, kinds } from '../../answers/kinds.js';
import { someTaker } from '../../answers/letter-form.js';
import { askRole } from '../../answers/next.js';
import type { View } from '../../cards/desk.js';
import type { Language } from '../../content/language.js';

/** One card to look at. */
export type GalleryEntry = { readonly title: string; readonly answer: Answer; readonly view: View };

type Name = Answer['kind'];

const names: readonly Name[] = kinds.map(({ name }) => name);

/** Lists the gallery: Danish cards of every kind, the first of each kind in English too, and a few special views. */
export function listGallery(answerer: Answerer): GalleryEntry[] {
  const exhibits = answerer.exhibits();
  return names.flatMap((name) => {
    const answers = exhibits.filter(({ kind }) => kind === name);
    const danish = answers.map((answer, at): GalleryEntry => ({ title: `${name} ${at + 1}`, answer, view: viewIn('da', answer) }));
    const [first] = answers;
    const english = first ? [{ title: `${name}, English`, answer: first, view: viewIn('en', first) }] : [];
    return [
      ...danish,
      ...english,
      ...specialViews(first),
      ...answers.flatMap(inTwoPlaces),
      ...answers.flatMap(withEditor),
      ...answers.flatMap(withReader),
    ];
  });
}

function viewIn(language: Language, answer: Answer): View {
  return { language, group: isAmongOthers(answer), notes: answer.kind === 'reflect' || answer.kind === 'nudge' };
}

/** Whether a card of the gallery stands among several people. */
function isAmongOthers(answer: Answer): boolean {
  if (answer.kind === 'help') return answer.mention;
  if (answer.kind === 'plan') return answer.shown.group;
  return (answer.kind === 'nudge' || answer.kind === 'plan-none' || answer.kind === 'plan-unclear') && answer.group;
}

/** What is read in a dialog: as it looks there, and what stands in the chat for it. */
function inTwoPlaces(answer: Answer, at: number): GalleryEntry[] {
  const kind = kindOf(answer);
  // An answer of the content alone holds no words that somebody wrote.
  if (!kind.door || kind.fixed?.(answer)) return [];
  const view = viewIn('da', answer);
  return [
    { title: `${answer.kind} ${at + 1}, in a dialog`, answer, view: { ...view, surface: 'dialog' } },
    { title: `${answer.kind} ${at + 1}, in the chat`, answer, view: { ...view, surface: 'chat' } },
  ];
}

/** What it looks like where somebody takes letters, with the button that opens one, in both languages. */
function withEditor(answer: Answer, at: number): GalleryEntry[] {
  if (!offersLetter(answer)) return [];
  const letters = { to: someTaker, said: 'Hvad siger grundlaget om natarbejde?' };
  return (['da', 'en'] as const).map((language) => ({
    title: `${answer.kind} ${at + 1}, with an editor${language === 'en' ? ', English' : ''}`,
    answer,
    view: { ...viewIn(language, answer), letters },
  }));
}

function offersLetter(answer: Answer): boolean {
  switch (answer.kind) {
    case 'refusal':
      return answer.reason === 'unknown' || answer.reason === 'unclear';
    case 'topic':
      return answer.how === 'near' || answer.how === 'none';
    case 'service':
      return answer.about === 'contact';
    case 'smalltalk':
      return answer.tone === 'complaint';
    default:
      return answer.kind === 'rated' && answer.how === 'unread';
  }
}

/** What it looks like where the municipality's language model may be asked, in both languages. */
function withReader(answer: Answer, at: number): GalleryEntry[] {
  if (answer.kind === 'topic' && answer.how === 'chosen') return secondRead(answer);
  if (!saysReader(answer)) return [];
  const title = `${answer.kind} ${at + 1}, with a language model`;
  return [
    { title, answer, view: { ...viewIn('da', answer), reader: true } },
    { title: `${title}, English`, answer, view: { ...viewIn('en', answer), reader: true } },
  ];
}

/** What a language model read, with how the bot itself read it. */
function secondRead(answer: Answer): GalleryEntry[] {
  const second = { here: [{ intent: 'topic', text: 'frivillige' }, { intent: 'help' }] } as const;
  return (['da', 'en'] as const).map((language) => ({
    title: `${answer.kind}, read by a language model${language === 'en' ? ', English' : ''}`,
    answer,
    view: { ...viewIn(language, answer), reading: { corrections: [], second } },
  }));
}

/** Whether a card of the gallery says that a language model may be asked, where it may. */
function saysReader(answer: Answer): boolean {
  if (answer.kind === 'privacy') return answer.seen === undefined;
  return answer.kind === 'help' || (answer.kind === 'export' && answer.part === 1);
}

/** A correction, a title that no document names, and a long message that asks twice. */
function specialViews(answer: Answer | undefined): GalleryEntry[] {
  if (answer?.kind === 'welcome' || answer?.kind === 'reflect')
    return [{ title: `${answer.kind} in a group`, answer, view: { language: 'da', group: true } }];
  if (answer?.kind !== 'expectations') return [];
  const others = answer.framework.roles
    .filter((role) => role !== answer.role)
    .slice(0, 2)
    .map((role) => askRole(answer.framework, role));
  const corrections = [{ from: 'kontorhcef', to: 'kontorchef' }];
  const also = [{ question: { intent: 'topic', text: 'samarbejde' }, said: 'Og hvad siger grundlaget om samarbejde?' }] as const;
  return [
    {
      title: 'expectations, read differently',
      answer,
      view: { language: 'da', group: false, reading: { corrections, assumed: { said: 'mellemleder', role: answer.role, others } } },
    },
    {
      title: 'expectations, of a long message that asks twice',
      answer,
      view: { language: 'da', group: false, reading: { corrections: [], part: 'Hvad forventes der af en kontorchef?', also } },
    },
  ];
}

/** What the cards of the gallery are told apart by: kind and language, and the documents and roles they are about. */
export type Tags = {
  readonly kind: string;
  readonly language: Language;
  readonly frameworks: readonly string[];
  readonly roles: readonly string[];
};

/** The tags of a card. */
export function tagsOf(answer: Answer, { language }: View): Tags {
  const places = placesIn(answer);
  return {
    kind: answer.kind,
    language,
    frameworks: [...new Set(places.flatMap(({ framework }) => framework?.id ?? []))],
    roles: [...new Set(places.flatMap(({ role }) => role?.label ?? []))],
  };
}

type Named = { readonly framework?: { readonly id: string } | undefined; readonly role?: { readonly label: string } | undefined };

/** An answer names what it is about itself, or in its sides, its groups, or the answer within. */
function placesIn(answer: Answer): Named[] {
  const {
    sides = [],
    groups = [],
    older,
    newer,
    inner,
    place,
  } = answer as {
    readonly sides?: readonly Named[];
    readonly groups?: readonly Named[];
    readonly [name: string]: unknown;
  };
  const editions = answer.kind === 'compare-editions' ? [{ framework: older }, { framework: newer }] : [];
  return [answer, ...sides, ...groups, ...editions, inner, place].filter(
    (each): each is Named => typeof each === 'object' && each !== null,
  );
}

/** The kinds of which the gallery shows nothing; empty when all is well. */
export function missingKinds(entries: readonly GalleryEntry[]): Name[] {
  return names.filter((name) => !entries.some(({ answer }) => answer.kind === name));
}
