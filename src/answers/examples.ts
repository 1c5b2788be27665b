import { type Framework, type Role, roleOf } from '../content/library.js';
import type { PlainQuestion } from '../understanding/question.js';
import { type Context, findOwnRole, listHomes } from './asker.js';
import { askCommon, askPart, askReflect, askRole, leadOn } from './next.js';

/** Up to four questions that have good answers: about the asker's own role where it is known, else a bit of everything. */
export function listExamples(context: Context): PlainQuestion[] {
  const own = findOwnRole(context);
  const homes = listHomes(context);
  const [home] = homes;
  if (!home) return [];
  const role = own?.role ?? typicalRole(home);
  const theme = own && home.themes[home.themes.length - 1];
  const explained = homes.find((framework) => framework.themes.some(({ definition }) => definition));
  return leadOn(
    role && askRole(home, role),
    own && theme ? askPart(home, own.role, theme) : explained && askDefinition(explained),
    // Typed by somebody whose document is not known, what all share would have to be asked about.
    own || homes.length === 1 ? askCommon(home) : { intent: 'about' },
    askReflect(home, role),
  );
}

/** A role to speak of by way of example: one in the middle of the ladder. */
function typicalRole(framework: Framework): Role | undefined {
  const leaders = framework.roles.filter(({ level }) => level === 'leder-af-ledere');
  return leaders.at(-1) ?? framework.roles.find(({ level }) => level !== 'medarbejder') ?? roleOf(framework, framework.roles[0]?.id);
}

/** The last theme with a definition: document after document it is the least self-evident one. */
function askDefinition(framework: Framework): PlainQuestion | undefined {
  const theme = framework.themes.filter(({ definition }) => definition).at(-1);
  return theme && { intent: 'definition', framework: framework.id, theme: theme.id };
}

/** Whom to ask about the frameworks, the asker's own first, each once. */
export function listContacts(context: Context): string[] {
  return [...new Set(listHomes(context).flatMap(({ contact }) => contact ?? []))];
}
