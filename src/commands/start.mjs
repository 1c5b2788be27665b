/**
 * `npm start`: checks Node, builds, starts the service and, at a terminal, the playground to try it in.
 * What goes wrong is one line with its remedy and exit code 1. Plain JavaScript, because it runs before any build.
 *
 * PLAYGROUND_PORT puts the playground's page on another port than 56150; PLAYGROUND_ENDPOINT lets it talk to the bot
 * through something that listens in (the browser test does).
 */
import * as nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import { build, findNodeFault, loadSettings, packageFolder, serviceFile } from './build.mjs';
import { isPlaygroundInstalled, isPortTaken, readPlaygroundPort, startPlayground } from './playground.mjs';
import { say } from './strings/start.mjs';

function stopWith(fault) {
  process.stderr.write(`Ledelseskompas cannot start: ${fault}\n`);
  process.exit(1);
}

/** Whether the playground is wanted: PLAYGROUND=on or off decides, else a terminal in local mode with it installed. */
function isPlaygroundWanted({ PLAYGROUND, MicrosoftAppId, NODE_ENV }) {
  if (PLAYGROUND === 'on' || PLAYGROUND === 'off') return PLAYGROUND === 'on';
  return Boolean(process.stdout.isTTY) && !MicrosoftAppId && NODE_ENV !== 'production' && isPlaygroundInstalled();
}

/** What stands in the playground's way, or undefined. */
async function findPlaygroundFault({ PORT, MicrosoftAppId }, pagePort) {
  if (MicrosoftAppId) return 'PLAYGROUND=on, but the playground cannot reach a bot with a MicrosoftAppId. Remove one of the two';
  if (PORT === '0') return 'PLAYGROUND=on, but the playground needs to know the port. Set PORT to a number above 0';
  if (!isPlaygroundInstalled()) return 'PLAYGROUND=on, but the playground is not installed. Run "npm ci", or set PLAYGROUND=off';
  if (!pagePort) return 'PLAYGROUND_PORT is not a port. Write a number from 1 to 65535, or remove it';
  if (await isPortTaken(pagePort))
    return `port ${pagePort}, the playground's, is taken. Stop what uses it (another "npm start"?), or set PLAYGROUND_PORT to another or PLAYGROUND=off`;
  return undefined;
}

/** Tells who waits at a terminal what takes its time; the log of a service is its own. */
function tell(line) {
  if (process.stdout.isTTY || process.env.PLAYGROUND === 'on') process.stdout.write(`${line}\n`);
}

const nodeFault = findNodeFault(process.versions.node);
if (nodeFault) stopWith(nodeFault);
const fault = (await build(() => tell(say.building))) ?? (await loadSettings());
if (fault) stopWith(fault);
tell(say.starting);

const port = process.env.PORT || '3978';
const withPlayground = isPlaygroundWanted(process.env);
const pagePort = readPlaygroundPort(process.env);
const playgroundFault = withPlayground ? await findPlaygroundFault(process.env, pagePort) : undefined;
if (playgroundFault) stopWith(playgroundFault);

if (withPlayground) process.env.LOG_LEVEL ||= 'warn';
const endpoint = `http://127.0.0.1:${port}/api/messages`;
// Where Node can (22.8 and newer), what it compiles is kept for the next start.
nodeModule.enableCompileCache?.(`${packageFolder}dist/.copies/compiled`);
// The service reads its own configuration and ends this process when it cannot start.
const service = import(pathToFileURL(`${packageFolder}${serviceFile}`).href);
// Until the service listens nobody handles signals, and the playground would outlive this process.
const leave = () => process.exit(0);
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, leave);
if (withPlayground) {
  const [startFault] = await Promise.all([startPlayground(process.env.PLAYGROUND_ENDPOINT || endpoint, pagePort), service]);
  if (startFault) stopWith(startFault);
  process.stdout.write(say.ready(`http://localhost:${pagePort}`, endpoint));
} else {
  await service;
  if (process.stdout.isTTY) process.stdout.write(say.alone(endpoint));
}
for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, leave);
