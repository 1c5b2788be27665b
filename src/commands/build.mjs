/**
 * The build step that `npm start` and the other commands share. Plain JavaScript, because it runs before any build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The package's folder, with a slash at the end. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The oldest Node that the service runs on (package.json, "engines"). */
const oldestNode = [20, 20];
const buildStamp = 'dist/.built';
/** The service in one file: finding and reading two hundred takes a third of a start. */
export const serviceFile = 'dist/service.js';
/** Packages that go into that file: written as many small modules, and without anything to be found on the disk. */
const bundled = ['diff', 'kysely', 'luxon', 'minisearch', 'zod'];

/** Says what is wrong with a Node version ("20.9.0"), or undefined when it will do. */
export function findNodeFault(version) {
  const [major, minor] = version.split('.').map(Number);
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  return isOld ? `Node ${version} is too old. Install Node ${oldestNode.join('.')} or newer` : undefined;
}

/** Reads `.env` as the service does; to be called once dist/ is there. Gives what is wrong with the file. */
export async function loadSettings() {
  const { loadSettings: load } = await import(pathToFileURL(join(packageFolder, 'dist/settings/config.js')).href);
  return load(packageFolder);
}

/**
 * Brings dist/ up to date: compiles when the compiler is installed and a source is newer, else leaves it as it is.
 * Gives undefined when dist/ can be used, else what is wrong, with the compiler's own words where it has any.
 * Writes nothing to the terminal; `onBegin` is called where there is something to compile, which takes up to a minute.
 */
export async function build(onBegin = () => undefined) {
  const compiler = join(packageFolder, 'node_modules/typescript/bin/tsc');
  const isBuilt = existsSync(join(packageFolder, serviceFile));
  if (!existsSync(compiler))
    return isBuilt ? undefined : 'there is no dist/ and no compiler to build it. Run "npm ci" and "npm run build" first';
  if (isBuilt && isCurrent()) return undefined;
  onBegin();
  const startedAt = new Date();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.json', '--noEmitOnError'], {
    cwd: packageFolder,
    encoding: 'utf8',
  });
  if (status !== 0)
    return `the sources do not compile. Correct them and start again:\n${error ? error.message : `${stdout}${stderr}`.trim()}`;
  noteVersion();
  try {
    await bundle();
  } catch ({ message }) {
    return `the service cannot be put into one file. Run "npm ci", and start again:\n${message}`;
  }
  unfoldDictionary();
  return noteBuild(startedAt);
}

/** In a process of its own, which takes 400 MB that nobody needs afterwards. Where it fails, whoever needs the dictionary unfolds it. */
function unfoldDictionary() {
  const code = `import { openCopies } from './dist/storage/copies.js';
    import { loadDictionary } from './dist/storage/dictionary-file.js';
    await loadDictionary(openCopies('./dist/.copies'));`;
  spawnSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: packageFolder, stdio: 'ignore' });
}

/** Which release the code is, for the log and for whoever asks for help. */
function noteVersion() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  writeFileSync(join(packageFolder, 'dist/version.json'), `${JSON.stringify({ version })}\n`);
}

/** Puts the compiled modules of the service, and what is {@link bundled}, into one file. */
async function bundle() {
  const { rolldown } = await import('rolldown');
  const inside = new RegExp(`^(\\.|/|[A-Za-z]:|(${bundled.join('|')})(/|$))`);
  const made = await rolldown({
    input: join(packageFolder, 'dist/main.js'),
    platform: 'node',
    external: (id) => !inside.test(id),
    logLevel: 'silent',
  });
  await made.write({ file: join(packageFolder, serviceFile), format: 'esm', codeSplitting: false });
}

/** The compiler's own notes are no proof of a build: it writes them after a failed one too. */
function noteBuild(startedAt) {
  const stamp = join(packageFolder, buildStamp);
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt);
}

/** Whether the last good build began after the last change of a source, of the compiler's settings and of the installed packages. */
function isCurrent() {
  const built = timeOf(buildStamp);
  const sources = readdirSync(join(packageFolder, 'src'), { recursive: true }).map((name) => join('src', name));
  return [...sources, 'src', 'tsconfig.json', 'package.json', 'package-lock.json'].every((name) => timeOf(name) < built);
}

function timeOf(name) {
  return statSync(join(packageFolder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
