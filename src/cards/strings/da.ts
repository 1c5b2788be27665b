/**
 * All Danish texts that cards show, apart from content.
 */

import type { AnswerOf, EditionChange } from '../../answers/answer.js';
import type { Level } from '../../content/framework.js';
import { daPeople } from './da-people.js';
import { daPlan } from './da-plan.js';
import { daSharing } from './da-sharing.js';
import { daTalk } from './da-talk.js';

type Occasion = AnswerOf<'guide'>['occasion'];

const words = ['nul', 'et', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];
const numberOf = (n: number) => words[n] ?? `${n}`;
const firstUpper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const quoted = (text: string) => `»${text}«`;
const udsagn = (n: number) => `${n} udsagn`;

/** The Danish texts; the English ones have the same shape. */
export const da = {
  // The adopted wording and where it comes from
  source: 'Kilde',
  quoted,
  untitled: (name: string) => `${quoted(name)} (titlen er vores)`,
  edition: (year: number) => `${year}`,
  noEdition: 'uden årstal',
  under: (heading: string) => `under ${quoted(heading)}`,
  adopted: 'Teksten ved stregen er den vedtagne ordlyd.',
  uncertain: 'Bemærk: kolonnen er usikker i kilden.',
  uncertainBecause: (reason: string) => reason,
  originals: (n: number) => (n === 1 ? 'Vis kildens egen stavemåde' : `Vis kildens egen stavemåde (${n} steder)`),
  originalsTitle: 'Kildens egen stavemåde',
  originalsNote: 'Vi har rettet åbenlyse slåfejl. Sådan står der i dokumentet:',
  olderShown: (year: string, newer: string) => `Du ser udgaven fra ${year}. Den gældende er ${newer}.`,

  // Folding
  hide: 'Skjul',
  toggle: (show: string, label?: string) => (label ? `${label}: ${show.toLowerCase()} eller skjul` : `${show} eller skjul dem igen`),
  showStatements: (n: number) => `Vis ${udsagn(n)}`,
  showRest: (n: number) => (n === 1 ? 'Vis det sidste udsagn' : `Vis de sidste ${n}`),
  showText: 'Vis teksten',
  showThemes: (n: number) => `Vis alle ${numberOf(n)}`,
  showBehind: 'Vis ordlyden bag',

  // Reflection
  prompt: 'Til eftertanke',
  promptNote: 'Vores spørgsmål, ikke en del af grundlaget.',

  // What was read
  /** On an answer that was found without what is remembered of the asker. */
  forgetful: 'Lige nu kan jeg ikke slå dine valg op (rolle, ledelsesgrundlag og sprog). Svaret er uden dem.',
  corrected: (from: string, to: string): [string, string, string, string, string] => ['Jeg læste ', quoted(from), ' som ', quoted(to), '.'],
  assumed: (said: string, role: string): [string, string, string] => [
    'Ingen af grundlagene nævner ',
    quoted(said),
    `, så her er det, der ligger nærmest: ${quoted(role)}.`,
  ],
  instead: (role: string) => `Vis ${role} i stedet`,

  // Expectations
  expectationsSummary: (role: string, framework: string) => `Det forventes der af ${role} i ${framework}`,
  partSummary: (theme: string, role: string) => `${theme}: det forventes der af ${role}`,

  // Definitions
  definitionSummary: (name: string) => `Det siger grundlaget om ${quoted(name)}`,
  themeIs: (kind: string) => firstUpper(kind),
  noDefinition: 'Dokumentet forklarer det ikke med sine egne ord. Her kan du se, hvad det betyder for hver rolle.',
  subthemes: 'Det rummer',
  forRole: 'Se hvad det betyder for',
  partOf: (theme: string) => `En del af ${theme}`,
  flag: 'Hjørneflag',

  // Common
  commonSummary: (framework: string) => `Det er alle fælles om i ${framework}`,
  short: 'Kort sagt',
  longTitle: 'Den fulde ordlyd',

  // About
  aboutSummary: (framework: string) => `Om ${framework}`,
  aboutFacts: { by: 'Hvem', edition: 'Udgave', roles: 'Roller', themes: 'Indhold', statements: 'Udsagn', contact: 'Spørg' },
  unknownBy: 'Dokumentet nævner ikke kommunen',
  aboutThemes: (n: number, kind: string) => `${firstUpper(numberOf(n))} ${kind}`,
  aboutStatements: (roles: number, common: number) => `${roles} til rollerne og ${common} fælles`,
  showRoles: (n: number) => `Vis de ${numberOf(n)} roller`,
  roles: 'Rollerne',
  seeRole: 'Vis',
  preface: 'Indledning',
  frameworksSummary: 'De ledelsesgrundlag, du kan spørge om',
  frameworks: (n: number) => `Du kan spørge om ${numberOf(n)} ledelsesgrundlag`,
  editionOf: (name: string) => `Ældre udgave af ${name}`,
  seeFramework: 'Læs om det',

  // Topic
  topic: 'Det står der om',
  topicSummary: 'Det står der i ledelsesgrundlaget om dit emne',
  topicEmpty: 'Det står der ikke noget om',
  topicEmptyNote: 'Jeg fandt ingen udsagn om emnet i ledelsesgrundlaget. Prøv et andet ord, eller begynd et af disse steder.',
  topicMore: (n: number) => `Vis ${n} mere`,
  allLeaders: 'Fælles for alle',

  // Reflect
  reflectSummary: 'Et spørgsmål til eftertanke',
  reflectFor: (role: string) => `Til dig som ${role}`,
  reflectForAll: 'Til alle ledere',
  reflectStatementTitle: 'Udsagnet bag',
  another: 'Giv mig et andet spørgsmål',

  // Comparisons
  and: 'og',
  compareRolesSummary: (roles: string) => `${roles} side om side`,
  shared: 'Ens for dem',
  nothingHere: 'Her står der ikke noget til rollen.',
  compareFrameworksSummary: (names: string) => `${names} side om side`,
  compareFrameworks: 'Grundlag side om side',
  noSuchTheme: 'Har ikke noget tema med det navn.',
  noSuchLevel: 'Har ingen rolle på det niveau.',
  definition: 'Sådan forklarer de det',
  level: {
    medarbejder: 'Medarbejdere',
    'leder-af-medarbejdere': 'Ledere af medarbejdere',
    'leder-af-ledere': 'Ledere af ledere',
    chef: 'Chefer',
    direktor: 'Direktører',
  } satisfies Record<Level, string>,
  editionsTitle: (older: string, newer: string) => `Ændringer fra ${older} til ${newer}`,
  editionsSummary: (older: string, newer: string) => `Det er ændret fra ${older} til ${newer}`,
  editionsCounts: (counts: Record<EditionChange['kind'], number>) =>
    `Nye: ${counts.new} · Udgåede: ${counts.gone} · Omformulerede: ${counts.reworded} · Uændrede: ${counts.unchanged}`,
  editionsLegend: ['Fed og understreget er kommet til. ', 'Overstreget', ' er taget ud.'] as [string, string, string],
  editionsWhole: 'Hele grundlaget',
  page: (page: number, pages: number) => `Side ${page} af ${pages}`,
  change: { new: 'Nyt', gone: 'Udgået', reworded: 'Omformuleret', unchanged: 'Uændret' } satisfies Record<EditionChange['kind'], string>,

  // Guide
  guideTitle: {
    review: 'Guide til lederudviklingssamtalen',
    onboarding: 'Guide til en god start',
    team: 'Øvelse til lederteamet',
    sparring: 'Guide til ledersparring',
  } satisfies Record<Occasion, string>,
  guidePurpose: {
    review: 'Brug den, når I skal tale om, hvad der lykkes, og hvad der er næste skridt i din ledelse. Sæt tre kvarter af.',
    onboarding: 'Brug den i de første uger til at tale om, hvad rollen rummer, og hvor den nye har brug for støtte. Sæt en halv time af.',
    team: 'Brug den på et møde i lederteamet til at finde det ene sted, hvor I vil gøre noget andet sammen. Sæt en time af.',
    sparring: 'Brug den, når to ledere hjælper hinanden videre. Den ene fortæller, den anden spørger. Byt efter tyve minutter.',
  } satisfies Record<Occasion, string>,
  guideHow: {
    review: 'Vælg hver for sig to udsagn: et, hvor det går godt, og et, hvor noget skal flytte sig. Begynd samtalen der.',
    onboarding: 'Læs udsagnene hver for sig. Fortæl hinanden, hvad de betyder i hverdagen, og hvad der er uklart.',
    team: 'Læs udsagnene i stilhed. Alle peger på ét, og I begynder med det, flest har valgt.',
    sparring: 'Vælg et udsagn, der fylder lige nu. Makkeren spørger og venter med gode råd.',
  } satisfies Record<Occasion, string>,
  guideNext: 'Næste skridt',
  guideNextStep: {
    review: 'Skriv én ting ned, som du vil prøve inden næste møde, og aftal, hvornår I følger op.',
    onboarding: 'Aftal én ting, den nye prøver, én ting, du hjælper med, og en dag om en måned, hvor I ser på det igen.',
    team: 'Aftal, hvad I prøver, hvem der holder øje, og hvornår det er på dagsordenen igen.',
    sparring: 'Sig højt, hvad du gør i morgen, og aftal, hvornår makkeren spørger til det.',
  } satisfies Record<Occasion, string>,
  guideAsk: 'Spørg',
  guideMore: (n: number) => `Vis ${n} mere`,
  guideSummary: (title: string, role: string) => `${title}: ${role}`,

  // Choice
  choice: {
    framework: (subject: string, n: number) =>
      subject ? `${subject} står i ${numberOf(n)} grundlag. Hvilket tænker du på?` : 'Hvilket grundlag tænker du på?',
    role: (subject: string) => (subject ? `${subject} kan være flere roller. Hvilken tænker du på?` : 'Hvilken rolle tænker du på?'),
    reading: (subject: string) => (subject ? `${subject}: hvad vil du gerne se?` : 'Hvad vil du gerne se?'),
  },
  choiceSummary: 'Hvad tænker du på?',
  choiceHint: 'Tryk på dit valg, eller skriv det.',
  ...daTalk,
  ...daPeople,
  ...daSharing,
  ...daPlan,

  // Buttons: what a tap does
  button: {
    ...daPeople.peopleButton,
    role: (role: string) => `Vis ${role}`,
    roleIn: (role: string, framework: string) => `${role} i ${framework}`,
    edition: (year: string) => `Vis udgaven fra ${year}`,
    part: (theme: string) => `Vis ${quoted(theme)}`,
    partFor: (theme: string, role: string) => `${role}: ${theme}`,
    sameFor: (role: string) => `Vis det samme for ${role}`,
    whole: 'Vis hele rollen',
    definition: (name: string) => `Læs om ${quoted(name)}`,
    meaning: 'Læs hvad det betyder',
    commonIn: (framework: string) => `Fælles i ${framework}`,
    common: 'Vis det fælles for alle',
    commonEdition: (year: string) => `Vis det fælles fra ${year}`,
    about: 'Læs om grundlaget',
    aboutOther: (name: string) => `Om ${name}`,
    frameworks: 'Vis alle grundlag',
    topic: 'Søg i alle grundlag',
    compareRoles: (other: string) => `Sammenlign med ${other}`,
    compareTwo: 'Sammenlign to roller',
    compareAll: 'Sammenlign alle temaer',
    compareTheme: (theme: string) => `Sammenlign ${theme.toLowerCase()}`,
    compareFrameworks: 'Sammenlign grundlagene',
    compareLevel: (level: string) => `Sammenlign ${level.toLowerCase()}`,
    changes: (older: string, newer: string) => `Se ændringer ${older}–${newer}`,
    changesWhole: 'Se ændringer i det hele',
    nextPage: 'Vis de næste ændringer',
    previousPage: 'Vis de forrige ændringer',
    reflect: 'Få et spørgsmål at tænke over',
    reflectAnother: 'Få et andet spørgsmål',
    guide: {
      review: 'Forbered en udviklingssamtale',
      onboarding: 'Lav en guide til opstart',
      team: 'Lav en øvelse til lederteamet',
      sparring: 'Forbered ledersparring',
    } satisfies Record<Occasion, string>,
    help: 'Vis hvad du kan spørge om',
    privacy: 'Se hvad der bliver gemt',
    none: 'Ingen af dem',
  },

  // The same questions as a person would type them
  phrase: {
    role: (role: string) => `Hvad forventes der af en ${role}?`,
    part: (theme: string, role: string) => `${quoted(theme)} for en ${role}`,
    definition: (name: string) => `Hvad er ${name.toLowerCase()}?`,
    common: 'Hvad er fælles for alle ledere?',
    about: (name: string) => `Hvad er ${name}?`,
    frameworks: 'Hvilke ledelsesgrundlag er der?',
    reflect: (role: string) => `Giv mig noget at tænke over som ${role}`,
    reflectAny: 'Giv mig noget at tænke over',
    other: 'Hvad kan jeg spørge om?',
  },
  askThis: (phrase: string) => `Spørg: ${phrase}`,
};

/** The shape of all texts. */
export type Strings = typeof da;
