/**
 * A person's role and language: said in words, chosen on a card, shown, forgotten.
 */

import type { Answer } from '../answers/kinds.js';
import { answerRoleSet, type Suggestion } from '../answers/own-role.js';
import type { DailyQuestions } from '../answers/profile.js';
import type { Pressed } from '../cards/acts.js';
import { type Framework, findRoleRef, type Library, newestFrameworks, type RoleRef } from '../content/library.js';
import type { Incoming } from '../conversation/incoming.js';
import type { PersonKey } from '../conversation/person.js';
import type { Owner } from '../conversation/speaker.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Profiles } from './ports.js';
import { listRoles } from './roles.js';

/** What profiles are kept and shown with. */
export type ProfileParts = {
  readonly library: Library;
  readonly profiles: Profiles;
  readonly suggest: (person: PersonKey) => Promise<Suggestion | undefined>;
  readonly loadDaily: (person: PersonKey, now: Date, rests?: Incoming['rests']) => Promise<DailyQuestions | undefined>;
};

type SetRole = Extract<PlainQuestion, { intent: 'set-role' }>;

/**
 * Sets or forgets a role; asks which framework where it stands in several, and shows the form where no role is named. Another
 * framework named is theirs from then on, without a role until one is chosen.
 */
export async function setRole(parts: ProfileParts, question: SetRole, owner: Owner): Promise<readonly Answer[]> {
  const { library, profiles } = parts;
  const { framework, role, forget } = question;
  if (forget) {
    await profiles.save(owner.key, { framework: null, role: null }, owner.incoming.at);
    return [{ kind: 'role-forgotten', next: [] }];
  }
  const home = library.framework(framework ?? '') ?? library.framework(owner.profile.framework ?? '') ?? library.fallback;
  const places = role ? (framework ? [findRoleRef(library, framework, role)] : listRoles(library, role, home)) : [];
  const [place] = places;
  if (!place) return [await askRole(parts, owner, await switchTo(parts, library.framework(framework ?? ''), owner))];
  return places.length === 1 ? [await keepRole(parts, place, owner)] : [chooseFramework(places)];
}

/** The framework that is theirs now; undefined where none was named. */
async function switchTo({ profiles }: ProfileParts, framework: Framework | undefined, { key, profile, incoming }: Owner) {
  if (!framework) return undefined;
  const isOther = profile.framework !== framework.id;
  if (isOther) await profiles.save(key, { framework: framework.id, role: null }, incoming.at);
  return { framework, isOther };
}

async function keepRole({ profiles, loadDaily }: ProfileParts, { framework, role }: RoleRef, { key, incoming }: Owner): Promise<Answer> {
  const { timeZone } = incoming;
  await profiles.save(key, { framework: framework.id, role: role.id, ...(timeZone && { timeZone }) }, incoming.at);
  const daily = await loadDaily(key, incoming.at);
  return answerRoleSet({ framework, role }, daily?.on ?? false);
}

function chooseFramework(places: readonly (RoleRef | undefined)[]): Answer {
  const choices = places.flatMap((place): SetRole[] =>
    place ? [{ intent: 'set-role', framework: place.framework.id, role: place.role.id }] : [],
  );
  return { kind: 'choice', about: 'framework', subject: places[0]?.role.label ?? '', choices, next: [] };
}

/** The form, with a suggestion from the directory where there is one and no role yet. */
async function askRole(
  { library, suggest }: ProfileParts,
  { key, profile }: Owner,
  chosen?: { readonly framework: Framework; readonly isOther: boolean },
): Promise<Answer> {
  const frameworks = newestFrameworks(library);
  const own = findRoleRef(library, profile.framework, profile.role);
  const framework = chosen?.framework ?? (frameworks.length === 1 ? frameworks[0] : undefined);
  const suggestion = own ? undefined : await suggest(key);
  return {
    kind: 'role-form',
    frameworks,
    ...(framework && { framework }),
    ...(own && { own }),
    ...(suggestion && { suggestion }),
    ...(chosen?.isOther && { switched: true as const }),
    next: [],
  };
}

/** The first step of the form: on to the roles of the framework chosen, or the first step again, saying that one is missing. */
export async function pickFramework({ library }: ProfileParts, pressed: Pressed, owner: Owner): Promise<readonly Answer[]> {
  const framework = library.framework(pressed.framework ?? '');
  return [formOf(library, owner, { framework, missing: !framework })];
}

/** Back to the first step of the form. */
export async function otherFramework({ library }: ProfileParts, owner: Owner): Promise<readonly Answer[]> {
  return [formOf(library, owner, {})];
}

function formOf(
  library: Library,
  { profile }: Owner,
  { framework, missing }: { framework?: Framework | undefined; missing?: boolean },
): Answer {
  const own = findRoleRef(library, profile.framework, profile.role);
  const frameworks = newestFrameworks(library);
  return { kind: 'role-form', frameworks, ...(framework && { framework }), ...(own && { own }), ...(missing && { missing }), next: [] };
}

/** The second step: keeps the role chosen. Without one the form stays and says so. */
export async function pickRole(parts: ProfileParts, framework: string, pressed: Pressed, owner: Owner): Promise<readonly Answer[]> {
  const place = findRoleRef(parts.library, framework, pressed.role);
  if (place) return [await keepRole(parts, place, owner)];
  return [formOf(parts.library, owner, { framework: parts.library.framework(framework), missing: true })];
}

/** Keeps the language chosen; `auto` is the language of each message. */
export async function pickLanguage(parts: ProfileParts, { speech }: Pressed, owner: Owner): Promise<readonly Answer[]> {
  if (!speech) return showProfile(parts, owner);
  const language = speech === 'auto' ? undefined : speech;
  await parts.profiles.save(owner.key, { language: language ?? null }, owner.incoming.at);
  const { language: _, ...rest } = owner.profile;
  const [answer] = await showProfile(parts, { ...owner, profile: { ...rest, ...(language && { language }) } });
  return answer?.kind === 'profile' ? [{ ...answer, changed: 'language' }] : [];
}

/** Everything the person set, where it was about to be deleted and is not. */
export async function keepData(parts: ProfileParts, owner: Owner): Promise<readonly Answer[]> {
  const answers = await showProfile(parts, owner);
  return answers.map((answer) => (answer.kind === 'profile' ? { ...answer, changed: 'nothing' } : answer));
}

/** Everything the person set. */
export async function showProfile({ library, loadDaily }: ProfileParts, { key, profile, incoming }: Owner): Promise<readonly Answer[]> {
  const own = findRoleRef(library, profile.framework, profile.role);
  const daily = await loadDaily(key, incoming.at, incoming.rests);
  const { language } = profile;
  return [{ kind: 'profile', ...(own && { own }), ...(language && { language }), ...(daily && { daily }), next: [] }];
}
