import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** One line of a Dockerfile, those that go on put together: its word, and what stands after it. */
export type Step = { readonly word: string; readonly rest: string };

/** What an image is made and started by. */
export type Recipe = {
  /** The steps of each stage, by its name; the last stage, which ships, is called ''. */
  readonly stages: ReadonlyMap<string, readonly Step[]>;
  readonly env: Readonly<Record<string, string>>;
  /** What is started, and what says whether it is well: a program and its arguments. */
  readonly start: readonly string[];
  readonly health: readonly string[];
};

/** Reads a Dockerfile as far as ours goes: whatever it has beside is refused by who carries it out. */
export function readDockerfile(file: string): Recipe {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages = new Map<string, Step[]>();
  let stage: Step[] = [];
  for (const line of lines) {
    const [, word = '', rest = ''] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
    if (word === 'FROM') stage = [];
    if (word === 'FROM') stages.set(/ AS (\w+)$/.exec(rest)?.[1] ?? '', stage);
    else stage.push({ word, rest });
  }
  const last = stages.get('') ?? [];
  const find = (word: string) => last.find((step) => step.word === word)?.rest ?? '';
  const env = last
    .filter(({ word }) => word === 'ENV')
    .flatMap(({ rest }) => rest.split(' ').map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
  return {
    stages,
    env: Object.fromEntries(env),
    start: JSON.parse(find('CMD')),
    health: JSON.parse(/ CMD (\[.*\])$/.exec(find('HEALTHCHECK'))?.[1] ?? '[]'),
  };
}

/** An image's folders, each stage's a root of its own below one folder. */
export type Image = { root(stage: string): string; remove(): void };

/**
 * Makes an image from a folder by its steps, in empty folders and without Docker; `check` gets what each command said and how it
 * ended. Rights and owners are as the steps say where this runs as root.
 */
export function makeImage(
  { stages }: Recipe,
  context: string,
  check: (command: string, status: number | null, said: string) => void,
): Image {
  const folder = mkdtempSync(join(tmpdir(), 'kompas-image-'));
  chmodSync(folder, 0o755);
  const root = (stage: string) => join(folder, stage || 'last');
  for (const [name, steps] of stages) {
    mkdirSync(join(root(name), 'app'), { recursive: true });
    for (const { word, rest } of steps) {
      if (word === 'COPY') copy(rest, name);
      if (word === 'RUN') execute(rest, root(name));
    }
  }
  return { root, remove: () => rmSync(folder, { recursive: true, force: true }) };

  function copy(rest: string, stage: string): void {
    const [, from, paths = ''] = /^(?:--from=(\w+) )?(.*)$/.exec(rest) ?? [];
    const parts = paths.split(' ');
    const into = parts.pop() ?? '';
    for (const part of parts) {
      const source = from === undefined ? join(context, part) : join(root(from), part);
      const target = join(root(stage), 'app', into.endsWith('/') ? join(into, basename(part)) : into);
      mkdirSync(dirname(target), { recursive: true });
      // What one stage gives another is linked: some ten thousand files.
      const how = from === undefined ? '-a' : '-al';
      const { status, stderr } = spawnSync('cp', [how, source, target], { encoding: 'utf8' });
      check(`COPY ${part}`, status, stderr);
    }
  }

  /** The paths that an image has at its top are below the stage's root here. */
  function execute(rest: string, top: string): void {
    const command = rest.replace(/(?<= )\/(data|app)\b/g, `${top}/$1`);
    const env = { ...process.env, npm_config_prefer_offline: 'true', npm_config_loglevel: 'error' };
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: join(top, 'app'), encoding: 'utf8', env });
    check(rest, status, stderr);
  }
}
