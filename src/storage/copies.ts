/**
 * Copies of what takes long to make and can always be made again, beside the compiled code. They are read only by what
 * runs from there, so they are trusted like the code itself.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Copies by name, each made under a key that stands for all it was made from. */
export type Copies = {
  /** What was kept under this very key; undefined when there is nothing, it is damaged, or it belongs to another key. */
  read(name: string, key: string): unknown;
  /** Keeps plain data, maps, sets and typed arrays; quietly nothing where the folder can't be written. */
  write(name: string, key: string, value: unknown): void;
};

/** Opens the copies of a folder, which need not be there yet. */
export function openCopies(folder: string): Copies {
  return {
    read(name, key) {
      try {
        const bytes = readFileSync(join(folder, name));
        const end = bytes.indexOf('\n');
        return end !== -1 && bytes.toString('utf8', 0, end) === key ? deserialize(bytes.subarray(end + 1)) : undefined;
      } catch {
        return undefined;
      }
    },
    write(name, key, value) {
      const [file, draft] = [join(folder, name), join(folder, `${name}.${process.pid}`)];
      try {
        mkdirSync(folder, { recursive: true });
        // Whole or not at all, also when two processes start at once.
        writeFileSync(draft, Buffer.concat([Buffer.from(`${key}\n`), serialize(value)]));
        renameSync(draft, file);
      } catch {}
    },
  };
}
