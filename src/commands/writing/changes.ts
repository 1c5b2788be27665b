/**
 * Which files of a content folder were changed since a day: as git knows it, or where there is no git by the time on the disk.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Changed, ContentReport } from '../../writing/report-page.js';

/** Files that were changed from a day (2026-09-01) on: what is not in git yet first, then the newest. */
export function changesSince(folder: string, since: string): ContentReport['changes'] {
  const log = git(folder, 'log', `--since=${since}T00:00:00`, '--relative', '--name-only', '--no-merges', '--format=//%cs', '--', '.');
  const open = git(folder, 'status', '--porcelain', '--untracked-files=all', '-z', '--', '.');
  const top = git(folder, 'rev-parse', '--show-prefix')?.trim();
  if (log === undefined || open === undefined || top === undefined) return { by: 'time', files: byTime(folder, since) };
  return { by: 'git', files: sorted([...readLog(log), ...readStatus(open, top)]) };
}

function git(folder: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

function readLog(log: string): Changed[] {
  const files = new Map<string, { times: number; last: string }>();
  let day = '';
  for (const line of log.split('\n').filter(Boolean)) {
    if (line.startsWith('//')) day = line.slice(2);
    else {
      // The newest change comes first.
      const known = files.get(line);
      files.set(line, { times: (known?.times ?? 0) + 1, last: known?.last ?? day });
    }
  }
  return [...files].map(([file, change]) => ({ file, ...change }));
}

/** What is not in git yet; its paths are those of the whole repository. */
function readStatus(text: string, top: string): Changed[] {
  return text
    .split('\0')
    .filter((line) => /^.. /.test(line))
    .map((line) => line.slice(3))
    .map((path) => ({ file: path.startsWith(top) ? path.slice(top.length) : path }));
}

function byTime(folder: string, since: string): Changed[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /^[^.].*[^~]$/.test(entry.name),
  );
  return sorted(
    files.flatMap((entry): Changed[] => {
      const path = join(entry.parentPath, entry.name);
      const last = statSync(path).mtime.toISOString().slice(0, 'yyyy-mm-dd'.length);
      return last >= since ? [{ file: path.slice(join(folder, '/').length), last }] : [];
    }),
  );
}

/** What is not in git yet first, then the newest. */
function sorted(files: readonly Changed[]): Changed[] {
  const dayOf = ({ last }: Changed) => last ?? '9999';
  return [...files].sort((one, other) => dayOf(other).localeCompare(dayOf(one)) || one.file.localeCompare(other.file));
}
