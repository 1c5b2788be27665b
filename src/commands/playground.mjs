/**
 * Starts Microsoft's Agents Playground, a Teams client in the browser that needs no Microsoft 365. For trying things
 * out only: it talks to a bot in local mode and knows six made-up people.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packageFolder } from './build.mjs';

/** The port of the playground's page when PLAYGROUND_PORT names no other. */
const usualPort = 56150;

const cli = join(packageFolder, 'node_modules/@microsoft/m365agentsplayground/cli.js');
const people = ['Mette Sørensen', 'Lars Østergaard', 'Anne Kjær', 'Søren Bækgaard', 'Åse Lindholm', 'Jens Højgaard'];

/** Whether the playground is installed; it is a development dependency. */
export function isPlaygroundInstalled() {
  return existsSync(cli);
}

/** The port of the playground's page: that of PLAYGROUND_PORT, else 56150; undefined when PLAYGROUND_PORT is no port. */
export function readPlaygroundPort({ PLAYGROUND_PORT }) {
  const port = PLAYGROUND_PORT ? Number(PLAYGROUND_PORT) : usualPort;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

/** Whether somebody already listens on a port. The playground itself would silently take another one. */
export function isPortTaken(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, () => probe.close(() => resolve(false)));
  });
}

/**
 * Starts the playground on `port` against the bot at `endpoint`, without telemetry and without opening a browser. Resolves to
 * undefined when its page answers, else to what went wrong. It ends with this process; its files are in a temporary
 * folder that goes with it.
 */
export async function startPlayground(endpoint, port) {
  const folder = mkdtempSync(join(tmpdir(), 'ledelseskompas-playground-'));
  const config = join(folder, 'playground.json');
  writeFileSync(config, JSON.stringify(playgroundConfig()));
  const child = spawn(
    process.execPath,
    [cli, 'start', '--app-endpoint', endpoint, '--channel-id', 'msteams', '--port', String(port), '--disable-telemetry'],
    {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...withoutSecrets(process.env),
        TEAMSAPPTESTER_BROWSER: 'none',
        APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        NO_PROXY: [process.env.NO_PROXY, 'localhost,127.0.0.1'].filter(Boolean).join(','),
      },
    },
  );
  const ended = new Promise((resolve) => {
    child.once('exit', resolve).once('error', resolve);
  });
  process.once('exit', () => {
    // At once: asked to stop, it would still write its log into the folder that goes now.
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return waitForPage(port, ended);
}

async function waitForPage(port, ended) {
  let running = true;
  void ended.then(() => {
    running = false;
  });
  for (const deadline = Date.now() + 20_000; running && Date.now() < deadline; await wait(50)) {
    const page = await fetch(`http://127.0.0.1:${port}/_debug/ping`).catch(() => undefined);
    if (page?.ok) return undefined;
  }
  return 'the playground did not start. Run "npm ci" to install it again, or set PLAYGROUND=off';
}

/** The playground has no use for the bot's registration, its database and its keys. */
function withoutSecrets(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(MicrosoftApp|DATABASE_|REFLECTION_)/.test(name)));
}

/** The playground's own format, version 0.1.1: every key is required, and beside the one who writes there are exactly five. */
function playgroundConfig() {
  const [currentUser, ...users] = people.map(toUser);
  return {
    version: '0.1.1',
    tenantId: '11111111-1111-4111-8111-111111111111',
    bot: { id: '28:22222222-2222-4222-8222-222222222222', name: 'Ledelseskompas' },
    currentUser,
    users,
    personalChat: { id: 'a:personal-chat-1' },
    groupChat: { id: '19:group-chat-1@thread.v2', name: 'Ledergruppen' },
    team: {
      id: '19:team-general-1@thread.tacv2',
      name: 'Børn og Unge',
      aadGroupId: 'bbbbbbbb-0000-4000-8000-000000000001',
      channels: [{ id: '19:channel-1@thread.tacv2', name: 'Ledelse' }],
    },
  };
}

function toUser(name, index) {
  const [givenName, surname] = name.split(' ');
  const mail = `person${index + 1}@kommune.example`;
  return {
    id: `29:person-${index + 1}`,
    name,
    userPrincipleName: mail,
    aadObjectId: `aaaaaaaa-0000-4000-8000-00000000000${index + 1}`,
    givenName,
    surname,
    email: mail,
  };
}
