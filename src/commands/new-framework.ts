/**
 * `npm run new-framework -- --id nordkoebing-2026 --name "Nordkøbing 2026"`: the files of a new framework, valid as they stand, each field
 * with what it becomes on a card. With `--edition-of` the new edition of one that is there.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { traceError } from '../errors.js';
import { isId, suggestId } from '../writing/id.js';
import { type ContentFile, templateFiles } from '../writing/template.js';
import type { Texts } from './strings/da.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';
import { makeEdition } from './writing/edition.js';

/** What the command was told, checked as far as it can be without a file. */
export type Order = {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly editionOf?: string | undefined;
  readonly source?: string | undefined;
  readonly from?: string | undefined;
};

/** The command; CONTENT_DIR names another folder than `content`, and `--folder` another one still. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, language, rest } = readSpeech(args, '--da');
  const order = readOrder(rest, env, say);
  if ('faults' in order) return refuse(order.faults, to);
  if (!existsSync(join(order.folder, 'frameworks'))) return refuse([say.newFramework.noFolder(order.folder)], to);
  if (order.editionOf === undefined) {
    const files = templateFiles(order, language);
    const fault = writeFiles(order, files, say);
    return fault ? refuse([fault], to) : tell([...listed(order, files, say), '', ...say.newFramework.next(order.id)], to);
  }
  const made = makeEdition({ ...order, editionOf: order.editionOf }, say, language);
  if ('faults' in made) return refuse(made.faults, to);
  const fault = writeFiles(order, made.files, say);
  return fault
    ? refuse([fault], to)
    : tell([...listed(order, made.files, say), '', ...made.lines, '', ...say.newFramework.nextEdition], to);
}

function readOrder(args: readonly string[], env: NodeJS.ProcessEnv, { newFramework: say }: Texts): Order | { readonly faults: string[] } {
  const text = { type: 'string' } as const;
  const options = { id: text, name: text, folder: text, 'edition-of': text, source: text, from: text } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { id, source, from } = values;
    const [name, editionOf] = [values.name?.trim(), values['edition-of']];
    const folder = values.folder ?? (env['CONTENT_DIR'] || 'content');
    if (id === undefined && !name) return { faults: [say.usage] };
    if (id === undefined) return { faults: [say.noId(suggestId(name ?? '')), say.usage] };
    if (!isId(id)) return { faults: [say.badId(id, suggestId(id))] };
    if (!name) return { faults: [say.noName] };
    const texts = [source, from].filter((each) => each !== undefined).length;
    if (texts !== (editionOf === undefined ? 0 : 1)) return { faults: [say.oneText, say.usage] };
    return { id, name, folder, editionOf, source, from };
  } catch {
    return { faults: [say.usage] };
  }
}

/** Writes all files or, where one is there already, none; gives what was in the way. A draft is written where it stands. */
function writeFiles({ folder, from }: Order, files: readonly ContentFile[], { newFramework: say }: Texts): string | undefined {
  const isDraft = (file: string) => from !== undefined && resolve(from) === resolve(file);
  const paths = files.map(({ path }) => join(folder, path));
  const taken = paths.find((file) => existsSync(file) && !isDraft(file));
  if (taken) return say.exists(taken);
  for (const { path, text } of files) {
    const file = join(folder, path);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: isDraft(file) ? 'w' : 'wx' });
    } catch (error) {
      return say.unwritable(file, traceError(error).code);
    }
  }
  return undefined;
}

function listed({ name, folder }: Order, files: readonly ContentFile[], { newFramework: say }: Texts): string[] {
  return [say.written(name), ...files.map(({ path }) => `  ${join(folder, path)}`)];
}
