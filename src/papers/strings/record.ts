/**
 * The words of the facts for the record of processing (GDPR, article 30).
 */

/** The words. */
export const recordWords = {
  title: 'Fakta til fortegnelsen (artikel 30)',
  lead: 'Hvad Ledelseskompas behandler af oplysninger om hvem, hvorfor, hvor længe, og hvem der får dem.',
  whoTitle: 'Hvem der er ansvarlig (litra a)',
  fields: [
    { label: 'Dataansvarlig' },
    { label: 'Fælles dataansvarlige, hvis der er nogen' },
    { label: 'Kontaktperson for behandlingen' },
    { label: 'Databeskyttelsesrådgiver' },
    { label: 'Databehandlere: drift, hosting og Microsoft (Teams, Entra, Azure), og hvor aftalerne ligger', lines: 2 },
    { label: 'Behandlingsgrundlag', lines: 2 },
  ],
  purposesTitle: 'Formål (litra b)',
  purposes: [
    'Ledere kan slå op, hvad det vedtagne ledelsesgrundlag siger om deres rolle, med grundlagets egne ord.',
    'Ledere, der selv ønsker det, får spørgsmål til eftertanke, kan skrive noter til sig selv og lave aftaler med sig selv.',
    'Ledere kan dele noget af grundlaget med kolleger og samle svar på det, og skrive til dem, der står bag grundlaget.',
    'Den, der ejer ledelsesgrundlaget, kan se i tal, hvad der bliver spurgt om, uden at se hvem.',
    'Den, der ser ud til at have det svært, får at vide, hvor der er hjælp.',
    'Driften kan holde tjenesten i gang, sikker og inden for Teams’ grænser (log, driftstal, tællere).',
  ],
  othersHere:
    'Installationen bruges af flere kommuner. Den, der driver den, er databehandler for hver af dem og fører sin egen fortegnelse (artikel 30, stk. 2).',
  notTitle: 'Det er ikke et formål',
  not: [
    'At vurdere, måle eller sammenligne ledere eller medarbejdere. Der er ingen visning eller rapport, hvor en arbejdsgiver kan se, hvad en bestemt person har spurgt om eller skrevet.',
    'At træffe afgørelser. Ledelseskompas afgør intet om nogen.',
  ],
  subjectsTitle: 'Hvem oplysningerne handler om (litra c)',
  subjects: [
    'Alle, der får appen installeret i Teams, også når kommunen gør det for dem, og alle, der skriver til Ledelseskompas.',
    'Ansatte, der er med i en gruppechat eller kanal, hvor Ledelseskompas er med, når de svarer på et delt kort.',
    'Den, der har skrevet en besked, som en anden beder Ledelseskompas læse (»Hvad siger grundlaget om dette?«).',
    'Personer, som en leder selv nævner i en note, en aftale, et brev eller et svar. Lederen bliver bedt om at lade være, men teksten er fri.',
  ],
  kindsTitle: 'Hvilke slags oplysninger (litra c)',
  kinds: [
    'Almindelige oplysninger: id’er i Entra og Teams, valgt rolle, sprog og tidszone, tidspunkter for brug, og navnet i de få tilfælde, der er nævnt i tabellen.',
    'Fri tekst, som lederen selv skriver til sig selv. Den kan indeholde alt, også følsomme oplysninger om lederen eller andre.',
    'Hver besked, og det, der skrives i en note, et svar eller et brev, bliver undersøgt for tegn på, at den, der skriver, har det svært. Det sker i hukommelsen, bliver hverken gemt, talt eller meldt videre, og svaret er en henvisning til hjælp. Er der et fast spørgsmål senere samme dag, bliver det sprunget over; det står som en pause på én dag i planen, uden årsag.',
    'Oplysningerne kommer fra lederen selv og fra Teams, som sender navn, id, sprog og tidszone med hver besked. Er opslag af stilling slået til, også fra Microsoft Graph.',
    'CPR-numre, løn, sygefravær og andre oplysninger fra personalesystemer: Ledelseskompas har ingen adgang til dem.',
  ],
  tablesTitle: 'Tabel for tabel',
  tablesLead:
    'Her er hver tabel i databasen og alt, hvad der står i den, bortset fra kommunens og personens id i Entra, som står i alle rækker, der hører til nogen. »Hvem ser det« er i Ledelseskompas. De, der driver det, kan læse alle tabeller; det, der er mærket »krypteret«, kun med nøglen.',
  tables: { head: ['Tabel', 'Hvad', 'Hvorfor', 'Hvor længe', 'Hvem ser det'], widths: [20, 30, 20, 20, 10] },
  recipientsTitle: 'Modtagere, og hvad der forlader tjenesten (litra d)',
  recipientsLead: 'Her er alle, tjenesten kalder. Den følger ingen omdirigeringer og kalder ingen andre.',
  recipients: {
    caption: 'Hvem der bliver kaldt, hvornår og med hvad',
    head: ['Modtager', 'Adresse', 'Her', 'Hvornår', 'Med hvad'],
    widths: [15, 25, 10, 25, 25],
  },
  on: 'Slået til',
  off: 'Slået fra',
  peopleTitle: 'Mennesker, der kan få noget at se (litra d)',
  people: {
    self: 'Lederen selv: alt om sig selv (»eksportér mine data«).',
    conversation: 'De, der er med i en gruppechat eller kanal: det, lederen selv deler eller svarer dér, med navn.',
    sharingOff: 'Deling i gruppechats og kanaler er slået fra her.',
    letters: 'Redaktøren: de breve, ledere selv sender. Uden navn, medmindre lederen sætter kryds ved det.',
    lettersByOperators:
      'Breve til redaktøren: De, der driver Ledelseskompas, åbner dem (npm run editor) og giver dem videre. Uden navn, medmindre lederen sætter kryds ved det.',
    lettersOff: 'Breve til redaktøren er slået fra her.',
    owner: 'Den, der får rapporten fra npm run insight: ugetal, hvor alt under 5 er skjult, og det, der kunne regnes ud af resten, også.',
    operators:
      'De, der driver Ledelseskompas: databasen og loggen. Den, der både har databasen og nøglen, kan åbne noter, aftaler og breve. De kan hente alt om én person (npm run export), så personen kan få det udleveret, og alt om alle, når kommunen forlader installationen (npm run offboard -- --out). Programmets egne kommandoer skriver en linje i audit.log, når de gør det; den, der går uden om dem, sætter intet spor i Ledelseskompas.',
    microsoft: 'Microsoft 365: samtalen i Teams, som alle andre beskeder i Teams.',
  },
  thirdTitle: 'Tredjelande (litra e)',
  third: [
    'Ledelseskompas sender intet til andre end dem i tabellen. Om Microsoft behandler noget uden for EU, afgør kommunens aftale med Microsoft og den region, botten er oprettet i.',
  ],
  thirdFields: [
    { label: 'Region for botten, serveren, databasen og en eventuel sprogmodel' },
    { label: 'Overførsler til tredjelande', lines: 2 },
  ],
  untilTitle: 'Slettefrister (litra f)',
  until: (left: number, silent: number) => [
    `Alt om en person bliver slettet, når personen selv skriver »slet mine data«, ${left} dage efter at appen er fjernet eller beskeder ikke længere når frem, eller når personen i ${silent} dage hverken har brugt Ledelseskompas eller fået en besked fra det.`,
    'Resten står i papiret »Opbevaring og sletning«.',
  ],
  measuresTitle: 'Sikkerhed (litra g)',
  settingsTitle: 'Indstillinger her',
  settings: { caption: 'Sådan er denne installation sat op', head: ['Indstilling', 'Her'], widths: [50, 50] },
} as const;

/** What protects, as it is in the code; what depends on the installation is said by `record.ts`. */
export const measureWords = {
  sealed:
    'Noter, aftaler, påmindelser, breve og det seneste spørgsmål er krypteret (AES-256-GCM) og bundet til det sted, de hører til (kommune, række og, undtagen breve, person). Flyttet et andet sted hen kan de ikke åbnes.',
  keys: {
    settings: 'Nøglen står i REFLECTION_KEYS, uden for databasen.',
    own: 'Kommunen har sin egen nøgle på installationen, uden for databasen. Andre kommuners nøgler åbner ikke dens tekster.',
    file: 'Nøglen ligger i en fil ved siden af databasen, fordi tjenesten er i prøvedrift. I rigtig drift starter den ikke sådan.',
  },
  tenants:
    'Kun personer fra de kommuner (Entra-tenants), der står på listen, får svar. Hver forespørgsel til databasen siger, hvilken kommune den er for.',
  wall: 'I PostgreSQL er der en ekstra mur: Det, der bliver læst og skrevet for en person, kan kun se kommunens egne rækker, også hvis en forespørgsel skulle være forkert (row level security). Kan databasebrugeren ikke oprette den, står det som en advarsel i loggen.',
  door: {
    registered:
      'Alle beskeder, der kommer ind, skal være underskrevet af Microsoft med en nøgle, der bliver kontrolleret. Resten bliver afvist.',
    local: 'Tjenesten er i prøvedrift: Den tager kun imod fra sin egen maskine og tror på, hvem der siger, de skriver.',
  },
  proof: {
    secret: 'Botten viser Microsoft, hvem den er, med en hemmelig nøgle (client secret), der udløber på en bestemt dato.',
    identity: 'Botten viser Microsoft, hvem den er, med en managed identity, så der er ingen hemmelig nøgle at passe på.',
  },
  database: {
    sqlite: 'Databasen er en fil på serveren. Filen selv er ikke krypteret ud over det, der er nævnt; det klarer serverens disk.',
    password: 'Forbindelsen til PostgreSQL bruger en adgangskode. Om den er krypteret, afgør adressen i DATABASE_URL.',
    entra: 'Forbindelsen til PostgreSQL bruger bottens identitet i Entra og er krypteret, med kontrol af certifikatet.',
  },
  tls: 'Tjenesten taler almindelig HTTP. TLS skal slutte foran den, i platformen eller en proxy.',
  log: 'I loggen står ingen tekst, intet navn og intet id fra Teams eller Entra, kun et tilfældigt ord for hver besked. En test prøver det.',
  operatorPort:
    'Porten til driften svarer kun på serveren selv (127.0.0.1). Dér kan læses driftstal og resultatet af npm run doctor, ingen oplysninger om bestemte personer.',
  audit:
    'Programmets egne kommandoer, der henter, flytter, åbner eller sletter det, folk har gemt, skriver først en linje i audit.log. Kan linjen ikke skrives, sker det ikke. Når det bliver prøvet, om nøglerne passer (ved start og med npm run doctor), bliver nogle tekster åbnet i hukommelsen; ingen ser dem, og der kommer ingen linje.',
  limit: (n: number) => `En person får svar på højst ${n} beskeder i minuttet.`,
  supply: 'Alle pakker ligger fast med version og kontrolsum. Listen følger med som sbom.cdx.json.',
  outage: 'Er databasen væk, svarer tjenesten stadig på spørgsmål om grundlaget og siger, at intet kan gemmes.',
};

/** The words of the table of settings. */
export const settingWords = {
  mode: 'Drift',
  registered: 'Rigtig drift, registreret hos Microsoft',
  local: 'Prøvedrift på én maskine (ingen registrering)',
  database: 'Database',
  sqlite: 'SQLite, én fil',
  postgres: 'PostgreSQL',
  left: 'Slet, efter at appen er fjernet (RETENTION_DAYS)',
  silent: 'Slet, når der intet er sket (INACTIVE_DAYS)',
  notes: 'Noter læses (NOTES_IN)',
  notesIn: { dialog: 'I et vindue for sig, som ikke bliver stående i chatten', chat: 'I chatten, som Microsoft 365 gemmer' },
  graph: 'Opslag af stilling (GRAPH)',
  reader: 'Sprogmodel (SECOND_READER)',
  readers: {
    off: 'Slået fra',
    unsure: 'Spørges, når det er uklart, hvad der spørges om',
    always: 'Spørges ved hvert spørgsmål om grundlaget',
  },
  nudges: 'Faste spørgsmål, påmindelser og aftaler',
  sharing: 'Deling i gruppechats og kanaler',
  pages: 'Sider, der kan åbnes med et link (PUBLIC_URL)',
  letters: 'Breve til redaktøren (EDITOR_CONTACT)',
  editor: 'Redaktør, der læser dem i Teams (EDITOR_ID)',
  telemetry: 'Driftstal til overvågning (OTLP)',
  operatorPort: 'Driftstal og eftersyn på serveren selv (OPERATOR_PORT)',
  others: 'Andre kommuner på samme installation',
  none: 'Ingen',
  days: (n: number) => `${n} dage`,
} as const;
