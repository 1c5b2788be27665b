/**
 * What the commands of those who run the service say, in English.
 */
import { switchWords } from '../../doctor/strings/switches.js';
import type { OperatorTexts } from './operators-da.js';

/** Stands at the end of every usage. */
export const language = '       Add --da for Danish; the command speaks English (--en) otherwise.';

/** The English texts. */
export const operators: OperatorTexts = {
  export: {
    usage: `Usage: npm run --silent export -- --tenant ID --person ID [--out file]
       Both ids are those of Microsoft Entra: the tenant's, and the person's object id.
       Each export leaves a line in audit.log in DATA_DIR, and on stderr: the time, and the SHA-256 of TENANT/PERSON in
       lower case (printf '%s' tenant/person | sha256sum), by which a person can be told who looked and when.
${language}`,
    nobody: 'Nothing is stored about that person. Check both ids.',
    written: (file) => `Written to "${file}". Delete the file when the person has it.`,
    exists: (file) => `"${file}" is there already. Name a new file`,
    unwritable: (file, code) => `"${file}" cannot be written (${code}). Name a file in a folder you may write in`,
  },
  papers: {
    usage: `Usage: npm run papers -- --out folder [--tenant ID] [--date 2026-11-30]
       Writes facts for the data protection officer, IT and the MED committee, in Danish, from the code and the settings here: for
       the record of processing, the impact assessment, deletion, components (as CycloneDX too), accessibility, and a letter.
       Begin with index.html. Without --date they are of today. Opens neither database nor keys.
${language}`,
    whichTenant: (tenants) => `--tenant is missing: each municipality gets papers of its own. Write one of: ${tenants}`,
    unknownTenant: (id, tenants) => `--tenant "${id}" is no municipality here. Write one of: ${tenants}`,
    noTenants: '--tenant is for installations with TENANTS_FILE. Leave it out',
    noDate: (date) => `--date "${date}" is not a date. Write it as 2026-11-30.`,
    noList: (reason) =>
      `the list of components cannot be made (${reason}). Run the command with npm 10 or newer in the package's folder, where package-lock.json is. Nothing is written`,
    written: (count, file) => `${count} files are written. Begin with ${file}`,
    unwritable: (folder, code) => `"${folder}" cannot be written (${code}). Name a folder that you may write in`,
  },
  licenses: {
    reasons: {
      notice: 'permissive: keep the notice',
      unconditional: 'permissive: no condition',
      endorsement: 'permissive: keep the notice, no endorsement',
      patents: 'permissive: keep the notice, patents granted',
      python: 'permissive: keep the notice (the parser argparse came from Python)',
      publicDomain: 'public domain',
      files: 'its own files stay open: they are used unchanged, and their source is public',
      data: 'data only: names its source, see the attributions',
    },
    noneNamed: 'none named',
    unnamed: (name) =>
      `${name} names no licence. Read its files, then add it to foundByHand in src/commands/licenses.ts, or do without it.`,
    refused: (name, expression) =>
      `${name} is "${expression}", which is not on the list of allowed licences in src/commands/licenses.ts. Add it there with the reason, or do without it.`,
    attributions: 'Attributions',
    asks: {
      holidays:
        'its data is CC BY 3.0 by package.json and CC BY-SA 3.0 by its LICENSE file: name the source and the licence; used unchanged',
    },
    given: (asks, page) => `${asks}. Given: page ${page}, "Kilder og licenser"`,
    byHand: 'Found by hand',
    found: (expression, file, heading) => `${expression} (${file}, under ${heading})`,
    installed: (here, all, megabytes) => `${here} of ${all} packages are installed on this machine, ${megabytes} MB of files:`,
    allMayShip: (all) => `All ${all} packages may ship.`,
    someMayNot: (some, all) => `${some} of ${all} packages may not ship:`,
  },
  moveData: {
    usage: `Usage: npm run move-data [-- --to postgres://user:password@host:5432/database]
       Moves everything from the SQLite file in DATA_DIR to an empty PostgreSQL database, and counts it there.
       Without --to the target is DATABASE_URL, with DATABASE_AUTH; others on this machine can read a command line.
       1. Stop the service.  2. Run this: whole or not at all, so after an interruption run it again.
       3. Set DATABASE_URL, and start. The file stays as it was: delete it, and its copies, when all is well.
       Notes stay sealed with the keys they have. Leaves a line in audit.log in DATA_DIR, and on stderr.
${language}`,
    noTarget: 'there is no target. Write --to postgres://…, or set DATABASE_URL',
    noAddress: '--to is not a PostgreSQL address. Write postgres://user:password@host:5432/database',
    noDatabase: (folder) => `there is no database in "${folder}". Set DATA_DIR to the folder that it is in`,
    nothingMoved: (code) => `nothing was moved (${code}). See whether both databases answer, and run this again`,
    head: ['table', 'here', 'there'],
    moved: 'Everything is there. Set DATABASE_URL, and start the service.',
  },
  nudges: {
    usage: `Usage: npm run nudges -- --at 2026-11-24T08:00+01:00 [--dry-run], or npm run nudges -- --report [--days 14]
${language}`,
    noSwitches: 'The database does not say what is turned off, so nothing is sent. See whether it answers, and run this again.',
    noDays: (days) => `--days "${days}" is not a number of days. Write 1 to 999.`,
    noTime: (at) => `--at "${at}" is not a time with its offset. Write it like 2026-11-24T08:00+01:00.`,
    nothingDue: 'Nothing was due.',
    head: ['outcome', 'why', 'people', 'teams'],
    noNudges: 'No nudges in these days.',
    pass: (at) => `A pass as at ${at}`,
    dryRun: (at) => `Dry run, nothing is sent: a pass as at ${at}`,
  },
  offboard: {
    usage: `Usage: npm run offboard -- --tenant ID [--out folder] [--delete [--yes]] [--backups-days days]
       When a municipality leaves the bot. Without more it counts what is stored. ID is the tenant's in Microsoft Entra.
       --out writes all of it into a new folder: a file for each person, and one for what is shared in conversations.
       --delete deletes it from every table, once you have typed the tenant's id (--yes does not ask).
       --backups-days is how many days copies of the database are kept; then the report says when the last one is gone.
       1. Remove the app in their Teams.  2. Take the tenant out of ALLOWED_TENANTS, and restart.  3. Run this.
       After an interruption run it again. Leaves a line in audit.log in DATA_DIR, and on stderr.
${language}`,
    nothing: (tenant) => `There is nothing left of "${tenant}".`,
    handed: (people, shared, folder) =>
      `Written to "${folder}": files for ${people} people, and ${shared} lines of conversations. Hand the folder over and delete it.`,
    notEmpty: (folder) => `"${folder}" is not empty. Name a new folder; nothing was deleted`,
    unwritable: (folder, code) =>
      `"${folder}" cannot be written to its end (${code}); nothing was deleted. Name a new folder that you may write in, and run this again`,
    sure: (tenant, rows) =>
      `${rows} rows will be deleted, and only a copy of the database can bring them back.\nType the tenant's id (${tenant}) to delete: `,
    notSure: "nothing was deleted: that is not the tenant's id. Type it as it stands, or give --yes",
    progress: (done, all) => `deleted ${done} of ${all}`,
    table: 'table',
    stored: 'stored',
    deleted: 'deleted',
    all: 'all',
    nothingDeleted: 'Nothing was deleted. --delete deletes it.',
    notScrubbed:
      'What was deleted may stand in the log of the SQLite file a little longer, since another process reads it. Stop the service and start it again: then it is empty.',
    stillServed:
      'The tenant is still answered: take it out of ALLOWED_TENANTS and restart, or turn it off with npm run tenants, and run this again. Else something new may come.',
    elsewhere: 'It is here still:',
    backups: (today, until) =>
      `- Copies of the database from ${today} and before hold all of it, ${until ? `and the last one is gone on ${until}.` : 'as long as they are kept. --backups-days says until when.'}`,
    cards: (cards, stale) =>
      `- ${cards} shared cards stand in Teams with names and answers on them, and the bot can change them no more (${stale} were to be changed). They stay until somebody deletes them in the conversation.`,
    digests: '- Digests of ids, from which nobody can read anything, and which go by themselves within nine days.',
    logs: '- Logs: no texts, names or ids are in them, so there is nothing to delete. audit.log has digests of whose data was handed out.',
    keys: (ids) =>
      `- The tenant's own keys (${ids}). Destroy them last, here and in the password store: then nobody can read the notes, reminders and agreements any more that they sealed in copies. Names, roles and times are not sealed.`,
    noKeys: '- It has no keys of its own: its notes in copies can be read with REFLECTION_KEYS as long as the copies are kept.',
  },
  packageApp: {
    usage: `Usage: npm run package-app -- --bot-id <guid> --host <name> [--app-id <guid>] [--out file.zip]
       --graph names the bot's registration, so that the Teams admin center shows its permissions. GRAPH=on does so too.
       --any-host takes a name in a domain that others share as well. The Teams store does not.
   or: npm run package-app -- --check file.zip
       Reads a package back: what it is, and what is wrong with it.
${language}`,
    botId: "It is the bot's application (client) id in Azure",
    appId: 'Leave it out to use the id of the bot',
    missing: (option, what) => `${option} is missing. ${what}.`,
    noId: (option, value, what) => `${option} "${value}" is not an id like 01234567-89ab-cdef-0123-456789abcdef. ${what}.`,
    nobodysId: (option, value, what) => `${option} "${value}" is nobody's id. ${what}.`,
    noHost: '--host is missing. It is the name the bot answers under, for example kompas.example.dk.',
    badHost: (host) =>
      `--host "${host}" is not a host name that Teams can reach. Write only the name, like kompas.example.dk: no https://, no port, no path.`,
    emptyOut: '--out is empty. Name a file, or leave it out.',
    placeholder: (placeholder, known) => `manifest/manifest.json: nothing is known for "${placeholder}". Use one of: ${known}`,
    noPath: (file, path) => `${file}: "${path}" translates nothing in manifest.json. Remove it or mend its path.`,
    noTools: 'The development packages are missing. Run npm ci, then this again.',
    noSchema: (file, version) => `${file}: @microsoft/app-manifest has no schema for manifestVersion "${version}". Use a version it has.`,
    unwritable: (file, code) => `"${file}" cannot be written (${code}). Name another file with --out.`,
    sharedHost: (host, domain) =>
      `Anybody can have a name in ${domain}, and have it after you. So the Teams store does not take ${host}; in your own organisation it works. Better point a name of your own to the service.`,
    anyHost: 'Write --any-host if the package is for yourselves alone.',
    unreadable: (file, code) => `"${file}" cannot be read (${code}). Name another file.`,
    check: {
      noZip: 'This is not a zip file. Name the file that package-app wrote.',
      noManifest: 'There is no manifest.json in the package.',
      noJson: 'manifest.json in the package is not JSON.',
      inFolder: (file) => `The manifest is in a folder (${file}). Pack what is in the folder, not the folder itself.`,
      lacks: (path) => `manifest.json: "${path}" is missing or not as it should be.`,
      unfilled: 'manifest.json has places that are not filled in. Make the package with package-app.',
      nobodysId: "An id is all zeros: it is nobody's.",
      otherBot: (bot, other) => `The package names two bots: ${bot} and ${other}. They must be the same.`,
      noAddress: (address) => `"${address}" is not an address with https.`,
      elsewhere: (address) => `"${address}" is not on a host that the package itself names (validDomains).`,
      noFile: (file) => `${file} is missing in the package.`,
      noPng: (file) => `${file} is not a PNG picture.`,
      wrongSize: (file, width, height, side) => `${file} has ${width} x ${height} pixels. Teams wants ${side} x ${side}.`,
      badLanguage: (file) => `${file} is not JSON.`,
      otherVersion: (file, version) => `${file} is of another version than the manifest (${version}).`,
      stray: (file) => `${file} does not belong in the package: the manifest does not name it.`,
      what: (name, version, manifest, languages) => `${name}, version ${version} (manifest ${manifest}), in ${languages}`,
      ids: (app, bot) => `App ${app}, bot ${bot}`,
      scopes: { personal: 'a personal chat', team: 'a team', groupChat: 'a group chat' },
      where: (scopes, extension) => `Used in: ${scopes}${extension ? ', and as a message extension' : ''}`,
      host: (hosts) => `Host: ${hosts}`,
      asks: (id) => `Names the registration ${id}: the Teams admin center shows its permissions`,
      asksNothing: 'Asks for nothing that an administrator has to grant',
      good: 'No faults.',
    },
    written: (file, kilobytes, parts) => `${file} (${kilobytes} kB): ${parts}`,
    values: (version, app, bot, host) => `Version ${version}, app ${app}, bot ${bot}, pages at https://${host}`,
  },
  editor: {
    usage: `Usage: npm run editor -- --list [--tenant ID]
       Shows the letters to the editor that wait: id, date, framework, why, and a name where the sender put it there.
       Each time leaves a line in audit.log in DATA_DIR and on stderr.
   or: npm run editor -- --done ID [ID …] [--tenant ID]
       Ticks letters off.
${language}`,
    none: 'No letters are waiting.',
    tenant: (id) => `Tenant ${id}`,
    noFramework: 'no framework',
    unsigned: 'no name',
    reason: { silent: 'was not there', unclear: 'was not understood', disliked: 'the answer was not right', asked: 'of their own accord' },
    stranger:
      'Whoever is to read the letters (EDITOR_ID, or editor in TENANTS_FILE) has never written to the bot, and so is not told in Teams. Ask them to write “hello” to it.',
    finished: (n) => `Ticked off: ${n}.`,
    unknown: (n, finished) => `${n} of the ids belong to no letter that waits. Ticked off: ${finished}.`,
  },
  reseal: {
    usage: `Usage: npm run reseal
       Seals all notes with the first key in REFLECTION_KEYS, and says which of the others may go.
       1. Put the new key first in REFLECTION_KEYS, keep the old ones after it, and restart every instance.
       2. npm run reseal
       3. Take out the keys that it says may leave, and restart.
   or: npm run reseal -- --lost ID
       Gives up a key that is lost for good and not in REFLECTION_KEYS: the service starts without it, and the notes
       that were sealed with it stay closed for ever, unless a copy of the key turns up before they are deleted.
       Each run leaves a line in audit.log in DATA_DIR, and on stderr.
${language}`,
    progress: (moved) => `${moved} texts are sealed with the first key now`,
    moved: (n) => `Sealed anew with the first key: ${n}.`,
    unopened: (n) => `Not opened by any key, and left as they are: ${n}.`,
    keep: (key, count) =>
      `The key "${key}" still seals ${count}: keep it. Restart every instance with the new key first, and run this again; what does not open then is damaged.`,
    mayLeave: (key) => `The key "${key}" seals nothing any more: it may leave REFLECTION_KEYS.`,
    noOther: 'There is no other key.',
    isThere: (key) => `the key "${key}" is in REFLECTION_KEYS. Take it out there, if it is lost`,
    nothingSealed: (key) => `nothing is sealed with a key "${key}". Look at its name again`,
    givenUp: (key, count) => `The key "${key}" is given up. What it sealed stays closed: ${count}. No other key may have its name.`,
  },
  tenants: {
    usage: (switches: string) => `Usage: npm run tenants
       Shows the municipalities in TENANTS_FILE. The service reads the file again within a minute of every change.
or:    npm run tenants -- --add ID --name "Nordkøbing Kommune" [--frameworks sammen,socialafdelingen] [--default sammen]
or:    npm run tenants -- --off ID [switch]      switch: ${switches} (without: served, which is everything)
or:    npm run tenants -- --on ID [switch]
or:    npm run tenants -- --remove ID            deletes nothing that people keep: npm run offboard does
${language}`,
    noFile: 'TENANTS_FILE is not set. Name a file there, such as tenants.yaml; manifest/tenants.example.yaml shows what it looks like.',
    head: ['name', 'tenant', 'frameworks', 'off'] as readonly string[],
    all: 'all',
    isThere: (id: string) => `"${id}" is there already. Change it in the file, or use --on and --off`,
    unknown: (id: string) => `"${id}" is not in the file. Run npm run tenants to see those that are`,
    last: 'this is the last municipality in the file. Turn it off with --off, or remove TENANTS_FILE',
    hasKeys: (name: string) =>
      `${name} has keys of its own. Run npm run offboard with --delete, then take the line "keys" out, restart, and run this again`,
    unchanged: 'The file is as it was.',
    added: (name: string) => `${name} is added, and answered within a minute. The app must be allowed in its Teams as well.`,
    turned: (name: string, what: string, isOn: boolean) => `${name}: ${what} is turned ${isOn ? 'on' : 'off'}. This holds within a minute.`,
    removed: (name: string) =>
      `${name} is out of the file, and no longer answered. What people kept is still there: npm run offboard hands it over and deletes it.`,
  },
  admin: {
    usage: `Usage: npm run admin                                   what is turned off, since when and until when
or:    npm run admin -- --stop                         nothing is answered but one kind line, and nothing is sent
or:    npm run admin -- --go                           all is as it was before --stop
or:    npm run admin -- --nudges off [--tenant ID]     no daily questions, reminders or agreements; back with --nudges on
or:    npm run admin -- --pause-until 2026-12-27 [--tenant ID]
       The same until that day; then they come again by themselves, or before with --nudges on.
or:    npm run admin -- --served off --tenant ID       a municipality is off; back with --served on
or:    npm run admin -- --limit-to pilot-group.csv [--tenant ID]
       Only these people are answered. The file is Entra's export of a group's members; back with --no-limit.
       Every instance obeys within a minute. Each change leaves a line in audit.log in DATA_DIR, and on stderr.
${language}`,
    needsTenant: 'say which municipality is meant: --served off --tenant ID. Everything for everybody is --stop',
    unknown: (id, known) => `nobody is served under "${id}". Write --tenant with one of: ${known}`,
    noDate: (text) => `--pause-until "${text}" is not a day from tomorrow on and within a year. Write it like 2026-12-27, or --nudges off`,
    noDatabase: (folder) =>
      `there is no database in "${folder}", and no registration. Run this in the service's folder, with the service's settings`,
    file: {
      unreadable: (file) => `"${file}" cannot be read as CSV. Look at its name, and export it from Entra again`,
      'no-column': (file) => `"${file}" has no column id, objectId or Object Id in its first line. Export the group's members from Entra`,
      empty: (file) => `nobody is in "${file}". With it nobody would be answered: use --stop for that`,
      'too-many': (file) => `"${file}" has more people than any municipality has leaders. Is it the right one?`,
      'no-id': (file, lines) => `"${file}" has no Entra object id in line ${lines}. Mend it, and run this again`,
    },
    leftOut: (n) =>
      `${n} ${n === 1 ? 'line is' : 'lines are'} of groups or devices and left out: people in groups within the group are not in the file.`,
    was: 'It was not off: nothing is changed.',
    done: (place) => `Done, in ${place}. Every instance obeys within a minute.`,
    nothing: 'Nothing is turned off here: what the settings say holds.',
    head: ['what', 'for', 'since', 'until'],
    all: 'all',
    what: switchWords.en,
  },
};
