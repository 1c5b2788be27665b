/**
 * What is saved in a content folder, told once for each save however many times the system speaks of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, type FSWatcher, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { traceError } from '../../errors.js';

/** The folders that editors write in, in a content folder. */
const parts = ['frameworks', 'prompts', 'agreements', 'questions', 'lexicon', join('lexicon', 'said'), 'sources'] as const;

/** Files of content; what editors of text leave beside them (`.swp`, `~`) is none. */
const isContent = (name: string) => /^[^.~].*\.(yaml|txt)$/.test(name);

/** So long nothing must happen before a save counts as done: programs write in several steps, and empty a file before they fill it. */
const QUIET_MS = 150;

/** Whoever watches a folder ends it by this. */
export type Watching = { close(): void };

/**
 * Calls `onSaved` with the paths in the folder whose text has changed, new and gone ones among them; the next call waits until it is done.
 * A save that changes nothing is none. `onFault` is told once where the system no longer says what happens.
 *
 * Each of the few flat folders has a watch of the system's own: it is the same on every Node and needs no package; a tree is not needed.
 */
export function watchContent(
  folder: string,
  onSaved: (paths: readonly string[]) => Promise<void>,
  onFault: (code: unknown) => void,
  quiet = QUIET_MS,
): Watching {
  let known = readAll(folder);
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isClosed = false;
  const watchers = new Map<string, FSWatcher>();
  const look = async () => {
    if (isBusy || isClosed) return;
    follow();
    const now = readAll(folder);
    const changed = [...new Set([...known.keys(), ...now.keys()])].filter((path) => known.get(path) !== now.get(path)).sort();
    known = now;
    if (changed.length === 0) return;
    isBusy = true;
    await onSaved(changed).finally(() => {
      isBusy = false;
    });
    // What was saved meanwhile.
    happen();
  };
  const happen = () => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void look().catch((error: unknown) => onFault(traceError(error).code)), quiet);
  };
  /** Folders may come and go while it watches. */
  const follow = () => {
    for (const part of ['.', ...parts]) {
      const path = join(folder, part);
      if (watchers.has(part) || !existsSync(path)) continue;
      const watcher = watch(path, happen);
      watcher.on('error', (error) => {
        watcher.close();
        watchers.delete(part);
        if (part === '.') onFault(traceError(error).code);
      });
      watchers.set(part, watcher);
    }
  };
  follow();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** What stands in each file, by its path in the folder, as a hash. */
function readAll(folder: string): ReadonlyMap<string, string> {
  return new Map(
    parts.flatMap((part): [string, string][] => {
      const path = join(folder, part);
      if (!existsSync(path)) return [];
      return readdirSync(path)
        .filter(isContent)
        .flatMap((name): [string, string][] => {
          try {
            return [
              [
                join(part, name),
                createHash('sha256')
                  .update(readFileSync(join(path, name)))
                  .digest('hex'),
              ],
            ];
          } catch {
            // Gone since the folder was read, or a folder itself.
            return [];
          }
        });
    }),
  );
}
