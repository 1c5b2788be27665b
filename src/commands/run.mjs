/**
 * Runs one of the commands: `node src/commands/run.mjs <command> arguments…`. Builds first when sources are newer,
 * without a word on stdout, which belongs to the command. A command exports `main(args, env)`, which gives the exit code; one that
 * reads `.env` itself exports `readsSettings`, and one that waits for nothing it began `endsAtOnce`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, findNodeFault, loadSettings, packageFolder } from './build.mjs';

function stopWith(fault) {
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}

const nodeFault = findNodeFault(process.versions.node);
if (nodeFault) stopWith(nodeFault);
const fault = await build();
if (fault) stopWith(fault);

// Whoever reads along (`| head`) may have read enough.
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 1));

const folder = join(packageFolder, 'dist/commands');
const known = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => name.slice(0, -3))
  : [];
const [command, ...rest] = process.argv.slice(2);
if (!known.includes(command)) stopWith(`There is no command "${command ?? ''}". Use one of: ${known.join(', ')}`);
const script = join(folder, `${command}.js`);
const { main, readsSettings, endsAtOnce } = await import(pathToFileURL(script).href);
const settingsFault = readsSettings ? undefined : await loadSettings();
if (settingsFault) stopWith(settingsFault);
process.exitCode = await main(rest, process.env);
// What was asked of a host that is gone may hang for long.
if (endsAtOnce) process.stdout.write('', () => process.exit());
