/**
 * A question with another role, theme or framework put in its place.
 */
import { COMMON } from '../content/framework.js';
import { type Framework, findRoleRef, hasCommon, type Library, type Role, roleOf, themeOf } from '../content/library.js';
import type { PlainQuestion } from './question.js';
import { sharedOf } from './shared.js';
import { rolesByLevel } from './slots.js';

/** The last question with a role and a theme put in its place; `own` is the asker's role, which a comparison keeps. */
export function rebuild(
  question: PlainQuestion,
  framework: Framework,
  role: string | undefined,
  theme: { theme: string; subtheme: string | undefined } | undefined,
  own?: string,
): PlainQuestion {
  if (question.intent === 'compare-editions') return { ...question, ...(role && { role }), ...(theme && { theme: theme.theme }) };
  if (question.intent === 'compare-roles') return recompare(question, framework, role, theme?.theme, own);
  if (question.intent === 'compare-frameworks')
    return { ...question, ...(theme && { theme: theme.theme }), ...(role && { level: roleOf(framework, role)?.level }) };
  const place = placeOf(question);
  const whose = role ?? place.role;
  const what = theme?.theme ?? (themeOf(framework, place.theme) ? place.theme : undefined);
  if (question.intent === 'reflect')
    return { intent: 'reflect', framework: framework.id, ...(whose && { role: whose }), ...(what && { theme: what }) };
  if (question.intent === 'topic' && theme && whose) return partOf(framework, whose, theme.theme, theme.subtheme);
  if (question.intent === 'topic' && question.text !== '') {
    // What was chosen was chosen for the role before.
    const { statements, ...open } = question;
    return { ...open, framework: framework.id, ...(whose && { role: whose }) };
  }
  if (question.intent === 'common' && !role) return { ...sharedOf(framework), ...(what && hasCommon(framework) && { theme: what }) };
  if (question.intent === 'definition' && !role)
    return what
      ? { intent: 'definition', framework: framework.id, theme: what, ...(theme?.subtheme && { subtheme: theme.subtheme }) }
      : question;
  if (whose && what) return partOf(framework, whose, what, theme?.subtheme);
  if (whose) return { intent: 'expectations', framework: framework.id, role: whose };
  return what && !framework.common.statements.some((statement) => statement.theme === what)
    ? { intent: 'definition', framework: framework.id, theme: what }
    : question;
}

/** A comparison of roles with another second side, or narrowed to a theme. */
function recompare(
  question: Extract<PlainQuestion, { intent: 'compare-roles' }>,
  framework: Framework,
  role: string | undefined,
  theme: string | undefined,
  own: string | undefined,
): PlainQuestion {
  const kept = question.sides.find((side) => side.role === own) ?? question.sides[0];
  const sides = role && kept && kept.role !== role ? [kept, { framework: framework.id, role }] : question.sides;
  return { ...question, sides, ...(theme && { theme }) };
}

/** One theme, or one section, of a role. */
export function partOf(
  framework: Framework,
  role: string,
  theme: string,
  subtheme?: string,
): Extract<PlainQuestion, { intent: 'section' | 'competency' }> {
  return {
    intent: framework.themeKind === 'section' ? 'section' : 'competency',
    framework: framework.id,
    role,
    theme,
    ...(subtheme && { subtheme }),
  };
}

/** What a question names, as another framework has it: the role on the same level, the theme of the same name. */
type Twin = { readonly framework: Framework; readonly role: Role | undefined; readonly theme: string | undefined; readonly text: string };

const about = ({ framework }: Twin): PlainQuestion => ({ intent: 'about', framework: framework.id });
const ofRole = ({ framework, role }: Twin): PlainQuestion | undefined =>
  role && { intent: 'expectations', framework: framework.id, role: role.id };
const ofPart = (twin: Twin): PlainQuestion | undefined =>
  twin.role && twin.theme ? partOf(twin.framework, twin.role.id, twin.theme) : ofRole(twin);

/** What a question becomes of another framework, by its intent; one of any other intent can't be asked there. */
const moves: { readonly [I in PlainQuestion['intent']]?: (twin: Twin) => PlainQuestion | undefined } = {
  expectations: ofPart,
  section: ofPart,
  competency: ofPart,
  definition: (twin) => (twin.theme ? { intent: 'definition', framework: twin.framework.id, theme: twin.theme } : about(twin)),
  common: ({ framework, theme }) => ({ ...sharedOf(framework), ...(theme && hasCommon(framework) && { theme }) }),
  about,
  topic: (twin) =>
    twin.text === ''
      ? (ofRole(twin) ?? about(twin))
      : { intent: 'topic', text: twin.text, framework: twin.framework.id, ...(twin.role && { role: twin.role.id }) },
  reflect: ({ framework, role, theme }) => ({
    intent: 'reflect',
    framework: framework.id,
    ...(role && { role: role.id }),
    ...(theme && { theme }),
  }),
  'compare-editions': (twin) => ofRole(twin) ?? about(twin),
};

/** A question asked of another framework: the role on the same level, the theme of the same name. */
export function moveTo(library: Library, question: PlainQuestion, target: Framework): PlainQuestion | undefined {
  const place = placeOf(question);
  const role = findRoleRef(library, place.framework, place.role)?.role;
  return moves[question.intent]?.({
    framework: target,
    role: role && (roleOf(target, role.id) ?? rolesByLevel(target, [role.level])[0]),
    theme: themeOf(target, place.theme)?.id,
    text: question.intent === 'topic' ? question.text : '',
  });
}

/** Framework, role and theme of a question, where it has them. */
export function placeOf(question: PlainQuestion): { framework?: string; role?: string; theme?: string } {
  if (question.intent === 'compare-roles') {
    const [first] = question.sides;
    return { ...(first && { framework: first.framework, role: first.role }), ...(question.theme && { theme: question.theme }) };
  }
  if (question.intent === 'compare-editions') return { framework: question.newer, ...(question.role && { role: question.role }) };
  const { framework, role, theme } = question as { framework?: string; role?: string; theme?: string };
  return { ...(framework && { framework }), ...(role && role !== COMMON && { role }), ...(theme && { theme }) };
}
