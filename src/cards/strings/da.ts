/**
 * All Danish texts that cards show, apart from content.
 */
import type { Level } from '../../content/framework.js';
import type { PlainQuestion } from '../../understanding/question.js';
import { daAppointments } from './da/appointments.js';
import { daFocus } from './da/focus.js';
import { daLetters } from './da/letters.js';
import { daLookBack } from './da/look-back.js';
import { daNoteTimes } from './da/note-times.js';
import { daPeople } from './da/people.js';
import { daPlan } from './da/plan.js';
import { daSharing } from './da/sharing.js';
import { daTalk } from './da/talk.js';
import { firstUpper, shortPlace } from './lists.js';

type Occasion = NonNullable<Extract<PlainQuestion, { intent: 'guide' }>['occasion']>;

const words = ['nul', 'et', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];

const numberOf = (n: number) => words[n] ?? `${n}`;

const quoted = (text: string) => `»${text}«`;

const udsagn = (n: number) => `${n} udsagn`;

/** The Danish texts; the English ones have the same shape. */
export const da = {
  // The adopted wording and where it comes from
  source: 'Kilde',
  quoted,
  untitled: (name: string) => `${quoted(name)} (titlen er Ledelseskompas’ egen)`,
  edition: (year: number) => `${year}`,
  noEdition: 'uden årstal',
  under: (heading: string) => `under ${quoted(heading)}`,
  aboutSource: 'Om kilden',
  adopted: 'Teksten ved stregen er den vedtagne ordlyd.',
  uncertain: 'Bemærk: Dokumentet viser ikke tydeligt, hvilken rolle udsagnet hører til.',
  doubtful: 'Usikker placering. Se »Om kilden«.',
  orElse: (column: string) => `Det kan også være ${column}.`,
  originalsNote: 'Åbenlyse slåfejl er rettet. Sådan står der i dokumentet:',
  olderShown: (year: string, newer: string) => `Du ser udgaven fra ${year}. Den gældende er fra ${newer}.`,

  // Folding
  hide: 'Skjul',
  toggle: (show: string, label?: string) => (label ? `${label}: ${show.toLowerCase()} eller skjul` : `${show} eller skjul dem igen`),
  showStatements: (n: number) => `Vis ${udsagn(n)}`,
  showRest: (n: number) => (n === 1 ? 'Vis det sidste udsagn' : `Vis de sidste ${n}`),
  show: 'Vis',
  moreThemes: (n: number) => (n === 1 ? 'Ét tema mere' : `${firstUpper(numberOf(n))} temaer mere`),
  showPrompt: 'Vis spørgsmålet',
  showText: 'Vis teksten',
  showThemes: (n: number) => `Vis alle ${numberOf(n)}`,
  showBehind: 'Vis ordlyden bag',

  // Reflection
  prompt: 'Til eftertanke',
  promptNote: 'ikke en del af grundlaget',

  // What was read
  /** On an answer that was found without what is remembered of the asker. */
  forgetful: 'Lige nu kan jeg ikke slå dine valg op (rolle, ledelsesgrundlag og sprog). Svaret er uden dem.',
  /** On whatever says that something went wrong here: `turn` is what the log calls it. */
  mention: (turn: string) => `Nævn koden ${turn}, hvis du skriver til it-supporten om det.`,
  corrected: (from: string, to: string): [string, string, string, string, string] => ['Jeg læste ', quoted(from), ' som ', quoted(to), '.'],
  /** Of a long message: what was read of it, or nothing where that was its beginning. */
  partRead: (part: string | undefined): string[] =>
    part ? ['Beskeden er lang. Jeg læste denne del af den: ', quoted(part)] : ['Beskeden er lang. Jeg læste kun begyndelsen.'],
  assumed: (said: string, role: string): [string, string, string] => [
    'Ingen af grundlagene nævner ',
    quoted(said),
    `, så her er det, der ligger nærmest: ${quoted(role)}.`,
  ],
  instead: (role: string) => `Vis ${role} i stedet`,

  // Expectations
  expectationsSummary: (role: string, framework: string) => `Det forventes af en ${role} i ${framework}`,
  partSummary: (theme: string, role: string) => `${theme}: det forventes af en ${role}`,

  // More, or the short of it
  thatWasAll: (theme: string) => `Det var det hele om ${quoted(theme)}. Det næste er:`,
  outlineSummary: (name: string) => `${name} i korte træk`,
  outlineNote: 'Ordlyden er vedtaget, så den forkorter jeg ikke. Det handler den om:',

  // Definitions
  definitionSummary: (name: string) => `Det siger grundlaget om ${quoted(name)}`,
  themeIs: (kind: string) => firstUpper(kind),
  noDefinition: 'Dokumentet forklarer det ikke med sine egne ord. Her kan du se, hvad det betyder for hver rolle.',
  subthemes: 'Det rummer',
  forRole: 'Se, hvad det betyder for',
  partOf: (theme: string) => `En del af ${theme}`,
  flag: 'Hjørneflag',

  // Common
  commonSummary: (framework: string) => `Det er alle fælles om i ${framework}`,
  short: 'Kort sagt',
  longTitle: 'Den fulde ordlyd',

  // About
  aboutSummary: (framework: string) => `Om ${framework}`,
  aboutFacts: { by: 'Fra', edition: 'Udgave', roles: 'Roller', themes: 'Indhold', statements: 'Udsagn', contact: 'Kontakt' },
  unknownBy: 'Dokumentet nævner ikke kommunen',
  aboutThemes: (n: number, kind: string) => `${firstUpper(numberOf(n))} ${kind}`,
  aboutStatements: (roles: number, common: number) => `${roles} til rollerne${common > 0 ? ` og ${common} fælles` : ''}`,
  showRoles: (n: number) => `Vis de ${numberOf(n)} roller`,
  roles: 'Rollerne',
  seeRole: 'Vis',
  preface: 'Indledning',
  frameworksSummary: 'De ledelsesgrundlag, du kan spørge om',
  frameworks: (n: number) => `Du kan spørge om ${numberOf(n)} ledelsesgrundlag`,
  editionOf: (name: string) => `Ældre udgave af ${name}`,
  seeFramework: 'Læs om det',

  // Topic
  topic: {
    stands: (name: string, _silent?: string) => `Det står der om ${name}`,
    near: (name: string, silent?: string) => (silent ? `${silent} nævner ikke ${name}` : `${firstUpper(name)} er ikke nævnt`),
    none: (name: string, _silent?: string) => `Intet om ${name}`,
    compared: (name: string, _silent?: string) => `${firstUpper(name)} side om side`,
  },
  topicUnnamed: {
    stands: 'Det står der om det',
    chosen: 'Det her passer til det, du spørger om',
    near: 'Det er ikke nævnt med de ord',
    none: 'Det står der ikke noget om',
    compared: 'Emnet side om side',
  },
  secondRead: 'Læst ved hjælp af kommunens sprogmodel',
  secondHere: (title: string) => `Eller: ${title}`,
  topicAsked: (said: string) => `Du spurgte om ${quoted(said)}.`,
  topicNearNote: 'Tættest på er:',
  topicBeside: 'Tæt på emnet',
  topicNoneNote: 'Det står der ikke noget om. Prøv et andet ord, eller begynd et af disse steder.',
  topicLacking: (name: string, role: string) => `Der står ikke noget om ${name} til en ${role}. Det her står til andre:`,
  topicElsewhere: (place: string, n: number, name: string) => `${shortPlace(place)} siger ${n === 1 ? 'én' : numberOf(n)} ting om ${name}`,
  topicThere: (place: string) => `Se, hvad ${shortPlace(place)} siger`,
  topicSense: 'Selve ordet står der ikke, men det her handler om det.',
  topicMore: (n: number) => `Vis ${n} til`,
  rolesOf: (roles: readonly string[]) =>
    roles.length > 2 ? `${roles.slice(0, 2).join(', ')} og ${numberOf(roles.length - 2)} til` : roles.join(' og '),
  allLeaders: 'Fælles for alle',
  explains: (theme: string) => `Sådan forklares ${theme}`,

  // Reflect
  reflectSummary: 'Et spørgsmål til eftertanke',
  reflectTitle: 'Et spørgsmål til dig',
  reflectTeamTitle: 'Et spørgsmål til hver af jer',
  reflectFor: (role: string) => `Til dig som ${role}`,
  reflectForAll: 'Til alle ledere',
  reflectStatementTitle: 'Udsagnet bag',
  another: 'Giv mig et andet spørgsmål',
  promptsTitle: (n: number) => `${firstUpper(numberOf(n))} spørgsmål til eftertanke`,
  others: 'Giv mig nogle andre',

  // Comparisons
  and: 'og',
  compareRolesSummary: (roles: string) => `${roles} side om side`,
  shared: 'Ens for dem',
  compareTopicSummary: (names: string) => `${names} om det samme`,
  silentAbout: (name: string) => `Siger ikke noget om ${name}.`,
  nothingMore: 'Siger ikke andet om det.',
  nothingHere: 'Her står der ikke noget til rollen.',
  compareFrameworksSummary: (names: string) => `${names} side om side`,
  compareFrameworks: 'Grundlag side om side',
  noSuchTheme: 'Har ikke noget tema med det navn og siger ikke noget om det.',
  themeElsewhere: 'Har ikke noget tema med det navn, men siger om emnet:',
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
  editionsCounts: (counts: Record<'new' | 'gone' | 'reworded' | 'touched' | 'unchanged', number>) =>
    `${counts.new} nye, ${counts.gone} udgåede, ${counts.reworded} skrevet om, ${counts.touched} småret og ${counts.unchanged} uændrede.`,
  editionsLegend: ['Fed og understreget tekst er ny. ', 'Overstreget tekst', ' er taget ud.'] as [string, string, string],
  editionsWhole: 'Hele grundlaget',
  page: (page: number, pages: number) => `Side ${page} af ${pages}`,
  change: { new: 'Nyt', gone: 'Udgået', reworded: 'Skrevet om', touched: 'Småret: komma, endelser og småord', unchanged: 'Uændret' },

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
  guideUse: 'Sådan bruger I den',
  guideNext: 'Næste skridt',
  guideNextStep: {
    review: 'Skriv én ting ned, som du vil prøve inden næste møde, og aftal, hvornår I følger op.',
    onboarding: 'Aftal én ting, den nye prøver, én ting, du hjælper med, og en dag om en måned, hvor I ser på det igen.',
    team: 'Aftal, hvad I prøver, hvem der holder øje, og hvornår det er på dagsordenen igen.',
    sparring: 'Sig højt, hvad du gør i morgen, og aftal, hvornår makkeren spørger til det.',
  } satisfies Record<Occasion, string>,
  guideAsk: 'Spørg',
  guideMore: (n: number) => `Vis ${n} til`,
  guideSummary: (title: string, role: string) => `${title}: ${role}`,

  // Choice
  choice: {
    framework: (subject: string, n: number) =>
      subject ? `Rollen ${quoted(subject)} findes i ${numberOf(n)} grundlag. Hvilket tænker du på?` : 'Hvilket grundlag tænker du på?',
    role: (subject: string) =>
      subject ? `${quoted(subject)} kan betyde flere roller. Hvilken tænker du på?` : 'Hvilken rolle tænker du på?',
    title: (said: string) => `Ingen af grundlagene nævner ${quoted(said)}. Hvem ligger tættest på?`,
    focus: (said: string) => `Hvilket tema passer bedst til ${quoted(said)}?`,
    reading: (subject: string) => (subject ? `${subject}: hvad vil du gerne se?` : 'Hvad vil du gerne se?'),
  },
  choiceSummary: 'Hvad tænker du på?',
  choiceHint: 'Tryk på dit valg, eller skriv det.',
  ...daTalk,
  ...daPeople,
  ...daNoteTimes,
  ...daSharing,
  ...daPlan,
  ...daAppointments,
  ...daLookBack,
  ...daLetters,
  ...daFocus,

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
    meaning: 'Læs, hvad det betyder',
    commonIn: (framework: string) => `Fælles i ${framework}`,
    common: 'Vis det fælles for alle',
    commonEdition: (year: string) => `Vis det fælles fra ${year}`,
    about: 'Læs om grundlaget',
    aboutOther: (name: string) => `Om ${name}`,
    frameworks: 'Vis alle grundlag',
    topic: 'Søg i alle grundlag',
    topicAbout: (text: string) => `Se, hvad der står om ${quoted(text)}`,
    topicWhole: 'Vis alt om emnet',
    topicAfterAll: 'Se, hvad der ligger nærmest',
    outline: 'Vis det i korte træk',
    contact: 'Se, hvem du kan spørge',
    compareRoles: (other: string) => `Sammenlign med ${other}`,
    compareTwo: 'Sammenlign to roller',
    compareAll: 'Sammenlign alle temaer',
    compareTheme: (theme: string) => `Sammenlign ${theme.toLowerCase()}`,
    compareFrameworks: 'Sammenlign grundlagene',
    compareLevel: (level: string) => `Sammenlign ${level.toLowerCase()}`,
    changes: (older: string, newer: string) => `Se ændringer ${older}–${newer}`,
    changesWhole: 'Se alle ændringer',
    nextPage: 'Vis de næste ændringer',
    previousPage: 'Vis de forrige ændringer',
    reflect: 'Få et spørgsmål',
    reflectAnother: 'Få et andet spørgsmål',
    guide: {
      review: 'Forbered udviklingssamtalen',
      onboarding: 'Lav en guide til en god start',
      team: 'Lav en øvelse til lederteamet',
      sparring: 'Forbered ledersparring',
    } satisfies Record<Occasion, string>,
    help: 'Vis, hvad du kan spørge om',
    privacy: 'Se, hvad der bliver gemt',
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

  /** What is said otherwise on a card that several people read. */
  amongOthers: {
    help: 'Det kan I spørge om',
    another: 'Giv os et andet spørgsmål',
    others: 'Giv os nogle andre',
    button: { help: 'Vis, hvad I kan spørge om', contact: 'Se, hvem I kan spørge' },
    phrase: {
      reflect: (role: string) => `Giv os et spørgsmål til en ${role}`,
      reflectAny: 'Giv os et spørgsmål at tale om',
      other: 'Hvad kan vi spørge om?',
    },
  },
};

/** The shape of all texts. */
export type Strings = typeof da;
