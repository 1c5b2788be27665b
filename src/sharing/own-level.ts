/**
 * A shared place as one viewer's own: the same theme for their own role.
 */

import type { Viewer } from '../answers/shared.js';
import type { PlaceAnswer } from '../answers/shown.js';
import type { Language } from '../content/language.js';
import { type Framework, type Role, roleOf, statementsOf, type Theme, themeOf } from '../content/library.js';
import { levelDistance } from '../content/parts.js';
import type { Place } from '../content/place.js';
import type { Compass } from '../conversation/compass.js';
import type { StoredProfile } from '../conversation/ports.js';

type Own = NonNullable<Viewer['own']>;
type Standing = Pick<Own, 'framework' | 'role' | 'near'> & { readonly theme: Theme | undefined };

/**
 * What is expected of a viewer where a place is shared: in the shared document when their role is in it, or in their own
 * when that has the theme too; else for the role of the shared document that is nearest to theirs in the ladder.
 */
export function findOwn(
  { library, answer }: Compass,
  place: Place,
  { framework, role }: StoredProfile,
  language: Language,
): Own | undefined {
  const home = library.framework(framework ?? '');
  const own = home && roleOf(home, role);
  const standing = home && own && findStanding(place, home, own);
  if (!standing) return undefined;
  const { theme, ...rest } = standing;
  const isSaid = theme && statementsOf(rest.framework, rest.role.id, theme.id).length > 0;
  const mine: Place = { ...rest, theme: isSaid ? theme : undefined, subtheme: undefined, statement: undefined, prompt: undefined };
  return { ...rest, inner: place.prompt ? withoutPrompt(answer.at(mine, language)) : answer.at(mine, language) };
}

function findStanding({ framework, theme }: Place, home: Framework, role: Role): Standing | undefined {
  if (home === framework) return { framework, role, near: false, theme };
  const same = themeOf(home, theme?.id);
  if (same && home.themeKind === framework.themeKind) return { framework: home, role, near: false, theme: same };
  const [nearest] = [...framework.roles].sort((one, other) => levelDistance(role, one) - levelDistance(role, other));
  return nearest && { framework, role: nearest, near: true, theme };
}

/** Where a prompt is shared, that is the one to think about. */
function withoutPrompt(answer: PlaceAnswer): PlaceAnswer {
  if (answer.kind !== 'expectations' && answer.kind !== 'part-of-role') return answer;
  const { prompt: _, ...rest } = answer;
  return rest;
}
