/**
 * Everything that the doctor says, in Danish. What the content and the file of tenants themselves say of a fault stands as they say it.
 */
import type { SwitchInForce } from '../../storage/switches.js';
import type { SettingFault, Unreached } from '../outcomes.js';
import type { Words } from '../words.js';
import { wantedOf } from './settings-da.js';
import { switchWords } from './switches.js';

const day = new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });
const time = new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' });
const count = (n: number, one: string, many: string) => `${n.toLocaleString('da-DK')} ${n === 1 ? one : many}`;
const list = (names: readonly string[]) => new Intl.ListFormat('da-DK').format(names);
const quoted = (names: readonly string[]) => list(names.map((name) => `»${name}«`));

const room = (mb: number) => `${(mb < 10_000 ? mb : Math.floor(mb / 1_000)).toLocaleString('da-DK')} ${mb < 10_000 ? 'MB' : 'GB'}`;

/** Minutes as somebody would say them. */
function span(minutes: number): string {
  if (minutes < 120) return count(minutes, 'minut', 'minutter');
  return minutes < 2_880 ? count(Math.round(minutes / 60), 'time', 'timer') : count(Math.round(minutes / 1_440), 'dag', 'dage');
}

const ago = (days: number) => (days < 1 ? 'inden for det sidste døgn' : `for ${count(days, 'dag', 'dage')} siden`);
const apart = (seconds: number) => (seconds < 120 ? count(seconds, 'sekund', 'sekunder') : span(Math.round(seconds / 60)));
const clocks = { database: 'databasens', internet: 'Microsofts' } as const;

const because: Readonly<Record<Unreached, string>> = {
  name: 'navnet er ukendt',
  refused: 'forbindelsen bliver afvist',
  silent: 'der kommer ikke noget svar',
  certificate: 'certifikatet er ikke til at stole på',
  other: 'forbindelsen gik i stykker undervejs',
};

/** What to do about a host of somebody else's. */
const reach = (host: string, why: Unreached) =>
  ({
    name: `Se, om maskinens DNS kender ${host}.`,
    refused: `Åbn firewallen til ${host}. Tjenesten bruger ingen proxy.`,
    silent: `Åbn firewallen til ${host}. Tjenesten bruger ingen proxy.`,
    certificate: `Skifter jeres netværk certifikater ud undervejs? Undtag ${host}, eller giv Node jeres rodcertifikat med NODE_EXTRA_CA_CERTS.`,
    other: `Prøv igen. Sker det hver gang, så se på vejen til ${host}.`,
  })[why];

const newSecret =
  'Lav en ny i Azure (App registrations → botten → Certificates & secrets), sæt dens Value ind i MicrosoftAppPassword, og genstart.';
const copyNow = 'Tag en kopi (OPERATING.md, »Backup and restore«), og noter den: npm run doctor -- --backed-up';
const registration = 'Tjek MicrosoftAppId, MicrosoftAppTenantId og MicrosoftAppType mod bottens registrering i Azure.';
const proxied = 'Kører tjenesten, og proxyen foran den? Svarer adressen udefra, er det kun herfra, der er lukket.';
const without = 'Botten svarer imens uden den.';
const local = { text: 'bliver ikke brugt i lokal tilstand' };
const noAddress = { text: 'PUBLIC_URL er ikke sat' };

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
        remedy: 'Ret de linjer, og se efter med npm run check-content -- --da',
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
      away: ({ code, where, kind }) =>
        kind === 'postgres'
          ? { text: `${where} svarer ikke (${code})`, remedy: 'Se, om den kører, og om maskinen kan nå den: DATABASE_URL, firewallen.' }
          : { text: `filen i »${where}« kan ikke åbnes (${code})`, remedy: 'Lad tjenestens bruger læse og skrive i mappen og filerne.' },
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
      resting: ({ count: waiting }) => ({ text: `${count(waiting, 'venter', 'venter')}, mens noget er slået fra (se Afbrydere)` }),
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
    token: {
      good: () => ({ text: 'Microsoft lukker botten ind' }),
      local: () => local,
      expired: () => ({ text: 'bottens adgangskode (client secret) er udløbet, så intet svar kommer ud', remedy: newSecret }),
      wrongSecret: () => ({
        text: 'MicrosoftAppPassword er ikke bottens adgangskode (client secret), så intet svar kommer ud',
        remedy: `Er det Secret ID i stedet for Value? ${newSecret}`,
      }),
      unknownApp: () => ({ text: 'Microsoft kender ikke botten i den tenant, så intet svar kommer ud', remedy: registration }),
      unknownTenant: () => ({
        text: 'Microsoft kender ikke tenanten i MicrosoftAppTenantId, så intet svar kommer ud',
        remedy: registration,
      }),
      refused: ({ code }) => ({
        text: `Microsoft afviser botten (${code || 'uden grund'}), så intet svar kommer ud`,
        remedy: registration,
      }),
      unreached: ({ why }) => ({
        text: `login.microsoftonline.com ${why === 'timeout' ? 'svarer ikke' : 'kan ikke nås'}, så intet svar kommer ud`,
        remedy: 'Åbn firewallen til login.microsoftonline.com. Tjenesten bruger ingen proxy.',
      }),
      identityRefused: ({ code }) => ({
        text: `bottens identitet (managed identity) bliver afvist (${code || 'uden grund'}), så intet svar kommer ud`,
        remedy: 'Er det den identitet, botten er registreret med? MicrosoftAppId skal være dens client id.',
      }),
      identityAway: () => ({
        text: 'bottens identitet (managed identity) er ikke til at få fat i, så intet svar kommer ud',
        remedy: 'Tildel identiteten til det sted, hvor tjenesten kører, og kør doctor dér.',
      }),
      vouchedRefused: ({ code }) => ({
        text: `Microsoft tager ikke identiteten (managed identity) for god for botten (${code || 'uden grund'}), så intet svar kommer ud`,
        remedy:
          'Har registreringen en federated credential til den identitet, der står i MicrosoftAppIdentity? Se manifest/OPERATING.md, »On Azure in 30 minutes«, trin 3.',
      }),
      vouchedAway: () => ({
        text: 'identiteten (managed identity), der står inde for botten, eller login.microsoftonline.com er ikke til at få fat i, så intet svar kommer ud',
        remedy:
          'Tildel identiteten i MicrosoftAppIdentity til det sted, hvor tjenesten kører, åbn firewallen til login.microsoftonline.com, og kør doctor dér.',
      }),
    },
    connector: {
      good: ({ hosts }) => ({ text: `${list(hosts)} kan nås` }),
      local: () => local,
      pattern: () => ({ text: 'ALLOWED_SERVICE_HOSTS har kun mønstre, som ingen adresse har' }),
      unreached: ({ host, why }) => ({ text: `${host} kan ikke nås: ${because[why]}. Intet svar kommer ud`, remedy: reach(host, why) }),
    },
    keyHost: {
      good: ({ keys }) => ({ text: `${count(keys, 'nøgle', 'nøgler')} hentet` }),
      local: () => local,
      unreached: ({ host, why }) => ({ text: `${host} kan ikke nås: ${because[why]}. Ingen bliver lukket ind`, remedy: reach(host, why) }),
      strange: ({ host }) => ({
        text: `${host} svarer, men ikke med nøgler. Ingen bliver lukket ind`,
        remedy: 'Fjern OPENID_METADATA_URL, eller ret den. Er den ikke sat, svarer noget på jeres netværk i stedet for Microsoft.',
      }),
    },
    graph: {
      off: () => ({ text: 'slået fra (GRAPH)' }),
      good: () => ({ text: 'botten må slå folks stilling op' }),
      given: () => ({ text: 'der er adgang. Hvad den rækker til, kan ikke ses herfra' }),
      ungranted: () => ({
        text: 'botten må ikke slå folks stilling op: User.Read.All mangler',
        remedy: 'Bed en administrator give botten User.Read.All (application permission) i Azure, eller sæt GRAPH=off.',
      }),
      none: () => ({
        text: 'der er ikke adgang at få til Microsoft Graph',
        remedy: 'Tjek bottens registrering i Azure, eller sæt GRAPH=off.',
      }),
    },
    model: {
      off: () => ({ text: 'slået fra (SECOND_READER)' }),
      good: ({ deployment }) => ({ text: `»${deployment}« svarer` }),
      none: () => ({
        text: `der er ikke adgang at få til Azure OpenAI. ${without}`,
        remedy: 'Giv bottens identitet rollen Cognitive Services OpenAI User på ressourcen.',
      }),
      forbidden: ({ host }) => ({
        text: `${host} lukker ikke botten ind. ${without}`,
        remedy: 'Giv bottens identitet rollen Cognitive Services OpenAI User på ressourcen. Med en nøgle: tjek AZURE_OPENAI_API_KEY.',
      }),
      unknown: ({ deployment, host }) => ({
        text: `${host} har ingen udrulning »${deployment}«. ${without}`,
        remedy: 'Tjek AZURE_OPENAI_DEPLOYMENT og AZURE_OPENAI_API_VERSION i Azure.',
      }),
      trouble: ({ host, status }) => ({
        text: `${host} svarer med fejl (${status}). ${without}`,
        remedy: 'Se Azures driftsstatus, og prøv igen.',
      }),
      unreached: ({ host, why }) => ({ text: `${host} kan ikke nås: ${because[why]}. ${without}`, remedy: reach(host, why) }),
    },
    certificate: {
      off: () => noAddress,
      plain: () => ({ text: 'PUBLIC_URL er ikke https' }),
      unseen: () => ({ text: 'adressen svarer ikke, så der er intet certifikat at se' }),
      good: ({ days }) => ({ text: `gælder i ${count(days, 'dag', 'dage')} endnu` }),
      soon: ({ host, days }) => ({
        text: `${host}: udløber om ${count(days, 'dag', 'dage')}`,
        remedy: 'Forny det nu, og se, hvorfor det ikke sker af sig selv.',
      }),
      ended: ({ host, days }) => ({
        text: `${host}: udløb for ${count(-days, 'dag', 'dage')} siden. Teams kan ikke nå botten`,
        remedy: 'Forny det dér, hvor TLS slutter, og genindlæs proxyen.',
      }),
      untrusted: ({ host, code }) => ({
        text: `${host}: er ikke til at stole på herfra (${code}). Så kan Teams måske ikke nå botten`,
        remedy: 'Brug et certifikat fra en offentlig udsteder, til netop det navn, og send mellemcertifikaterne med.',
      }),
    },
    public: {
      off: () => noAddress,
      good: ({ host, ms }) => ({ text: `${host} svarer på ${ms} ms, og det er denne tjeneste` }),
      other: ({ host }) => ({
        text: `på ${host} svarer noget andet end Ledelseskompas`,
        remedy: 'Tjek PUBLIC_URL, og at proxyen sender alle stier videre til tjenesten.',
      }),
      unreached: ({ host, why }) => ({
        text: `${host} kan ikke nås: ${because[why]}`,
        remedy: why === 'name' ? `Opret ${host} i DNS, eller ret PUBLIC_URL.` : proxied,
      }),
    },
    ready: {
      off: () => noAddress,
      good: () => ({ text: 'tjenesten svarer folk' }),
      learning: () => ({
        text: 'tjenesten er ved at lære indholdet og svarer om et kvart minut',
        remedy: 'Vent, og se igen. Kør npm run build, så er det lært før næste start.',
      }),
      database: () => ({
        text: 'tjenesten kan ikke få fat i sin database, men det kan doctor herfra',
        remedy: 'Har tjenesten samme DATABASE_URL, og samme vej til den? Ellers genstart tjenesten.',
      }),
      other: ({ status }) => ({
        text: `tjenesten er ikke klar (${status})`,
        remedy: 'Vent et minut, og se igen. Bliver det ved, så se i loggen.',
      }),
    },
    unfurl: {
      off: () => noAddress,
      none: () => ({ text: 'ingen grundlag har sider her' }),
      good: ({ path }) => ({ text: `siden ${path} kan åbnes` }),
      missing: ({ url }) => ({
        text: `${url} kan ikke åbnes`,
        remedy: 'Genstart tjenesten med samme CONTENT_DIR og PUBLIC_URL som her, og lad proxyen sende /del/ videre.',
      }),
    },
    package: {
      none: () => ({ text: 'der er ingen i out/. Nævn en med --package' }),
      local: () => local,
      good: ({ file, version }) => ({ text: `${file} (version ${version}) er til denne bot` }),
      unreadable: ({ file }) => ({
        text: `»${file}« er ikke en app-pakke`,
        remedy: 'Lav en: npm run package-app -- --bot-id GUID --host VÆRT',
      }),
      otherBot: ({ file, packed, wanted }) => ({
        text: `${file} er til en anden bot (${packed}). Teams spørger den i stedet`,
        remedy: `Lav den igen med --bot-id ${wanted}, og læg den nye i Teams. Er det MicrosoftAppId, der er forkert, så ret den.`,
      }),
      otherHost: ({ file, packed, wanted }) => ({
        text: `${file} er til en anden adresse (${packed}), så links bliver ikke foldet ud`,
        remedy: `Lav den igen med --host ${wanted}, og læg den nye i Teams. Er det PUBLIC_URL, der er forkert, så ret den.`,
      }),
    },
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
