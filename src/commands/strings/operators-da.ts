/**
 * What the commands of those who run the service say, in Danish.
 */
import { switchWords } from '../../doctor/strings/switches.js';

/** Stands at the end of every usage. */
export const language = '       Med --da taler kommandoen dansk. Ellers taler den engelsk (--en).';

/** The Danish texts. */
export const operators = {
  export: {
    usage: `Brug: npm run --silent export -- --tenant ID --person ID [--out fil]
       Begge id'er er dem fra Microsoft Entra: tenantens, og personens objekt-id.
       Hver eksport efterlader en linje i audit.log i DATA_DIR og på stderr: tidspunktet og SHA-256 af TENANT/PERSON med
       små bogstaver (printf '%s' tenant/person | sha256sum). Så kan en person få at vide, hvem der har set efter, og hvornår.
${language}`,
    nobody: "Der er ikke gemt noget om den person. Tjek begge id'er.",
    written: (file: string) => `Skrevet til »${file}«. Slet filen, når personen har den.`,
    exists: (file: string) => `»${file}« findes allerede. Nævn en ny fil`,
    unwritable: (file: string, code: unknown) => `»${file}« kan ikke skrives (${code}). Nævn en fil i en mappe, du må skrive i`,
  },
  papers: {
    usage: `Brug: npm run papers -- --out mappe [--tenant ID] [--date 2026-11-30]
       Skriver fakta til databeskyttelsesrådgiver, it og MED, på dansk, ud fra koden og indstillingerne her: fortegnelse,
       konsekvensanalyse, sletning, komponenter (også som CycloneDX), tilgængelighed og en orientering. Begynd med index.html.
       Uden --date er de skrevet i dag. Åbner hverken database eller nøgler.
${language}`,
    whichTenant: (tenants: string) => `--tenant mangler: hver kommune får sine egne papirer. Skriv en af: ${tenants}`,
    unknownTenant: (id: string, tenants: string) => `--tenant »${id}« er ikke en kommune her. Skriv en af: ${tenants}`,
    noTenants: '--tenant er for installationer med TENANTS_FILE. Udelad den',
    noDate: (date: string) => `--date »${date}« er ikke en dato. Skriv den som 2026-11-30.`,
    noList: (reason: string) =>
      `listen over komponenter kan ikke laves (${reason}). Kør kommandoen med npm 10 eller nyere i pakkens mappe, hvor package-lock.json ligger. Intet er skrevet`,
    written: (count: number, file: string) => `${count} filer er skrevet. Begynd med ${file}`,
    unwritable: (folder: string, code: unknown) => `»${folder}« kan ikke skrives (${code}). Nævn en mappe, du må skrive i`,
  },
  licenses: {
    reasons: {
      notice: 'lempelig: behold copyrightmeddelelsen',
      unconditional: 'lempelig: ingen betingelser',
      endorsement: 'lempelig: behold copyrightmeddelelsen, brug ikke navnet som anbefaling',
      patents: 'lempelig: behold copyrightmeddelelsen, patentret følger med',
      python: 'lempelig: behold copyrightmeddelelsen (parseren argparse kommer fra Python)',
      publicDomain: 'offentlig ejendom',
      files: 'dens egne filer forbliver åbne: de bruges uændret, og kilden er offentlig',
      data: 'kun data: nævner sin kilde, se kildeangivelserne',
    },
    noneNamed: 'ingen nævnt',
    unnamed: (name: string) =>
      `${name} nævner ingen licens. Læs dens filer, og skriv den så i foundByHand i src/commands/licenses.ts, eller undvær den.`,
    refused: (name: string, expression: string) =>
      `${name} er »${expression}«, som ikke er på listen over tilladte licenser i src/commands/licenses.ts. Skriv den der med grunden, eller undvær den.`,
    attributions: 'Kildeangivelser',
    asks: {
      holidays: 'dens data er CC BY 3.0 efter package.json og CC BY-SA 3.0 efter dens LICENSE-fil: nævn kilden og licensen; bruges uændret',
    },
    given: (asks: string, page: string) => `${asks}. Nævnt: siden ${page}, »Kilder og licenser«`,
    byHand: 'Slået op i hånden',
    found: (expression: string, file: string, heading: string) => `${expression} (${file}, under ${heading})`,
    installed: (here: number, all: number, megabytes: string) =>
      `${here} af ${all} pakker er installeret på denne maskine, ${megabytes} MB filer:`,
    allMayShip: (all: number) => `Alle ${all} pakker må følge med.`,
    someMayNot: (some: number, all: number) => `${some} af ${all} pakker må ikke følge med:`,
  },
  moveData: {
    usage: `Brug: npm run move-data [-- --to postgres://bruger:adgangskode@vært:5432/database]
       Flytter alt fra SQLite-filen i DATA_DIR til en tom PostgreSQL-database, og tæller det der.
       Uden --to er målet DATABASE_URL, med DATABASE_AUTH; andre på denne maskine kan læse en kommandolinje.
       1. Stop tjenesten.  2. Kør denne: alt eller intet, så kør den igen, hvis den bliver afbrudt.
       3. Sæt DATABASE_URL, og start. Filen bliver, som den var: slet den og dens kopier, når alt er i orden.
       Noter er stadig krypteret med de nøgler, de har. Efterlader en linje i audit.log i DATA_DIR og på stderr.
${language}`,
    noTarget: 'der er intet mål. Skriv --to postgres://…, eller sæt DATABASE_URL',
    noAddress: '--to er ikke en PostgreSQL-adresse. Skriv postgres://bruger:adgangskode@vært:5432/database',
    noDatabase: (folder: string) => `der er ingen database i »${folder}«. Sæt DATA_DIR til den mappe, den ligger i`,
    nothingMoved: (code: unknown) => `intet blev flyttet (${code}). Se, om begge databaser svarer, og kør kommandoen igen`,
    head: ['tabel', 'her', 'der'] as readonly string[],
    moved: 'Alt er der. Sæt DATABASE_URL, og start tjenesten.',
  },
  nudges: {
    usage: `Brug: npm run nudges -- --at 2026-11-24T08:00+01:00 [--dry-run], eller npm run nudges -- --report [--days 14]
${language}`,
    noSwitches: 'Databasen siger ikke, hvad der er slået fra, så der bliver ikke sendt noget. Se, om den svarer, og kør kommandoen igen.',
    noDays: (days: string) => `--days »${days}« er ikke et antal dage. Skriv 1 til 999.`,
    noTime: (at: string) => `--at »${at}« er ikke et tidspunkt med forskel fra UTC. Skriv det som 2026-11-24T08:00+01:00.`,
    nothingDue: 'Der var ikke noget at sende.',
    head: ['udfald', 'hvorfor', 'personer', 'samtaler'] as readonly string[],
    noNudges: 'Ingen faste spørgsmål i de dage.',
    pass: (at: string) => `En runde, som var det ${at}`,
    dryRun: (at: string) => `Prøve, intet bliver sendt: en runde, som var det ${at}`,
  },
  offboard: {
    usage: `Brug: npm run offboard -- --tenant ID [--out mappe] [--delete [--yes]] [--backups-days dage]
       Når en kommune forlader botten. Uden mere tæller den, hvad der er gemt. ID er tenantens id i Microsoft Entra.
       --out skriver det hele i en ny mappe: en fil for hver person, og en for det, der er delt i samtaler.
       --delete sletter det fra alle tabeller, når du har skrevet tenantens id (--yes spørger ikke).
       --backups-days er, hvor mange dage kopier af databasen bliver gemt; så siger rapporten, hvornår den sidste er væk.
       1. Fjern appen i Teams hos kommunen.  2. Tag tenanten ud af ALLOWED_TENANTS, og genstart.  3. Kør denne.
       Bliver den afbrudt, så kør den igen. Efterlader en linje i audit.log i DATA_DIR og på stderr.
${language}`,
    nothing: (tenant: string) => `Der er ikke noget tilbage for »${tenant}«.`,
    handed: (people: number, shared: number, folder: string) =>
      `Skrevet til »${folder}«: filer for ${people} personer, og ${shared} linjer fra samtaler. Giv mappen videre, og slet den.`,
    notEmpty: (folder: string) => `»${folder}« er ikke tom. Nævn en ny mappe; intet er slettet`,
    unwritable: (folder: string, code: unknown) =>
      `»${folder}« kan ikke skrives færdig (${code}); intet er slettet. Nævn en ny mappe, du må skrive i, og kør kommandoen igen`,
    sure: (tenant: string, rows: number) =>
      `${rows} rækker bliver slettet, og kun en kopi af databasen kan give dem igen.\nSkriv tenantens id (${tenant}) for at slette: `,
    notSure: 'intet er slettet: det er ikke tenantens id. Skriv det, som det står, eller giv --yes',
    progress: (done: number, all: number) => `slettet ${done} af ${all}`,
    table: 'tabel',
    stored: 'gemt',
    deleted: 'slettet',
    all: 'i alt',
    nothingDeleted: 'Intet er slettet. --delete sletter det.',
    notScrubbed:
      'Det slettede kan stå i SQLite-filens log lidt endnu, for en anden proces læser i den. Stop tjenesten, og start den igen: så er den tom.',
    stillServed:
      'Kommunen får stadig svar: tag den ud af ALLOWED_TENANTS og genstart, eller slå den fra med npm run tenants, og kør kommandoen igen. Ellers kan der komme nyt.',
    elsewhere: 'Det er her endnu:',
    backups: (today: string, until: string | undefined) =>
      `- Kopier af databasen fra ${today} og før har det hele i sig, ${until ? `og den sidste er væk ${until}.` : 'så længe de er gemt. --backups-days siger hvornår.'}`,
    cards: (cards: number, stale: number) =>
      `- ${cards} delte kort står i Teams med navne og svar på, og botten kan ikke ændre dem mere (${stale} skulle være ændret). De bliver, til nogen sletter dem i samtalen.`,
    digests: '- Aftryk af id’er, som ingen kan læse noget af, og som selv forsvinder inden for ni dage.',
    logs: '- Logs: der står ingen tekster, navne eller id’er i dem, så der er intet at slette. audit.log har aftryk af, hvem der blev udleveret.',
    keys: (ids: string) =>
      `- Tenantens egne nøgler (${ids}). Ødelæg dem til sidst, her og i adgangskodeboksen: så kan ingen mere læse de noter, påmindelser og aftaler i kopierne, som de har krypteret. Navne, roller og tider er ikke krypteret.`,
    noKeys: '- Den har ingen nøgler for sig selv: dens noter i kopierne kan læses med REFLECTION_KEYS, så længe kopierne er gemt.',
  },
  packageApp: {
    usage: `Brug: npm run package-app -- --bot-id <guid> --host <navn> [--app-id <guid>] [--out fil.zip]
       --graph nævner bottens registrering, så Teams Administration viser, hvad den har lov til. Det sker også med GRAPH=on.
       --any-host tager også et navn, som andre deler domæne med. Teams' appbutik tager det ikke.
eller: npm run package-app -- --check fil.zip
       Læser en pakke igen: hvad den er, og hvad der er galt med den.
${language}`,
    botId: 'Det er bottens program-id (klient-id) i Azure',
    appId: 'Udelad den for at bruge bottens id',
    missing: (option: string, what: string) => `${option} mangler. ${what}.`,
    noId: (option: string, value: string, what: string) =>
      `${option} »${value}« er ikke et id som 01234567-89ab-cdef-0123-456789abcdef. ${what}.`,
    nobodysId: (option: string, value: string, what: string) => `${option} »${value}« er ingens id. ${what}.`,
    noHost: '--host mangler. Det er det navn, botten svarer under, for eksempel kompas.example.dk.',
    badHost: (host: string) =>
      `--host »${host}« er ikke et værtsnavn, Teams kan nå. Skriv kun navnet, som kompas.example.dk: uden https://, port og sti.`,
    emptyOut: '--out er tom. Nævn en fil, eller udelad den.',
    placeholder: (placeholder: string, known: string) =>
      `manifest/manifest.json: der kendes intet for »${placeholder}«. Brug en af disse: ${known}`,
    noPath: (file: string, path: string) => `${file}: »${path}« oversætter ikke noget i manifest.json. Fjern den, eller ret dens sti.`,
    noTools: 'Pakkerne til udvikling mangler. Kør npm ci, og kør så kommandoen igen.',
    noSchema: (file: string, version: unknown) =>
      `${file}: @microsoft/app-manifest har intet skema til manifestVersion »${version}«. Brug en version, den har.`,
    sharedHost: (host: string, domain: string) =>
      `Enhver kan få et navn under ${domain}, også efter jer. Derfor tager Teams' appbutik ikke ${host}; i jeres egen organisation virker det. Lad hellere et navn af jeres eget pege på tjenesten.`,
    anyHost: 'Skriv --any-host, hvis pakken kun er til jer selv.',
    unreadable: (file: string, code: unknown) => `»${file}« kan ikke læses (${code}). Nævn en anden fil.`,
    check: {
      noZip: 'Det er ikke en zip-fil. Nævn den fil, package-app skrev.',
      noManifest: 'Der er ingen manifest.json i pakken.',
      noJson: 'manifest.json i pakken er ikke JSON.',
      inFolder: (file: string) => `Manifestet ligger i en mappe (${file}). Pak det, der er i mappen, og ikke mappen selv.`,
      lacks: (path: string) => `manifest.json: »${path}« mangler eller er ikke, som det skal være.`,
      unfilled: 'manifest.json har pladser, der ikke er udfyldt. Lav pakken med package-app.',
      nobodysId: 'Et id består af nuller: det er ingens.',
      otherBot: (bot: string, other: string) => `Pakken nævner to bots: ${bot} og ${other}. De skal være ens.`,
      noAddress: (address: string) => `»${address}« er ikke en adresse med https.`,
      elsewhere: (address: string) => `»${address}« ligger ikke på en vært, som pakken selv nævner (validDomains).`,
      noFile: (file: string) => `${file} mangler i pakken.`,
      noPng: (file: string) => `${file} er ikke et PNG-billede.`,
      wrongSize: (file: string, width: number, height: number, side: number) =>
        `${file} er ${width} x ${height} pixel. Teams vil have ${side} x ${side}.`,
      badLanguage: (file: string) => `${file} er ikke JSON.`,
      otherVersion: (file: string, version: string) => `${file} er af en anden version end manifestet (${version}).`,
      stray: (file: string) => `${file} hører ikke til i pakken: manifestet nævner den ikke.`,
      what: (name: string, version: string, manifest: string, languages: string) =>
        `${name}, version ${version} (manifest ${manifest}), på ${languages}`,
      ids: (app: string, bot: string) => `App ${app}, bot ${bot}`,
      scopes: { personal: 'en personlig chat', team: 'et team', groupChat: 'en gruppechat' },
      where: (scopes: string, extension: boolean) => `Bruges i: ${scopes}${extension ? ' og som meddelelsesudvidelse' : ''}`,
      host: (hosts: string) => `Vært: ${hosts}`,
      asks: (id: string) => `Nævner registreringen ${id}: Teams Administration viser, hvad den har lov til`,
      asksNothing: 'Beder ikke om noget, som en administrator skal give lov til',
      good: 'Ingen fejl.',
    },
    unwritable: (file: string, code: unknown) => `»${file}« kan ikke skrives (${code}). Nævn en anden fil med --out.`,
    written: (file: string, kilobytes: string, parts: string) => `${file} (${kilobytes} kB): ${parts}`,
    values: (version: string, app: string, bot: string, host: string) =>
      `Version ${version}, app ${app}, bot ${bot}, sider på https://${host}`,
  },
  editor: {
    usage: `Brug: npm run editor -- --list [--tenant ID]
       Viser de breve til redaktøren, der venter: id, dato, grundlag, hvorfor og et navn, hvis afsenderen har skrevet det på.
       Hver visning efterlader en linje i audit.log i DATA_DIR og på stderr.
eller: npm run editor -- --done ID [ID …] [--tenant ID]
       Krydser breve af.
${language}`,
    none: 'Der er ingen breve, der venter.',
    tenant: (id: string) => `Tenant ${id}`,
    noFramework: 'uden grundlag',
    unsigned: 'uden navn',
    reason: {
      silent: 'stod der ikke',
      unclear: 'blev ikke forstået',
      disliked: 'svaret passede ikke',
      asked: 'skrevet af sig selv',
    } as Readonly<Record<'silent' | 'unclear' | 'disliked' | 'asked', string>>,
    stranger:
      'Den, der skal læse brevene (EDITOR_ID, eller editor i TENANTS_FILE), har aldrig skrevet til botten og får derfor ikke besked i Teams. Bed dem skrive »hej« til den.',
    finished: (n: number) => `Krydset af: ${n}.`,
    unknown: (n: number, finished: number) => `${n} af id’erne hører ikke til noget brev, der venter. Krydset af: ${finished}.`,
  },
  reseal: {
    usage: `Brug: npm run reseal
       Krypterer alle noter med den første nøgle i REFLECTION_KEYS, og siger, hvilke af de andre der kan undværes.
       1. Sæt den nye nøgle først i REFLECTION_KEYS, behold de gamle efter den, og genstart alle instanser.
       2. npm run reseal
       3. Tag de nøgler ud, som den siger kan undværes, og genstart.
eller: npm run reseal -- --lost ID
       Opgiver en nøgle, der er tabt for altid og ikke står i REFLECTION_KEYS: tjenesten starter uden den, og de noter,
       der var krypteret med den, kan aldrig åbnes igen, medmindre en kopi af nøglen dukker op, før de bliver slettet.
       Hver kørsel efterlader en linje i audit.log i DATA_DIR og på stderr.
${language}`,
    progress: (moved: number) => `${moved} tekster er nu krypteret med den første nøgle`,
    moved: (n: number) => `Krypteret på ny med den første nøgle: ${n}.`,
    unopened: (n: number) => `Kan ikke åbnes med nogen nøgle, og er, som de var: ${n}.`,
    keep: (key: string, count: number) =>
      `Nøglen »${key}« er stadig brugt til ${count}: behold den. Genstart alle instanser med den nye nøgle først, og kør kommandoen igen; det, der så ikke kan åbnes, er ødelagt.`,
    mayLeave: (key: string) => `Nøglen »${key}« er ikke brugt til noget mere: den kan tages ud af REFLECTION_KEYS.`,
    noOther: 'Der er ingen anden nøgle.',
    isThere: (key: string) => `nøglen »${key}« står i REFLECTION_KEYS. Tag den ud der, hvis den er tabt`,
    nothingSealed: (key: string) => `intet er krypteret med en nøgle »${key}«. Tjek navnet igen`,
    givenUp: (key: string, count: number) =>
      `Nøglen »${key}« er opgivet. Det, den blev brugt til, kan ikke åbnes: ${count}. Ingen anden nøgle må få dens navn.`,
  },
  tenants: {
    usage: (switches: string) => `Brug: npm run tenants
       Viser kommunerne i TENANTS_FILE. Tjenesten læser filen igen inden for et minut efter hver ændring.
eller: npm run tenants -- --add ID --name "Nordkøbing Kommune" [--frameworks sammen,socialafdelingen] [--default sammen]
eller: npm run tenants -- --off ID [kontakt]      kontakt: ${switches} (uden: served, altså det hele)
eller: npm run tenants -- --on ID [kontakt]
eller: npm run tenants -- --remove ID             sletter intet af det, folk har gemt: det gør npm run offboard
${language}`,
    noFile:
      'TENANTS_FILE er ikke sat. Nævn en fil der, for eksempel tenants.yaml; manifest/tenants.example.yaml viser, hvordan den ser ud.',
    head: ['navn', 'kommunens id', 'grundlag', 'slået fra'] as readonly string[],
    all: 'alle',
    isThere: (id: string) => `»${id}« er der allerede. Ret den i filen, eller brug --on og --off`,
    unknown: (id: string) => `»${id}« er ikke i filen. Kør npm run tenants for at se dem, der er`,
    last: 'det er den sidste kommune i filen. Slå den fra med --off, eller fjern TENANTS_FILE',
    hasKeys: (name: string) =>
      `${name} har sine egne nøgler. Kør npm run offboard med --delete, tag så linjen »keys« ud, genstart, og kør kommandoen igen`,
    unchanged: 'Filen er, som den var.',
    added: (name: string) => `${name} er tilføjet, og får svar inden for et minut. Appen skal også være tilladt i kommunens Teams.`,
    turned: (name: string, what: string, isOn: boolean) =>
      `${name}: ${what} er slået ${isOn ? 'til' : 'fra'}. Det gælder inden for et minut.`,
    removed: (name: string) =>
      `${name} er ude af filen, og får ikke svar mere. Det, folk har gemt, ligger der endnu: npm run offboard udleverer og sletter det.`,
  },
  admin: {
    usage: `Brug:  npm run admin                                   hvad der er slået fra, siden hvornår og til hvornår
eller: npm run admin -- --stop                         intet får svar ud over én venlig linje, og intet bliver sendt
eller: npm run admin -- --go                           alt er, som det var før --stop
eller: npm run admin -- --nudges off [--tenant ID]     ingen faste spørgsmål, påmindelser og aftaler; tilbage med --nudges on
eller: npm run admin -- --pause-until 2026-12-27 [--tenant ID]
       Det samme indtil den dag; så kommer de igen af sig selv, eller før med --nudges on.
eller: npm run admin -- --served off --tenant ID       en kommune er slået fra; tilbage med --served on
eller: npm run admin -- --limit-to pilotgruppe.csv [--tenant ID]
       Kun de personer får svar. Filen er Entras eksport af en gruppes medlemmer; tilbage med --no-limit.
       Alle instanser retter sig efter det inden for et minut. Hver ændring efterlader en linje i audit.log i DATA_DIR og på stderr.
${language}`,
    needsTenant: 'skriv, hvilken kommune det gælder: --served off --tenant ID. Alt for alle er --stop',
    unknown: (id: string, known: string) => `ingen får svar under »${id}«. Skriv --tenant med et af: ${known}`,
    noDate: (text: string) =>
      `--pause-until »${text}« er ikke en dag fra i morgen og højst et år frem. Skriv den som 2026-12-27, eller brug --nudges off`,
    noDatabase: (folder: string) =>
      `der er ingen database i »${folder}« og ingen registrering. Kør kommandoen i tjenestens mappe med tjenestens indstillinger`,
    file: {
      unreadable: (file: string) => `»${file}« kan ikke læses som CSV. Tjek navnet, og eksportér den fra Entra igen`,
      'no-column': (file: string) =>
        `»${file}« har ingen kolonne id, objectId eller Object Id i sin første linje. Eksportér gruppens medlemmer fra Entra`,
      empty: (file: string) => `der er ingen i »${file}«. Med den ville ingen få svar: brug --stop til det`,
      'too-many': (file: string) => `»${file}« har flere personer, end nogen kommune har ledere. Er det den rigtige?`,
      'no-id': (file: string, lines: string) =>
        `»${file}« har ikke et object id fra Entra i linje ${lines}. Ret den, og kør kommandoen igen`,
    },
    leftOut: (n: number) =>
      `${n} ${n === 1 ? 'linje' : 'linjer'} med grupper eller enheder er udeladt: Personer i grupper inde i gruppen er ikke i filen.`,
    was: 'Det var ikke slået fra: Intet er ændret.',
    done: (place: string) => `Gjort i ${place}. Alle instanser retter sig efter det inden for et minut.`,
    nothing: 'Intet er slået fra her: Det, indstillingerne siger, gælder.',
    head: ['hvad', 'gælder', 'siden', 'til'] as readonly string[],
    all: 'alle',
    what: switchWords.da,
  },
};

/** The shape of these texts. */
export type OperatorTexts = typeof operators;
