/**
 * An honest no: what was not understood, what the documents do not speak of, and what belongs elsewhere, each with ways on
 * that fit whoever asks.
 */
import type { LetterReason } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { type Element, plainText } from '../cards/elements.js';
import { contactNote, exampleRows, words } from '../cards/frame.js';
import type { Framework } from '../content/library.js';
import { neighboursOf } from '../content/parts.js';
import type { PlainQuestion, Refusal } from '../understanding/question.js';
import { type Context, findHome, findOwnRole } from './asker.js';
import { answerCare, type CareAnswer } from './care.js';
import { listContacts, listExamples } from './examples.js';
import { findTopic } from './find-topic.js';
import type { Answered, Kind } from './kind.js';
import { letterButtons } from './letter-button.js';
import { askGuide, askReflect, askRole, leadOn } from './next.js';
import type { Examples } from './simple.js';

type Reason = Exclude<Refusal, 'distress'>;

/** An honest no; `again` where the question before was not understood either, `asked` what was looked for and not found. */
export type RefusalAnswer = Answered<
  'refusal',
  Examples & {
    readonly reason: Reason;
    readonly again: boolean;
    readonly asked?: string;
    readonly contacts: readonly string[];
    /** Whose document whoever asks goes by. */
    readonly home?: Framework | undefined;
  }
>;

/** The kind of {@link RefusalAnswer}. */
export const refusalKind: Kind<RefusalAnswer, RefusalAnswer | CareAnswer> = {
  name: 'refusal',
  asked: {
    'out-of-scope': {
      find: (context, { reason, text }) => (reason === 'distress' ? answerCare('message') : answerRefusal(context, reason, text)),
      slots: ({ reason }) => ({ reason }),
    },
  },
  card: refusalCard,
  exhibits: (context) => [
    ...(['unclear', 'terms', 'people', 'boss', 'writing', 'rude', 'injection', 'language', 'time', 'links'] as const).map((reason) =>
      answerRefusal(context, reason),
    ),
    answerRefusal(context, 'unknown', 'parkering'),
    answerRefusal({ ...context, asker: { ...context.asker, again: true } }, 'unclear'),
  ],
};

/** What is honestly said where nothing can be said to it: a second no in a row also offers a way to browse. */
export function answerRefusal(context: Context, wanted: Reason, text?: string): RefusalAnswer {
  const again = context.asker.again ?? false;
  // That nothing stands there is only said of what was looked for.
  const found = text ? findTopic(context, { intent: 'topic', text }) : undefined;
  const isSilent = found !== undefined && found.how !== 'stands' && found.elsewhere.length === 0;
  const reason = wanted === 'unknown' && !isSilent ? 'unclear' : wanted;
  const topic: PlainQuestion | undefined = found && !isSilent && text ? { intent: 'topic', text } : undefined;
  const browse = again && { intent: 'about' as const };
  return {
    kind: 'refusal',
    reason,
    again,
    ...(reason === 'unknown' && text && { asked: text }),
    examples: waysOn(context, reason).slice(0, again ? 4 : 3),
    contacts: listContacts(context),
    home: findHome(context),
    next: leadOn(topic, browse, { intent: 'help' }),
  };
}

/** What fits whoever asks and why it is a no: of people what one does oneself, of one's boss what is expected of one, else what one can ask. */
function waysOn(context: Context, reason: Reason): PlainQuestion[] {
  const own = findOwnRole(context);
  const home = own?.framework ?? findHome(context);
  const examples = listExamples(context);
  if (!own || !home) return examples;
  const { role } = own;
  const [above] = neighboursOf(home, role).filter((other) => other.level !== role.level);
  const reflect = askReflect(home, role);
  switch (reason) {
    case 'people':
      return leadOn(reflect, askGuide(home, role), askRole(home, role));
    case 'boss':
      return leadOn(above && askRole(home, above), askGuide(home, role), reflect);
    case 'writing':
      return leadOn(askGuide(home, role), askRole(home, role), reflect);
    case 'rude':
    case 'injection':
      return leadOn(askRole(home, role), reflect);
    default:
      return examples;
  }
}

/** What an editor is told of why somebody writes. */
function letterReasonOf(reason: Reason): LetterReason {
  return reason === 'unknown' ? 'silent' : 'unclear';
}

function refusalCard({ reason, again, asked, examples, contacts, home, next }: RefusalAnswer, desk: Desk): Draft {
  const { t } = desk;
  const ways = next.map((question) => desk.ask(question, question.intent === 'topic' ? t.button.topicAfterAll : {}));
  const isOpen = reason === 'unknown' || reason === 'unclear';
  const second = again && isOpen;
  const title = second ? t.againTitle : t.refusalTitle[reason];
  const text = second ? t.again : t.refusal[reason];
  const [only, ...others] = desk.library.frameworks;
  const where = others.length === 0 ? only?.name : undefined;
  const looked: Element[] = asked && !second ? [plainText(t.lookedFor(asked, where), {}, { spacing: 'Small' })] : [];
  return {
    summary: title,
    head: { title },
    body: [...looked, ...words([text]), ...exampleRows(examples, t.askInstead, desk), ...(isOpen ? contactNote(contacts, desk) : [])],
    actions: [...ways.slice(0, 1), ...(isOpen ? letterButtons(letterReasonOf(reason), home, desk) : []), ...ways.slice(1)],
  };
}
