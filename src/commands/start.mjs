/**
 * `npm start`: checks Node, builds, starts the service and, at a terminal, the playground to try it in.
 * What goes wrong is one line with its remedy and exit code 1. Plain JavaScript, because it runs before any build.
 */
import { pathToFileURL } from 'node:url';
import { build, findNodeFault, loadSettings, packageFolder } from './build.mjs';
import { isPlaygroundInstalled, isPlaygroundPortTaken, playgroundPort, startPlayground } from './playground.mjs';

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
async function findPlaygroundFault({ PORT, MicrosoftAppId }) {
  if (MicrosoftAppId) return 'PLAYGROUND=on, but the playground cannot reach a bot with a MicrosoftAppId. Remove one of the two';
  if (PORT === '0') return 'PLAYGROUND=on, but the playground needs to know the port. Set PORT to a number above 0';
  if (!isPlaygroundInstalled()) return 'PLAYGROUND=on, but the playground is not installed. Run "npm ci", or set PLAYGROUND=off';
  if (await isPlaygroundPortTaken())
    return `port ${playgroundPort}, the playground's, is taken. Stop what uses it (another "npm start"?), or set PLAYGROUND=off`;
  return undefined;
}

const nodeFault = findNodeFault(process.versions.node);
if (nodeFault) stopWith(nodeFault);
loadSettings();
const buildFault = build();
if (buildFault) stopWith(buildFault);

const port = process.env.PORT || '3978';
const withPlayground = isPlaygroundWanted(process.env);
const playgroundFault = withPlayground ? await findPlaygroundFault(process.env) : undefined;
if (playgroundFault) stopWith(playgroundFault);

if (withPlayground) process.env.LOG_LEVEL ||= 'warn';
const endpoint = `http://127.0.0.1:${port}/api/messages`;
// The service reads its own configuration and ends this process when it cannot start.
const service = import(pathToFileURL(`${packageFolder}dist/main.js`).href);
// Until the service listens nobody handles signals, and the playground would outlive this process.
const leave = () => process.exit(0);
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, leave);
if (withPlayground) {
  const [startFault] = await Promise.all([startPlayground(endpoint), service]);
  if (startFault) stopWith(startFault);
  process.stdout.write(
    [
      '',
      `  Try it:    http://localhost:${playgroundPort}  (open it in a browser)`,
      `  The bot:   ${endpoint}`,
      '  The playground listens on all network interfaces: others on your network can open it. Ctrl-C stops both.',
      '',
      '',
    ].join('\n'),
  );
} else {
  await service;
  if (process.stdout.isTTY) process.stdout.write(`\n  The bot:   ${endpoint}\n\n`);
}
for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, leave);
