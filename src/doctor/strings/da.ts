/**
 * Everything that the doctor says, in Danish. What the content and the file of tenants themselves say of a fault stands as they say it.
 */
import type { SwitchInForce } from '../../storage/switches.js';
import type { SettingFault } from '../outcomes.js';
import type { Words } from '../words.js';
import { ago, apart, clocks, count, day, list, local, quoted, room, span, time } from './forms-da.js';
import { outside } from './outside-da.js';
import { wantedOf } from './settings-da.js';
import { switchWords } from './switches.js';

const copyNow = 'Tag en kopi (OPERATING.md, »Backup and restore«), og noter den: npm run doctor -- --backed-up';

function tellSwitch({ what, tenant, since, until, people = 0 }: SwitchInForce): string {
  const said = what === 'limited' ? switchWords.da.limited(people) : switchWords.da[what];
  const to = until ? ` til ${day.format(new Date(until))}` : '';
  return `${said}${tenant ? ` (${tenant})` : ''}, siden ${time.format(since)}${to}`;
}

/** One that must go is seldom: why stands in the service's own words. */
function tellFault({ setting, kind, said }: SettingFault): string {
  const wanted = wantedOf[setting];
  if (kind === 'surplus' || !wanted) return `${setting} ${kind === 'surplus' ? 'skal væk' : 'er forkert'} (${said})`;
  return `${setting} ${kind === 'missing' ? 'mangler' : 'er forkert'}. Skriv ${wanted}`;
}

/** The Danish words. */
export const da: Words = {
  usage: `Brug: npm run --silent doctor -- [--package fil.zip] [--json]
       Ser installationen efter: hver linje er i orden, en advarsel eller en fejl, og under det, der er galt, står der, hvad du gør.
       Intet bliver ændret. --package ser på den app-pakke i stedet for den nyeste i out/. --json er til maskiner.
       Slutter med 0 (alt i orden), 1 (advarsel), 2 (fejl) eller 3 (forkert brug), som Nagios og andre overvågningssystemer læser det.
       npm run doctor -- --backed-up noterer i databasen, at der netop er taget en kopi af den. Kør den lige efter kopien.
       Med --en taler kommandoen engelsk. Ellers taler den dansk (--da).`,
  verdicts: { ok: 'ok', warn: 'ADVARSEL', fail: 'FEJL', 'not-asked': '-' },
  titles: {
    node: 'Node',
    zone: 'Dansk tid',
    disk: 'Disk',
    room: 'Plads',
    rights: 'Rettigheder',
    settings: 'Indstillinger',
    registration: 'Tilstand',
    content: 'Indhold',
    tenants: 'Kommuner',
    switches: 'Afbrydere',
    database: 'Database',
    schema: 'Tabeller',
    mode: 'Databasens bot',
    clock: 'Ur',
    keys: 'Nøgler',
    notes: 'Noter',
    nudges: 'Daglige spørgsmål',
    backup: 'Kopi',
    token: 'Login',
    connector: 'Vej til Teams',
    keyHost: 'Teams’ nøgler',
    graph: 'Graph',
    model: 'Sprogmodel',
    certificate: 'Certifikat',
    public: 'Adresse',
    ready: 'Klar',
    unfurl: 'Links',
    package: 'App-pakke',
  },
  summary({ fails, warnings, ok, notAsked }) {
    const rest = `${ok} i orden, ${notAsked} ikke brugt eller ikke set på`;
    const warned = warnings.length > 0 ? `${count(warnings.length, 'advarsel', 'advarsler')} (${list(warnings)}); ` : '';
    if (fails.length > 0) return `FEJL: ${count(fails.length, 'fejl', 'fejl')} (${list(fails)}); ${warned}${rest}`;
    return warnings.length > 0 ? `ADVARSEL: ${warned}${rest}` : `OK: ${rest}`;
  },
  looks: {
    node: {
      good: ({ version }) => ({ text: version }),
      ending: ({ version }) => ({ text: `${version} virker, men får ikke flere sikkerhedsrettelser`, remedy: 'Skift til Node 24.' }),
      untried: ({ version }) => ({
        text: `${version} er ikke prøvet med denne version`,
        remedy: 'Brug Node 24. 20, 22 og 26 er også prøvet.',
      }),
    },
    zone: {
      good: () => ({ text: 'maskinen kender både vintertid og sommertid' }),
      missing: () => ({
        text: 'maskinen kender ikke dansk tid, så daglige spørgsmål kommer på forkerte tidspunkter',
        remedy: 'Brug Node fra nodejs.org, eller en udgave med fuld ICU.',
      }),
    },
    disk: {
      own: () => ({ text: 'databasen ligger på maskinens egen disk' }),
      unsure: ({ folder }) => ({
        text: `»${folder}« er på et drev gennem FUSE. Er det et netværksdrev, kan databasen gå i stykker`,
        remedy: 'Sæt DATA_DIR til en mappe på maskinens egen disk, eller brug PostgreSQL (DATABASE_URL).',
      }),
      network: ({ folder, type }) => ({
        text: `»${folder}« er på et netværksdrev (${type}). Dér kan databasen gå i stykker`,
        remedy: 'Sæt DATA_DIR til en mappe på maskinens egen disk, eller brug PostgreSQL (DATABASE_URL).',
      }),
      untold: () => ({ text: 'drevets slags kan ikke ses på dette styresystem' }),
      unused: () => ({ text: 'databasen er ikke en fil' }),
    },
    room: {
      good: ({ freeMb }) => ({ text: `${room(freeMb)} ledig` }),
      low: ({ freeMb, folder }) => ({
        text: `kun ${room(freeMb)} ledig på disken med »${folder}«`,
        remedy: 'Ryd op, eller gør disken større, før den er fuld.',
      }),
      full: ({ freeMb, folder }) => ({
        text: `kun ${room(freeMb)} ledig på disken med »${folder}«. Snart kan intet gemmes`,
        remedy: 'Skaf plads nu. Tjenesten svarer imens, gemmer ingenting, og kommer sig selv, når der er plads.',
      }),
    },
    rights: {
      good: () => ({ text: 'kun tjenestens egen bruger kan læse det, der er gemt' }),
      open: ({ files }) => ({
        text: `andre på maskinen har adgang til ${quoted(files)}`,
        remedy: `Luk for dem: chmod go-rwx ${files.join(' ')}`,
      }),
      closed: ({ folder }) => ({
        text: `denne bruger må ikke skrive i »${folder}«`,
        remedy: 'Kør doctor som tjenestens egen bruger. Er du det, så giv den mappen med chown.',
      }),
      untold: () => ({ text: 'kan ikke ses på dette styresystem' }),
      nothing: ({ folder }) => ({ text: `»${folder}« findes ikke endnu` }),
    },
    settings: {
      good: () => ({ text: 'ingen fejl' }),
      unreadable: ({ file }) => ({
        text: `»${file}« kan ikke læses`,
        remedy: 'Lad tjenestens bruger eje filen (chown), og kun den læse den (chmod 600).',
      }),
      faulty: ({ faults }) => ({
        text: `${count(faults.length, 'fejl', 'fejl')}. Tjenesten starter ikke`,
        details: faults.map(tellFault),
        remedy: 'Ret i .env. Hver indstilling er forklaret i .env.example.',
      }),
    },
    registration: {
      production: () => ({ text: 'registreret bot i drift' }),
      trial: () => ({
        text: 'botten er registreret, men NODE_ENV er ikke production, så tjenesten starter, selv om noget mangler',
        remedy: 'Sæt NODE_ENV=production.',
      }),
      local: () => ({ text: 'lokal tilstand, til prøve på denne maskine' }),
      served: ({ signs }) => ({
        text: `lokal tilstand, men det ligner drift (${list(signs)}). Her skal ingen bevise, hvem de er`,
        remedy: 'Sæt MicrosoftAppId, MicrosoftAppPassword og MicrosoftAppTenantId fra registreringen i Azure, og NODE_ENV=production.',
      }),
    },
    content: {
      good: ({ frameworks }) => ({ text: count(frameworks, 'ledelsesgrundlag', 'ledelsesgrundlag') }),
      unlearned: ({ frameworks }) => ({
        text: `${count(frameworks, 'ledelsesgrundlag', 'ledelsesgrundlag')}, men sproget om dem er ikke lært. Næste start svarer først efter et kvart minut`,
        remedy: 'Kør npm run build. Med eget indhold: med CONTENT_DIR sat.',
      }),
      faulty: ({ faults }) => ({
        text: `${count(faults.length, 'fejl', 'fejl')}. Tjenesten starter ikke`,
        details: faults,
        remedy: 'Ret de linjer, og se efter med npm run check-content',
      }),
    },
    tenants: {
      none: () => ({ text: 'ingen fil (TENANTS_FILE): det samme gælder for alle' }),
      good: ({ tenants, off }) => ({
        text: `${count(tenants, 'kommune', 'kommuner')}${off.length > 0 ? `. Slået fra: ${list(off)}` : ''}`,
      }),
      faulty: ({ faults }) => ({
        text: `${count(faults.length, 'fejl', 'fejl')} i filen. Tjenesten starter ikke, og den, der kører, går efter det, der stod før`,
        details: faults,
        remedy: 'Ret filen, og se efter med npm run tenants -- --da',
      }),
    },
    switches: {
      none: () => ({ text: 'ingen er i brug' }),
      inForce: ({ switches }) => ({ text: `${switches.length} i brug`, details: switches.map(tellSwitch) }),
    },
    database: {
      answers: ({ ms, kind }) => ({ text: `${kind === 'postgres' ? 'PostgreSQL' : 'SQLite'} svarer på ${ms} ms` }),
      slow: ({ ms }) => ({
        text: `svarer, men er ${ms} ms om det. Det venter alle på, hver gang`,
        remedy: 'Læg databasen nærmere tjenesten, eller se, hvad der belaster den.',
      }),
      none: ({ folder }) => ({ text: `bliver lavet i »${folder}« ved første start` }),
      damaged: ({ code }) => ({
        text: `filen er beskadiget (${code})`,
        remedy:
          'Stop tjenesten, flyt filen og dens -wal og -shm væk, og læg den seneste kopi i stedet (OPERATING.md, »Backup and restore«).',
      }),
      away: ({ code, where, kind, signIn }) =>
        kind === 'postgres'
          ? {
              text: `${where} svarer ikke (${code})`,
              remedy: `Se, om den kører, og om maskinen kan nå den: DATABASE_URL, firewallen.${
                signIn === 'entra' && code === 'timeout'
                  ? ' Det kan også være login, der hænger: er identiteten i MicrosoftAppIdentity tildelt det sted, hvor tjenesten kører?'
                  : ''
              }`,
            }
          : { text: `filen i »${where}« kan ikke åbnes (${code})`, remedy: 'Lad tjenestens bruger læse og skrive i mappen og filerne.' },
      full: ({ code, where }) => ({
        text: `der er ikke plads til at gemme mere i »${where}« (${code})`,
        remedy: 'Skaf plads nu. Tjenesten svarer imens, gemmer ingenting, og kommer sig selv, når der er plads.',
      }),
      noToken: ({ where }) => ({
        text: `der er ingen token til databasen på ${where}, så tjenesten bliver ikke lukket ind`,
        remedy: 'Tildel identiteten i MicrosoftAppIdentity til det sted, hvor tjenesten kører, og kør doctor dér.',
      }),
      locked: ({ code, where }) => ({
        text: `filen i »${where}« er låst af et andet program (${code})`,
        remedy: 'Find det, der har den åben (en kopiering, et værktøj), og luk det.',
      }),
      refused: ({ code, where }) => ({
        text: `${where} lukker ikke tjenesten ind (${code})`,
        remedy: 'Tjek bruger, adgangskode og navn i DATABASE_URL; med DATABASE_AUTH=entra, at bottens identitet har en rolle i PostgreSQL.',
      }),
    },
    schema: {
      current: () => ({ text: 'passer til denne version' }),
      empty: () => ({ text: 'bliver lavet ved første start' }),
      older: ({ steps }) => ({
        text: `er fra en ældre version (${count(steps, 'trin', 'trin')} mangler)`,
        remedy: 'Tag en kopi, og start tjenesten. Den bringer selv tabellerne på plads.',
      }),
      newer: ({ steps }) => ({
        text: `er fra en nyere version (${count(steps, 'trin', 'trin')} er ukendt her). Denne version starter ikke på dem`,
        remedy: 'Start den nyere version, eller gå tilbage til en kopi fra før den.',
      }),
    },
    mode: {
      good: () => ({ text: 'botten og databasen hører sammen' }),
      other: ({ registered }) =>
        registered
          ? {
              text: 'databasen er fra lokal tilstand, hvor ingen skal bevise, hvem de er. Tjenesten starter ikke på den',
              remedy: 'Sæt DATA_DIR til en anden mappe, eller DATABASE_URL til en anden database.',
            }
          : {
              text: 'databasen hører til en registreret bot, og her er ingen registrering. Tjenesten starter ikke på den',
              remedy: 'Sæt MicrosoftAppId og det, der hører til, eller sæt DATA_DIR til en anden mappe.',
            },
    },
    clock: {
      good: () => ({ text: 'går rigtigt' }),
      alone: () => ({ text: 'der er intet andet ur at holde det op imod' }),
      drifting: ({ seconds, against }) => ({
        text: `går ${apart(seconds)} anderledes end ${clocks[against]}`,
        remedy: 'Slå tidssynkronisering (NTP) til på maskinen, og hvor databasen kører.',
      }),
      wrong: ({ seconds, against }) => ({
        text: `går ${apart(seconds)} anderledes end ${clocks[against]}. Går denne maskine forkert, bliver alle beskeder fra Teams afvist`,
        remedy: 'Slå tidssynkronisering (NTP) til på maskinen, og hvor databasen kører.',
      }),
    },
    keys: {
      good: ({ keys }) => ({ text: keys === 1 ? 'nøglen er den rigtige' : `alle ${keys} nøgler er de rigtige` }),
      none: () => ({ text: 'lokal tilstand laver sin egen ved første start' }),
      unreadable: ({ folder }) => ({
        text: `nøglefilen i »${folder}« kan ikke læses`,
        remedy: 'Lad tjenestens bruger læse den, eller sæt REFLECTION_KEYS.',
      }),
      faulty: ({ faults }) => ({
        text: `${count(faults.length, 'nøgle', 'nøgler')} passer ikke til databasen. Tjenesten starter ikke`,
        details: faults.map((fault) => {
          if (fault.kind === 'relabelled') return `»${fault.id}« hed »${fault.was}«, da den krypterede her`;
          return {
            wrong: `»${fault.id}« er en anden end den, der har krypteret som »${fault.id}« her`,
            missing: `»${fault.id}« mangler, og der er noter krypteret med den`,
            misplaced: `»${fault.id}« har krypteret for en anden kommune, eller for alle`,
            givenUp: `»${fault.id}« er navnet på en nøgle, der er meldt tabt`,
          }[fault.kind];
        }),
        remedy:
          faults[0]?.kind === 'missing'
            ? `Sæt den ind efter den første i REFLECTION_KEYS. Er den tabt for altid: npm run reseal -- --lost ${faults[0].id}`
            : faults[0]?.kind === 'relabelled'
              ? `Kald den »${faults[0].was}« igen i REFLECTION_KEYS.`
              : 'Hent den rigtige dér, hvor I gemmer nøgler, og sæt den i REFLECTION_KEYS. En ny nøgle skal have et nyt navn og stå først.',
      }),
    },
    notes: {
      none: () => ({ text: 'der er ingen at prøve på' }),
      good: ({ looked }) => ({ text: `en stikprøve på ${looked} kan åbnes` }),
      closed: ({ keys }) => ({
        text: keys.map(({ key, looked, closed }) => `${closed} af ${looked} under nøglen »${key}« kan ikke åbnes`).join('. '),
        remedy: 'Nøglen er rigtig, så rækkerne er ændret eller beskadiget: hent dem fra en kopi. Alt andet virker.',
      }),
    },
    nudges: {
      good: () => ({ text: 'intet hænger' }),
      resting: ({ count: waiting }) => ({ text: `${waiting} venter, hvor daglige spørgsmål er slået fra (se Afbrydere og Kommuner)` }),
      waiting: ({ count: waiting, minutes }) => ({
        text: `${count(waiting, 'venter', 'venter')} på at komme af sted, i op til ${span(minutes)}`,
        remedy: 'Se i loggen efter »nudges cannot leave«: dens reason siger hvorfor.',
      }),
      stuck: ({ untaken, unsent, abandoned, minutes }) => ({
        text: `noget hænger, og har gjort det i ${span(minutes)}: ${list([
          ...(untaken > 0 ? [`${count(untaken, 'plan eller aftale', 'planer og aftaler')}, der ikke er set på`] : []),
          ...(unsent > 0 ? [`${unsent} ikke sendt`] : []),
          ...(abandoned > 0 ? [`${abandoned} efterladt halvvejs`] : []),
        ])}`,
        remedy:
          'Kører tjenesten? Start den, eller genstart den, og se i loggen efter »a task of the clock failed«. Intet bliver sendt to gange.',
      }),
    },
    backup: {
      good: ({ at, days }) => ({ text: `taget ${day.format(at)}, ${ago(days)}` }),
      old: ({ at, days, most }) => ({
        text: `den seneste er fra ${day.format(at)}, ${ago(days)}. Den bør højst være ${most} dage gammel`,
        remedy: copyNow,
      }),
      none: () => ({ text: 'det er aldrig noteret, at der er taget en', remedy: copyNow }),
      unused: () => local,
    },
    ...outside,
  },
  common: {
    blocked: (title, others) => ({ text: `Ikke set på, for det afhænger af »${title}«: ${list(others)}` }),
    late: ({ seconds }) => ({
      text: `der kom intet svar inden for ${seconds} sekunder`,
      remedy: 'Kør doctor igen. Sker det hver gang, er vejen dertil lukket eller langsom.',
    }),
    broken: ({ error }) => ({
      text: `kunne ikke undersøges (${error})`,
      remedy: 'Kør doctor igen. Sker det hver gang, så meld det med ordet i parentesen.',
    }),
  },
  backedUp: {
    noted: (at) => `Noteret: der er taget en kopi ${time.format(at)}.`,
    notNoted: 'Kopien kunne ikke noteres. Kør npm run doctor for at se, hvad der er galt.',
  },
};
