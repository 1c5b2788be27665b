/**
 * Everything that the doctor says, in English.
 */
import type { SwitchInForce } from '../../storage/switches.js';
import type { Words } from '../words.js';
import { ago, apart, clocks, count, day, list, local, quoted, room, span, time } from './forms-en.js';
import { outside } from './outside-en.js';
import { switchWords } from './switches.js';

const copyNow = 'Make a copy (OPERATING.md, "Backup and restore"), and note it: npm run doctor -- --backed-up';

function tellSwitch({ what, tenant, since, until, people = 0 }: SwitchInForce): string {
  const said = what === 'limited' ? switchWords.en.limited(people) : switchWords.en[what];
  const to = until ? ` until ${day.format(new Date(until))}` : '';
  return `${said}${tenant ? ` (${tenant})` : ''}, since ${time.format(since)}${to}`;
}

/** The English words. */
export const en: Words = {
  usage: `Usage: npm run --silent doctor -- [--package file.zip] [--json]
       Looks the installation over: each line is all right, a warning or a failure, and under what is wrong stands what to do.
       Nothing is changed. --package looks at that app package instead of the newest in out/. --json is for machines.
       Ends with 0 (all right), 1 (warning), 2 (failure) or 3 (used wrongly), as Nagios and other monitoring systems read it.
       npm run doctor -- --backed-up notes in the database that a copy of it was made just now. Run it right after the copy.
       With --en the command speaks English. Else it speaks Danish (--da).`,
  verdicts: { ok: 'ok', warn: 'WARNING', fail: 'FAILURE', 'not-asked': '-' },
  titles: {
    node: 'Node',
    zone: 'Danish time',
    disk: 'Disk',
    room: 'Room',
    rights: 'Rights',
    settings: 'Settings',
    registration: 'Mode',
    content: 'Content',
    tenants: 'Tenants',
    switches: 'Switches',
    database: 'Database',
    schema: 'Tables',
    mode: "Database's bot",
    clock: 'Clock',
    keys: 'Keys',
    notes: 'Notes',
    nudges: 'Daily questions',
    backup: 'Copy',
    token: 'Login',
    connector: 'Way to Teams',
    keyHost: "Teams' keys",
    graph: 'Graph',
    model: 'Language model',
    certificate: 'Certificate',
    public: 'Address',
    ready: 'Ready',
    unfurl: 'Links',
    package: 'App package',
  },
  summary({ fails, warnings, ok, notAsked }) {
    const rest = `${ok} all right, ${notAsked} not used or not looked at`;
    const warned = warnings.length > 0 ? `${count(warnings.length, 'warning')} (${list(warnings)}); ` : '';
    if (fails.length > 0) return `FAILURE: ${count(fails.length, 'failure')} (${list(fails)}); ${warned}${rest}`;
    return warnings.length > 0 ? `WARNING: ${warned}${rest}` : `OK: ${rest}`;
  },
  looks: {
    node: {
      good: ({ version }) => ({ text: version }),
      ending: ({ version }) => ({ text: `${version} works, but gets no security fixes any more`, remedy: 'Change to Node 24.' }),
      untried: ({ version }) => ({
        text: `${version} was not tried with this version`,
        remedy: 'Use Node 24. 20, 22 and 26 were tried as well.',
      }),
    },
    zone: {
      good: () => ({ text: 'this machine knows winter time and summer time' }),
      missing: () => ({
        text: 'this machine does not know Danish time, so daily questions come at the wrong times',
        remedy: 'Use Node from nodejs.org, or one with full ICU.',
      }),
    },
    disk: {
      own: () => ({ text: "the database is on this machine's own disk" }),
      unsure: ({ folder }) => ({
        text: `"${folder}" is on a drive through FUSE. If that is a network drive, the database can break there`,
        remedy: "Set DATA_DIR to a folder on this machine's own disk, or use PostgreSQL (DATABASE_URL).",
      }),
      network: ({ folder, type }) => ({
        text: `"${folder}" is on a network drive (${type}). The database can break there`,
        remedy: "Set DATA_DIR to a folder on this machine's own disk, or use PostgreSQL (DATABASE_URL).",
      }),
      untold: () => ({ text: 'this operating system does not tell what kind of drive it is' }),
      unused: () => ({ text: 'the database is no file' }),
    },
    room: {
      good: ({ freeMb }) => ({ text: `${room(freeMb)} free` }),
      low: ({ freeMb, folder }) => ({
        text: `only ${room(freeMb)} free on the disk of "${folder}"`,
        remedy: 'Tidy up, or make the disk larger, before it is full.',
      }),
      full: ({ freeMb, folder }) => ({
        text: `only ${room(freeMb)} free on the disk of "${folder}". Soon nothing can be kept`,
        remedy: 'Make room now. The service answers meanwhile, keeps nothing, and recovers by itself when there is room.',
      }),
    },
    rights: {
      good: () => ({ text: "only the service's own user can read what is kept" }),
      open: ({ files }) => ({
        text: `others on this machine have access to ${quoted(files)}`,
        remedy: `Shut them out: chmod go-rwx ${files.join(' ')}`,
      }),
      closed: ({ folder }) => ({
        text: `this user may not write in "${folder}"`,
        remedy: "Run doctor as the service's own user. If you did, give it the folder with chown.",
      }),
      untold: () => ({ text: 'this operating system does not tell' }),
      nothing: ({ folder }) => ({ text: `"${folder}" is not there yet` }),
    },
    settings: {
      good: () => ({ text: 'no faults' }),
      unreadable: ({ file }) => ({
        text: `"${file}" cannot be read`,
        remedy: "Let the service's user own the file (chown), and nobody else read it (chmod 600).",
      }),
      faulty: ({ faults }) => ({
        text: `${count(faults.length, 'fault')}. The service does not start`,
        details: faults.map(({ said }) => said),
        remedy: 'Mend them in .env. Each setting is explained in .env.example.',
      }),
    },
    registration: {
      production: () => ({ text: 'a registered bot in production' }),
      trial: () => ({
        text: 'the bot is registered, but NODE_ENV is not production, so the service starts although something is missing',
        remedy: 'Set NODE_ENV=production.',
      }),
      local: () => ({ text: 'local mode, for trials on this machine' }),
      served: ({ signs }) => ({
        text: `local mode, but it looks like production (${list(signs)}). Nobody has to prove who they are here`,
        remedy:
          'Set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId from the registration in Azure, and NODE_ENV=production.',
      }),
    },
    content: {
      good: ({ frameworks }) => ({ text: count(frameworks, 'framework') }),
      unlearned: ({ frameworks }) => ({
        text: `${count(frameworks, 'framework')}, but what people say of them was not learned. The next start answers after a quarter of a minute only`,
        remedy: 'Run npm run build. With content of your own: with CONTENT_DIR set.',
      }),
      faulty: ({ faults }) => ({
        text: `${count(faults.length, 'fault')}. The service does not start`,
        details: faults,
        remedy: 'Mend those lines, and look again with npm run check-content -- --en',
      }),
    },
    tenants: {
      none: () => ({ text: 'no file (TENANTS_FILE): the same holds for all' }),
      good: ({ tenants, off }) => ({ text: `${count(tenants, 'tenant')}${off.length > 0 ? `. Turned off: ${list(off)}` : ''}` }),
      faulty: ({ faults }) => ({
        text: `${count(faults.length, 'fault')} in the file. The service does not start, and one that runs goes by what stood there before`,
        details: faults,
        remedy: 'Mend the file, and look again with npm run tenants',
      }),
    },
    switches: {
      none: () => ({ text: 'none is in force' }),
      inForce: ({ switches }) => ({ text: `${switches.length} in force`, details: switches.map(tellSwitch) }),
    },
    database: {
      answers: ({ ms, kind }) => ({ text: `${kind === 'postgres' ? 'PostgreSQL' : 'SQLite'} answers in ${ms} ms` }),
      slow: ({ ms }) => ({
        text: `answers, but takes ${ms} ms. Everybody waits for that, every time`,
        remedy: 'Put the database nearer to the service, or see what keeps it busy.',
      }),
      none: ({ folder }) => ({ text: `is made in "${folder}" at the first start` }),
      damaged: ({ code }) => ({
        text: `the file is damaged (${code})`,
        remedy:
          'Stop the service, move the file and its -wal and -shm away, and put the last copy in place (OPERATING.md, "Backup and restore").',
      }),
      away: ({ code, where, kind, signIn }) =>
        kind === 'postgres'
          ? {
              text: `${where} does not answer (${code})`,
              remedy: `See whether it runs, and whether this machine reaches it: DATABASE_URL, the firewall.${
                signIn === 'entra' && code === 'timeout'
                  ? ' It may be the login that hangs: is the identity in MicrosoftAppIdentity assigned to where the service runs?'
                  : ''
              }`,
            }
          : {
              text: `the file in "${where}" cannot be opened (${code})`,
              remedy: "Let the service's user read and write the folder and the files.",
            },
      full: ({ code, where }) => ({
        text: `there is no room to keep anything more in "${where}" (${code})`,
        remedy: 'Make room now. Meanwhile the service answers, keeps nothing, and recovers by itself when there is room.',
      }),
      noToken: ({ where }) => ({
        text: `there is no token for the database at ${where}, so the service is not let in`,
        remedy: 'Assign the identity in MicrosoftAppIdentity to where the service runs, and run doctor there.',
      }),
      locked: ({ code, where }) => ({
        text: `the file in "${where}" is locked by another program (${code})`,
        remedy: 'Find what has it open (something that copies it, a tool), and close it.',
      }),
      refused: ({ code, where }) => ({
        text: `${where} does not let the service in (${code})`,
        remedy:
          "Check user, password and name in DATABASE_URL; with DATABASE_AUTH=entra, that the bot's identity has a role in PostgreSQL.",
      }),
    },
    schema: {
      current: () => ({ text: 'fit this version' }),
      empty: () => ({ text: 'are made at the first start' }),
      older: ({ steps }) => ({
        text: `are of an older version (${count(steps, 'step')} missing)`,
        remedy: 'Make a copy, and start the service. It brings the tables up to date by itself.',
      }),
      newer: ({ steps }) => ({
        text: `are of a newer version (${count(steps, 'step')} unknown here). This version does not start on them`,
        remedy: 'Start the newer version, or go back to a copy from before it.',
      }),
    },
    mode: {
      good: () => ({ text: 'the bot and the database belong together' }),
      other: ({ registered }) =>
        registered
          ? {
              text: 'the database is from local mode, where nobody has to prove who they are. The service does not start on it',
              remedy: 'Set DATA_DIR to another folder, or DATABASE_URL to another database.',
            }
          : {
              text: 'the database is that of a registered bot, and there is no registration here. The service does not start on it',
              remedy: 'Set MicrosoftAppId and what belongs to it, or set DATA_DIR to another folder.',
            },
    },
    clock: {
      good: () => ({ text: 'is right' }),
      alone: () => ({ text: 'there is no other clock to hold it against' }),
      drifting: ({ seconds, against }) => ({
        text: `is ${apart(seconds)} apart from ${clocks[against]}`,
        remedy: 'Turn time synchronisation (NTP) on, on this machine and where the database runs.',
      }),
      wrong: ({ seconds, against }) => ({
        text: `is ${apart(seconds)} apart from ${clocks[against]}. If it is this machine that is wrong, all messages from Teams are refused`,
        remedy: 'Turn time synchronisation (NTP) on, on this machine and where the database runs.',
      }),
    },
    keys: {
      good: ({ keys }) => ({ text: keys === 1 ? 'the key is the right one' : `all ${keys} keys are the right ones` }),
      none: () => ({ text: 'local mode makes its own at the first start' }),
      unreadable: ({ folder }) => ({
        text: `the key file in "${folder}" cannot be read`,
        remedy: "Let the service's user read it, or set REFLECTION_KEYS.",
      }),
      faulty: ({ faults }) => ({
        text: `${count(faults.length, 'key does', 'keys do')} not fit the database. The service does not start`,
        details: faults.map((fault) => {
          if (fault.kind === 'relabelled') return `"${fault.id}" was called "${fault.was}" when it sealed here`;
          return {
            wrong: `"${fault.id}" is another than the one that sealed as "${fault.id}" here`,
            missing: `"${fault.id}" is missing, and notes are sealed with it`,
            misplaced: `"${fault.id}" sealed for another tenant, or for all`,
            givenUp: `"${fault.id}" is the name of a key that was given up as lost`,
          }[fault.kind];
        }),
        remedy:
          faults[0]?.kind === 'missing'
            ? `Add it after the first in REFLECTION_KEYS. Is it lost for good: npm run reseal -- --lost ${faults[0].id}`
            : faults[0]?.kind === 'relabelled'
              ? `Call it "${faults[0].was}" again in REFLECTION_KEYS.`
              : 'Get the right one from where you keep keys, and put it into REFLECTION_KEYS. A new key has a new name and goes first.',
      }),
    },
    notes: {
      none: () => ({ text: 'there are none to try' }),
      good: ({ looked }) => ({ text: `a sample of ${looked} opens` }),
      closed: ({ keys }) => ({
        text: keys.map(({ key, looked, closed }) => `${closed} of ${looked} under the key "${key}" do not open`).join('. '),
        remedy: 'The key is right, so the rows were changed or damaged: fetch them from a copy. All else works.',
      }),
    },
    nudges: {
      good: () => ({ text: 'nothing is stuck' }),
      resting: ({ count: waiting }) => ({
        text: `${waiting} waiting where daily questions are turned off (see Switches and Municipalities)`,
      }),
      waiting: ({ count: waiting, minutes }) => ({
        text: `${waiting} waiting to leave, for up to ${span(minutes)}`,
        remedy: 'Look in the log for "nudges cannot leave": its reason says why.',
      }),
      stuck: ({ untaken, unsent, abandoned, minutes }) => ({
        text: `something is stuck, and has been for ${span(minutes)}: ${list([
          ...(untaken > 0 ? [`${count(untaken, 'plan or appointment', 'plans and appointments')} not looked at`] : []),
          ...(unsent > 0 ? [`${unsent} not sent`] : []),
          ...(abandoned > 0 ? [`${abandoned} left half-way`] : []),
        ])}`,
        remedy:
          'Does the service run? Start it, or restart it, and look in the log for "a task of the clock failed". Nothing is sent twice.',
      }),
    },
    backup: {
      good: ({ at, days }) => ({ text: `made on ${day.format(at)}, ${ago(days)}` }),
      old: ({ at, days, most }) => ({
        text: `the last one is of ${day.format(at)}, ${ago(days)}. It should be no older than ${most}`,
        remedy: copyNow,
      }),
      none: () => ({ text: 'nobody ever noted that one was made', remedy: copyNow }),
      unused: () => local,
    },
    ...outside,
  },
  common: {
    blocked: (title, others) => ({ text: `Not looked at, since it depends on "${title}": ${list(others)}` }),
    late: ({ seconds }) => ({
      text: `no answer came within ${seconds} seconds`,
      remedy: 'Run doctor again. If it happens every time, the way there is closed or slow.',
    }),
    broken: ({ error }) => ({
      text: `could not be looked at (${error})`,
      remedy: 'Run doctor again. If it happens every time, report it with the word in brackets.',
    }),
  },
  backedUp: {
    noted: (at) => `Noted: a copy was made on ${time.format(at)}.`,
    notNoted: 'The copy could not be noted. Run npm run doctor to see what is wrong.',
  },
};
