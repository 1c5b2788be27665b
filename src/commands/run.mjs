/**
 * Runs one of the commands: `node src/commands/run.mjs <command> arguments…`. Builds first when sources are newer,
 * without a word on stdout, which belongs to the command. A command exports `main(args, env)`, which gives the exit code; one that
 * reads `.env` itself exports `readsSettings`, and one that waits for nothing it began `endsAtOnce`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, findNodeFault, loadSettings, packageFolder } from './build.mjs';

const [command, ...rest] = process.argv.slice(2);
/** Of the doctor monitoring systems read 1 as a warning, and 3 as: nothing was looked at. */
const failed = command === 'doctor' ? 3 : 1;

function stopWith(fault) {
  process.stderr.write(`${fault}\n`);
  process.exit(failed);
}

process.on('uncaughtException', (error) => stopWith(error instanceof Error ? error.stack : error));

const nodeFault = findNodeFault(process.versions.node);
if (nodeFault) stopWith(nodeFault);
const fault = await build();
if (fault) stopWith(fault);

// Whoever reads along (`| head`) may have read enough.
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : failed));

const folder = join(packageFolder, 'dist/commands');
const known = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => name.slice(0, -3))
  : [];
if (!known.includes(command)) stopWith(`There is no command "${command ?? ''}". Use one of: ${known.join(', ')}`);
const script = join(folder, `${command}.js`);
const { main, readsSettings, endsAtOnce } = await import(pathToFileURL(script).href);
const settingsFault = readsSettings ? undefined : await loadSettings();
if (settingsFault) stopWith(settingsFault);
process.exitCode = await main(rest, process.env);
// What was asked of a host that is gone may hang for long.
if (endsAtOnce) process.stdout.write('', () => process.exit());
