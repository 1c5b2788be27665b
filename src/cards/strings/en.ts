/**
 * All English texts that cards show, apart from content.
 */
import type { Strings } from './da.js';
import { enAppointments } from './en/appointments.js';
import { enFocus } from './en/focus.js';
import { enLetters } from './en/letters.js';
import { enLookBack } from './en/look-back.js';
import { enNoteTimes } from './en/note-times.js';
import { enPeople } from './en/people.js';
import { enPlan } from './en/plan.js';
import { enSharing } from './en/sharing.js';
import { enTalk } from './en/talk.js';
import { article } from './en/words.js';
import { firstUpper, shortPlace } from './lists.js';

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const numberOf = (n: number) => words[n] ?? `${n}`;

const quoted = (text: string) => `“${text}”`;

const statements = (n: number) => (n === 1 ? '1 statement' : `${n} statements`);

/** The English texts. */
export const en: Strings = {
  source: 'Source',
  quoted,
  untitled: (name) => `${quoted(name)} (the title is Ledelseskompas’ own)`,
  edition: (year) => `${year}`,
  noEdition: 'undated',
  under: (heading) => `under ${quoted(heading)}`,
  aboutSource: 'About the source',
  adopted: 'The text beside the line is the adopted wording, in Danish.',
  uncertain: 'Note: the document does not show clearly which role this statement belongs to.',
  doubtful: 'Uncertain place. See “About the source”.',
  orElse: (column) => `It may also be ${column}.`,
  originalsNote: 'Obvious typos are corrected. The document says:',
  olderShown: (year, newer) => `This is the ${year} edition. The current one is from ${newer}.`,

  hide: 'Hide',
  toggle: (show, label) => (label ? `${label}: ${show.toLowerCase()} or hide` : `${show} or hide them again`),
  showStatements: (n) => `Show ${statements(n)}`,
  showRest: (n) => (n === 1 ? 'Show the last statement' : `Show the last ${n}`),
  show: 'Show',
  moreThemes: (n) => (n === 1 ? 'One more theme' : `${firstUpper(numberOf(n))} more themes`),
  showPrompt: 'Show the question',
  showText: 'Show the text',
  showThemes: (n) => `Show all ${numberOf(n)}`,
  showBehind: 'Show the wording behind it',

  prompt: 'To think about',
  promptNote: 'not part of the framework',

  forgetful: 'Right now I can’t look up your choices (role, framework and language). This answer is without them.',
  mention: (turn) => `Mention the code ${turn} if you write to IT support about it.`,
  partRead: (part) =>
    part ? ['The message is long. I read this part of it: ', quoted(part)] : ['The message is long. I read only its beginning.'],
  corrected: (from, to) => ['I read ', quoted(from), ' as ', quoted(to), '.'],
  assumed: (said, role) => ['None of the frameworks mentions ', quoted(said), `, so here is the closest: ${quoted(role)}.`],
  instead: (role) => `Show ${role} instead`,

  expectationsSummary: (role, framework) => `What is expected of ${article(role)} in ${framework}`,
  partSummary: (theme, role) => `${theme}: what is expected of ${article(role)}`,

  definitionSummary: (name) => `What the framework says about ${quoted(name)}`,
  themeIs: firstUpper,
  thatWasAll: (theme) => `That was all about ${quoted(theme)}. Next is:`,
  outlineSummary: (name) => `${name} in short`,
  outlineNote: 'The wording is adopted, so I do not shorten it. This is what it is about:',
  noDefinition: 'The document does not explain it in words of its own. Here you can see what it means for each role.',
  subthemes: 'It covers',
  forRole: 'See what it means for',
  partOf: (theme) => `Part of ${theme}`,
  flag: 'Cornerstone',

  commonSummary: (framework) => `What everyone shares in ${framework}`,
  short: 'In short',
  longTitle: 'The full wording',

  aboutSummary: (framework) => `About ${framework}`,
  aboutFacts: { by: 'From', edition: 'Edition', roles: 'Roles', themes: 'Contents', statements: 'Statements', contact: 'Contact' },
  unknownBy: 'The document does not name the municipality',
  aboutThemes: (n, kind) => `${firstUpper(numberOf(n))} ${kind}`,
  aboutStatements: (roles, common) => `${roles} for the roles${common > 0 ? ` and ${common} shared` : ''}`,
  showRoles: (n) => `Show the ${numberOf(n)} roles`,
  roles: 'The roles',
  seeRole: 'Show',
  preface: 'Introduction',
  frameworksSummary: 'The leadership frameworks you can ask about',
  frameworks: (n) => `You can ask about ${numberOf(n)} leadership frameworks`,
  editionOf: (name) => `Earlier edition of ${name}`,
  seeFramework: 'Read about it',

  topic: {
    stands: (name) => `What is said about ${name}`,
    near: (name, silent) => (silent ? `${silent} does not mention ${name}` : `${firstUpper(name)} is not mentioned`),
    none: (name) => `Nothing about ${name}`,
    compared: (name) => `${firstUpper(name)} side by side`,
  },
  topicUnnamed: {
    stands: 'What is said about it',
    chosen: 'This fits what you ask about',
    near: 'It is not mentioned in those words',
    none: 'Nothing is said about it',
    compared: 'The subject side by side',
  },
  secondRead: 'Read with the help of the municipality’s language model',
  secondHere: (title) => `Or: ${title}`,
  topicAsked: (said) => `You asked about ${quoted(said)}.`,
  topicNearNote: 'Nearest are:',
  topicBeside: 'Near the topic',
  topicNoneNote: 'Nothing is said about it. Try another word, or start from one of these.',
  topicLacking: (name, role) => `Nothing is said about ${name} to ${article(role)}. This is said to others:`,
  topicSense: 'The word itself does not stand there, but this is about it.',
  topicElsewhere: (place, n, name) => `${shortPlace(place)} says ${numberOf(n)} ${n === 1 ? 'thing' : 'things'} about ${name}`,
  topicThere: (place) => `See what ${shortPlace(place)} says`,
  topicMore: (n) => `Show ${n} more`,
  rolesOf: (roles) => (roles.length > 2 ? `${roles.slice(0, 2).join(', ')} and ${numberOf(roles.length - 2)} more` : roles.join(' and ')),
  explains: (theme) => `How ${theme} is explained`,
  allLeaders: 'Shared by all',

  reflectSummary: 'A question to think about',
  reflectTitle: 'A question for you',
  reflectTeamTitle: 'A question for each of you',
  reflectFor: (role) => `For you as ${article(role)}`,
  reflectForAll: 'For all leaders',
  reflectStatementTitle: 'The statement behind it',
  another: 'Give me another question',
  promptsTitle: (n) => `${firstUpper(numberOf(n))} questions to think about`,
  others: 'Give me some others',

  and: 'and',
  compareRolesSummary: (roles) => `${roles} side by side`,
  shared: 'The same for them',
  compareTopicSummary: (names) => `${names} on the same`,
  silentAbout: (name) => `Says nothing about ${name}.`,
  nothingMore: 'Says nothing else about it.',
  nothingHere: 'There is nothing here for this role.',
  compareFrameworksSummary: (names) => `${names} side by side`,
  compareFrameworks: 'Frameworks side by side',
  noSuchTheme: 'Has no theme of that name and says nothing about it.',
  themeElsewhere: 'Has no theme of that name, but says about the subject:',
  noSuchLevel: 'Has no role at that level.',
  definition: 'How they explain it',
  level: {
    medarbejder: 'Employees',
    'leder-af-medarbejdere': 'Leaders of employees',
    'leder-af-ledere': 'Leaders of leaders',
    chef: 'Heads of department',
    direktor: 'Directors',
  },
  editionsTitle: (older, newer) => `Changes from ${older} to ${newer}`,
  editionsSummary: (older, newer) => `What changed from ${older} to ${newer}`,
  editionsCounts: (counts) =>
    `${counts.new} new, ${counts.gone} gone, ${counts.reworded} reworded, ${counts.touched} touched up and ${counts.unchanged} unchanged.`,
  editionsLegend: ['Bold and underlined words are new. ', 'Struck-through', ' words are gone.'],
  editionsWhole: 'The whole framework',
  page: (page, pages) => `Page ${page} of ${pages}`,
  change: {
    new: 'New',
    gone: 'Gone',
    reworded: 'Reworded',
    touched: 'Touched up: commas, endings and small words',
    unchanged: 'Unchanged',
  },

  guideTitle: {
    review: 'Guide to the leadership review',
    onboarding: 'Guide to a good start',
    team: 'Exercise for the leadership team',
    sparring: 'Guide to peer coaching',
  },
  guidePurpose: {
    review: 'Use it to talk about what works and what comes next in your leadership. Set aside forty-five minutes.',
    onboarding: 'Use it in the first weeks to talk about what the role involves and where support is needed. Set aside half an hour.',
    team: 'Use it at a meeting of the leadership team to find the one thing you want to do differently together. Set aside an hour.',
    sparring: 'Use it when two leaders help each other along. One talks, the other asks. Swap after twenty minutes.',
  },
  guideHow: {
    review: 'Each of you picks two statements: one that goes well and one where something needs to change. Start there.',
    onboarding: 'Read the statements on your own. Tell each other what they mean in daily work, and what is unclear.',
    team: 'Read the statements in silence. Everyone picks one; start with the one most people chose.',
    sparring: 'Pick a statement that matters right now. Your partner asks, and saves the good advice for later.',
  },
  guideUse: 'How to use it',
  guideNext: 'Next step',
  guideNextStep: {
    review: 'Write down one thing you will try before you meet again, and agree when to follow up.',
    onboarding: 'Agree on one thing to try, one thing to help with, and a day next month to look at it again.',
    team: 'Agree what you will try, who keeps an eye on it, and when it is back on the agenda.',
    sparring: 'Say out loud what you will do tomorrow, and agree when your partner asks about it.',
  },
  guideAsk: 'Ask',
  guideMore: (n) => `Show ${n} more`,
  guideSummary: (title, role) => `${title}: ${role}`,

  choice: {
    framework: (subject, n) =>
      subject ? `${subject} is in ${numberOf(n)} frameworks. Which one do you have in mind?` : 'Which framework do you have in mind?',
    role: (subject) => (subject ? `${subject} could be several roles. Which one do you have in mind?` : 'Which role do you have in mind?'),
    title: (said) => `None of the frameworks names ${quoted(said)}. Who is nearest?`,
    focus: (said) => `Which theme fits ${quoted(said)} best?`,
    reading: (subject) => (subject ? `${subject}: what would you like to see?` : 'What would you like to see?'),
  },
  choiceSummary: 'Which one do you have in mind?',
  choiceHint: 'Tap your choice, or type it.',
  ...enTalk,
  ...enPeople,
  ...enNoteTimes,
  ...enSharing,
  ...enPlan,
  ...enAppointments,
  ...enLookBack,
  ...enLetters,
  ...enFocus,

  button: {
    ...enPeople.peopleButton,
    role: (role) => `Show ${role}`,
    roleIn: (role, framework) => `${role} in ${framework}`,
    edition: (year) => `Show the ${year} edition`,
    part: (theme) => `Show ${quoted(theme)}`,
    partFor: (theme, role) => `${role}: ${theme}`,
    sameFor: (role) => `Show the same for ${role}`,
    whole: 'Show the whole role',
    definition: (name) => `Read about ${quoted(name)}`,
    meaning: 'Read what it means',
    commonIn: (framework) => `Shared in ${framework}`,
    common: 'Show what everyone shares',
    commonEdition: (year) => `Show what was shared in ${year}`,
    about: 'Read about the framework',
    aboutOther: (name) => `About ${name}`,
    frameworks: 'Show all frameworks',
    topic: 'Search all frameworks',
    topicAbout: (text) => `See what is said about ${quoted(text)}`,
    topicWhole: 'Show all about it',
    topicAfterAll: 'See what is nearest to it',
    outline: 'Show it in short',
    contact: 'See whom you can ask',
    compareRoles: (other) => `Compare with ${other}`,
    compareTwo: 'Compare two roles',
    compareAll: 'Compare all themes',
    compareTheme: (theme) => `Compare ${theme.toLowerCase()}`,
    compareFrameworks: 'Compare the frameworks',
    compareLevel: (level) => `Compare ${level.toLowerCase()}`,
    changes: (older, newer) => `See changes ${older}–${newer}`,
    changesWhole: 'See all changes',
    nextPage: 'Show the next changes',
    previousPage: 'Show the previous changes',
    reflect: 'Get a question',
    reflectAnother: 'Get another question',
    guide: {
      review: 'Prepare a leadership review',
      onboarding: 'Make a guide to a good start',
      team: 'Make an exercise for the team',
      sparring: 'Prepare peer coaching',
    },
    help: 'Show what you can ask',
    privacy: 'See what is stored',
    none: 'None of them',
  },

  phrase: {
    role: (role) => `What is expected of ${article(role)}?`,
    part: (theme, role) => `${quoted(theme)} for ${article(role)}`,
    definition: (name) => `What is ${name.toLowerCase()}?`,
    common: 'What do all leaders share?',
    about: (name) => `What is ${name}?`,
    frameworks: 'Which frameworks are there?',
    reflect: (role) => `Give me something to think about as ${article(role)}`,
    reflectAny: 'Give me something to think about',
    other: 'What can I ask?',
  },
  askThis: (phrase) => `Ask: ${phrase}`,

  amongOthers: {
    help: 'What you can all ask',
    another: 'Give us another question',
    others: 'Give us some others',
    button: { help: 'Show what you can all ask', contact: 'See whom you can ask' },
    phrase: {
      reflect: (role) => `Give us a question for ${article(role)}`,
      reflectAny: 'Give us a question to talk about',
      other: 'What can we ask?',
    },
  },
};
