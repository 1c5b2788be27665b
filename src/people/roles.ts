/**
 * From what a person or the directory calls a role to the places where it stands.
 */
import type { Suggestion } from '../answers/own-role.js';
import { type Framework, findRoleRef, type Library, newestFrameworks, type Role, type RoleRef, roleOf } from '../content/library.js';
import type { PersonKey } from '../conversation/person.js';
import { fold } from '../language/text.js';
import type { Question } from '../understanding/question.js';
import type { Understand } from '../understanding/understand.js';
import type { Directory, Listed } from './ports.js';

/**
 * Where a role stands, one place for each document: the roles of that id, and those of other ids that bear the same name.
 * Where `home` has it, that is the only one.
 */
export function listRoles(library: Library, role: string, home: Framework | undefined): RoleRef[] {
  const own = findRoleRef(library, home?.id, role);
  if (own) return [own];
  const same = library.frameworks.flatMap((framework) => roleOf(framework, role) ?? []);
  const names = new Set(same.flatMap(namesOf));
  return newestFrameworks(library).flatMap((framework) => {
    const found = roleOf(framework, role) ?? framework.roles.find((each) => namesOf(each).some((name) => names.has(name)));
    return found ? [{ framework, role: found }] : [];
  });
}

function namesOf({ label, name }: Role): string[] {
  return [fold(label), fold(name.da)];
}

/** What suggesting a role needs. */
export type SuggestParts = { readonly library: Library; readonly understand: Understand; readonly directory?: Directory | undefined };

/** The role that a person's title in the directory suggests, where it suggests one place; nothing is stored. */
export async function suggestRole(parts: SuggestParts, person: PersonKey): Promise<Suggestion | undefined> {
  const found = await parts.directory?.find(person);
  return found?.kind === 'listed' ? readTitle(parts, found) : undefined;
}

/** Reads a title as if the person had said it; the department may name the framework. */
function readTitle({ library, understand }: SuggestParts, { jobTitle, department }: Listed): Suggestion | undefined {
  const title = plain(jobTitle);
  if (!title) return undefined;
  const sayings = [...(department ? [`min rolle er ${title} i ${plain(department)}`] : []), `min rolle er ${title}`];
  for (const saying of sayings) {
    const places = placesOf(library, understand(saying).question);
    const place = places.length === 1 ? places[0] : places.find(({ framework }) => framework === library.fallback);
    if (place) return { ...place, title };
  }
  return undefined;
}

/** Every place that a saying may set as a role. */
function placesOf(library: Library, question: Question): RoleRef[] {
  const readings = question.intent === 'ambiguous' ? question.choices : [question];
  return readings.flatMap((reading) => {
    if (reading.intent !== 'set-role' || !reading.role) return [];
    if (!reading.framework) return listRoles(library, reading.role, library.fallback);
    return findRoleRef(library, reading.framework, reading.role) ?? [];
  });
}

function plain(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 100);
}
