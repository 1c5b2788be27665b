/**
 * What the page on how the content is says, in both languages.
 */
import type { Language } from '../../content/language.js';

const da = {
  title: 'Hvordan indholdet har det',
  lead: (day: string, frameworks: number) => `${day}. ${frameworks === 1 ? 'Ét grundlag' : `${frameworks} grundlag`}.`,
  date: 'd. MMMM yyyy',
  ages: 'Hvor gamle grundlagene er',
  age: (name: string, year: number, years: number) =>
    years <= 0
      ? `${name}: fra ${year}, i år`
      : years === 1
        ? `${name}: fra ${year}, 1 år gammelt`
        : `${name}: fra ${year}, ${years} år gammelt`,
  noAge: (name: string) => `${name}: dokumentet siger ikke, hvilket år det er fra`,
  replaced: (line: string, by: string) => `${line}. Afløst af ${by}`,
  examples: 'Skabelonens eksempler, der ikke er skrevet om endnu',
  unasked: 'Udsagn uden spørgsmål til eftertanke',
  unaskedNone: 'Alle udsagn har mindst ét.',
  wordless: 'Temaer uden et emneord',
  wordlessNone: 'Alle temaer kan findes med et emneord.',
  wordlessWhy: 'Ingen af ordene i lexicon/topics.yaml står i temaets navn eller dets aliases. Skriv temaets hverdagsord ind der.',
  unanswered: 'Det, folk har spurgt om uden at få svar',
  noNumbers: (why: string) => `Tallene er ikke med: ${why}`,
  noDatabase: 'der er ingen database her. Kør kommandoen, hvor botten kører, eller bed driften om npm run insight',
  noQuestions: 'Ingen har spurgt forgæves i den tid.',
  changed: (date: string) => `Ændret siden ${date}`,
  byGit: 'Efter git: hver fil med hvor mange gange den er ændret, og hvornår sidst.',
  byTime: 'Efter filernes tid på disken, for mappen ligger ikke i git.',
  change: (file: string, times: number | undefined, last: string) =>
    times === undefined ? `${file}: ${last}` : `${file}: ${times === 1 ? '1 gang' : `${times} gange`}, sidst ${last}`,
  unsaved: (file: string) => `${file}: ændret, men ikke gemt i git endnu`,
  unchanged: 'Intet.',
};

/** What the page says, in one language. */
export type ReportWords = typeof da;

const en: ReportWords = {
  title: 'How the content is',
  lead: (day, frameworks) => `${day}. ${frameworks === 1 ? 'One framework' : `${frameworks} frameworks`}.`,
  date: 'd MMMM yyyy',
  ages: 'How old the frameworks are',
  age: (name, year, years) =>
    years <= 0
      ? `${name}: of ${year}, this year`
      : years === 1
        ? `${name}: of ${year}, 1 year old`
        : `${name}: of ${year}, ${years} years old`,
  noAge: (name) => `${name}: the document does not say of which year it is`,
  replaced: (line, by) => `${line}. Replaced by ${by}`,
  examples: 'Examples of the template that nobody has written anew',
  unasked: 'Statements without a question to think about',
  unaskedNone: 'Every statement has one at least.',
  wordless: 'Themes without a topic word',
  wordlessNone: 'Every theme can be found by a topic word.',
  wordlessWhy: "No word of lexicon/topics.yaml stands in the theme's name or its aliases. Write everyday words for it there.",
  unanswered: 'What people asked without an answer',
  noNumbers: (why) => `Without numbers: ${why}`,
  noDatabase: 'there is no database here. Run the command where the bot runs, or ask IT for npm run insight',
  noQuestions: 'Nobody asked in vain in that time.',
  changed: (date) => `Changed since ${date}`,
  byGit: 'By git: each file with how often it was changed, and when last.',
  byTime: 'By the time of the files on the disk, since the folder is not in git.',
  change: (file, times, last) =>
    times === undefined ? `${file}: ${last}` : `${file}: ${times === 1 ? 'once' : `${times} times`}, last ${last}`,
  unsaved: (file) => `${file}: changed, but not in git yet`,
  unchanged: 'Nothing.',
};

/** What the page says, in both languages. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { da, en };
