/**
 * What is said about the conversation itself: start again, more of nothing, print it, whom to ask, a button's words typed.
 */
import type { Desk, Draft } from '../cards/desk.js';
import { contactNote, exampleRows, pageButtons, words } from '../cards/frame.js';
import { organisationOf } from '../cards/names.js';
import { type Framework, type Role, roleOf } from '../content/library.js';
import { findPlace } from '../content/place.js';
import type { PlainQuestion, Service } from '../understanding/question.js';
import { type Context, findHome, findOwnRole, listHomes } from './asker.js';
import { listContacts, listExamples } from './examples.js';
import { guideSheet } from './guide.js';
import type { Answered, Asking, Kind } from './kind.js';
import { letterButtons } from './letter-button.js';
import { askGuide, leadOn } from './next.js';
import type { Examples } from './simple.js';

/** What is said about the conversation itself, of one document and role where it is about one. */
export type ServiceAnswer = Answered<
  'service',
  Examples & {
    readonly about: Service;
    readonly framework: Framework | undefined;
    readonly role: Role | undefined;
    readonly contacts: readonly string[];
    /** Whose documents there are, each with whose it is. */
    readonly homes: readonly Framework[];
  }
>;

/** The kind of {@link ServiceAnswer}. */
export const serviceKind: Kind<ServiceAnswer> = {
  name: 'service',
  fixed: () => true,
  asked: { service: { find: answerService, title: (_, __, { t }) => t.button.contact } },
  card: serviceCard,
  exhibits: (context) =>
    (['restart', 'nothing-before', 'nothing-more', 'print', 'contact', 'label'] as const).map((about) =>
      answerService(context, { intent: 'service', about }),
    ),
};

/** Where there is nothing to say but where to begin. */
const leading: readonly Service[] = ['restart', 'nothing-before', 'nothing-more'];

function answerService(context: Context, { about, framework: id, role: whose }: Asking<'service'>): ServiceAnswer {
  const own = findOwnRole(context);
  const framework = context.library.framework(id ?? '') ?? findHome(context);
  const role = framework && (roleOf(framework, whose) ?? (own?.framework === framework ? own.role : undefined));
  const examples = leading.includes(about) ? listExamples(context).slice(0, 3) : [];
  return {
    kind: 'service',
    about,
    framework,
    role,
    examples,
    contacts: listContacts(context),
    homes: framework ? [framework] : listHomes(context),
    next: leadOn(...waysOn(context, about, framework, role)),
  };
}

function waysOn(
  { asker }: Context,
  about: Service,
  framework: Framework | undefined,
  role: Role | undefined,
): (PlainQuestion | false | undefined)[] {
  const { group } = asker;
  switch (about) {
    case 'restart':
      return [!group && { intent: 'set-role' }, { intent: 'help' }];
    case 'print':
      return [(framework && role && askGuide(framework, role)) ?? { intent: 'guide' }, !group && { intent: 'export-data' }];
    case 'contact':
      return [{ intent: 'about', ...(framework && { framework: framework.id }) }, { intent: 'help' }];
    default:
      return [{ intent: 'help' }];
  }
}

function serviceCard({ about, framework, role, examples, contacts, homes, next }: ServiceAnswer, desk: Desk): Draft {
  const { t } = desk;
  const { title, lines } = t.service[about];
  const whose = homes.map((home) => t.service.whose(home.name, organisationOf(home)));
  const place =
    about === 'print' && framework ? findPlace(desk.library, { framework: framework.id, ...(role && { role: role.id }) }) : undefined;
  const letter = about === 'contact' ? letterButtons('asked', framework, desk) : [];
  const sheet = about === 'print' && framework && role ? guideSheet(framework.id, role.id, desk) : [];
  return {
    summary: title,
    head: { title },
    body: [
      ...words(about === 'print' && sheet.length > 0 ? [t.service.sheet] : []),
      ...words(
        about === 'contact'
          ? [...whose, ...(contacts.length > 0 || desk.links.contact || letter.length > 0 ? [] : [t.service.noContact])]
          : lines,
      ),
      ...(about === 'contact' ? [...contactNote(contacts, desk), ...words(letter.length > 0 ? [t.letter.contact] : lines)] : []),
      ...exampleRows(examples, t.tryThis, desk),
    ],
    actions: [...letter, ...sheet, ...pageButtons(place, desk), ...desk.lead(next, {})],
  };
}
