/**
 * The address of a place in the content: `/del/<framework>/<role, theme or faelles>[/<theme, subtheme, statement or prompt>]`.
 */
import { COMMON } from './framework.js';
import { type Library, type RoleRef, roleOf, themeOf } from './library.js';
import { findPlace, type Place, type Subject, subjectOfStatement } from './place.js';

/** What stands in an address for what all share. */
const SHARED = 'faelles';
/** What stands before a prompt's id, so that it is no statement's. */
const PROMPT = 'spoergsmaal-';

/** The path of a place, with no host. */
export function pathOf({ framework, role, theme, subtheme, statement, prompt }: Place): string {
  const localOf = (id: string) => id.slice(id.indexOf('/') + 1);
  const first = role?.id ?? (statement || !theme ? SHARED : theme.id);
  const part = prompt
    ? `${PROMPT}${prompt.framework === framework.id ? '' : `${prompt.framework}-fra-`}${localOf(prompt.id)}`
    : statement
      ? localOf(statement.id)
      : role
        ? theme?.id
        : subtheme?.id;
  return ['/del', framework.id, first, ...(part ? [part] : [])].join('/');
}

/** The place of a path, with or without a slash at its end; undefined for every other path. */
export function placeOfPath(library: Library, path: string): Place | undefined {
  if (!/^\/del(\/[a-z\d-]{1,160}){2,3}\/?$/.test(path)) return undefined;
  const [, , framework = '', first = '', part] = path.split('/');
  const subject = readSubject(library, framework, first, part || undefined);
  return subject && findPlace(library, subject);
}

/** The id of the framework that a page's path names, whether or not there is one. */
export function frameworkOfPath(path: string): string | undefined {
  return /^\/(?:del|guide)\/([a-z\d-]{1,80})\//.exec(path)?.[1];
}

/** The role that a conversation guide's path (`/guide/<framework>/<role>`) names; undefined for every other path. */
export function roleOfGuidePath(library: Library, path: string): RoleRef | undefined {
  const [, id = '', named] = /^\/guide\/([a-z\d-]{1,80})\/([a-z\d-]{1,80})\/?$/.exec(path) ?? [];
  const framework = library.framework(id);
  const role = framework && roleOf(framework, named);
  return framework && role && { framework, role };
}

function readSubject(library: Library, id: string, first: string, part: string | undefined): Subject | undefined {
  const framework = library.framework(id);
  if (!framework) return undefined;
  const role = roleOf(framework, first);
  const theme = role ? undefined : themeOf(framework, first);
  if (!role && !theme && first !== SHARED) return undefined;
  const place = { framework: id, ...(role && { role: role.id }), ...(theme && { theme: theme.id }) };
  if (part === undefined) return place;
  if (part.startsWith(PROMPT)) return readPrompt(library, place, part.slice(PROMPT.length));
  if (role && themeOf(framework, part)) return { ...place, theme: part };
  if (theme) return { ...place, subtheme: part };
  const statement = library.statement(`${id}/${part}`);
  return statement && statement.role === (role?.id ?? COMMON) ? subjectOfStatement(statement) : undefined;
}

/** A prompt may be borrowed from another edition; then its address names that. */
function readPrompt(library: Library, place: Subject, local: string): Subject | undefined {
  const prompt = library.prompt(`${place.framework}/${local}`) ?? library.prompt(local.replace('-fra-', '/'));
  if (!prompt) return undefined;
  const statement = prompt.statements
    .map((each) => library.statement(each))
    .find((each) => each?.framework === place.framework && each.role === (place.role ?? COMMON));
  if (statement && (!place.theme || statement.theme === place.theme)) return subjectOfStatement(statement, prompt);
  return { ...place, prompt: prompt.id };
}
