/**
 * Mistakes that somebody who is no programmer makes, and what they are told: each is planted in a folder where nothing else is wrong.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A mistake: what it is called, how it is made, and the one thing that is found, as it is printed in Danish. */
export type Mistake = {
  readonly name: string;
  readonly make: (folder: string) => void;
  readonly kind?: 'remark';
  readonly says: string;
};

const framework = 'frameworks/nordkobing-2026.yaml';
const prompts = 'prompts/nordkobing-2026.yaml';
const questions = 'questions/nordkobing-2026.yaml';
const agreements = 'agreements/nordkobing-2026.yaml';
const topics = 'lexicon/topics.yaml';
const said = 'lexicon/said/huset.yaml';
const source = 'sources/nordkobing-2026.txt';

/** Puts a text in place of the first like another. */
function swap(file: string, from: string, to: string) {
  return (folder: string) => {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${file}`);
    writeFileSync(join(folder, file), text.replace(from, to));
  };
}

function saveAs(file: string, encoding: 'latin1' | 'utf16le') {
  return (folder: string) => {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding));
  };
}

const rename = (from: string, to: string) => (folder: string) => renameSync(join(folder, from), join(folder, to));
const add = (file: string, text: string) => (folder: string) => writeFileSync(join(folder, file), text);

/** The table. */
export const mistakes: readonly Mistake[] = [
  {
    name: 'saved as ANSI',
    make: saveAs(framework, 'latin1'),
    says: 'frameworks/nordkobing-2026.yaml:1: Filen er gemt, så æ, ø og å går tabt. Her skulle der nok stå »# Nordkøbings grundlag«. Gem den igen som UTF-8 (i Notesblok: Gem som, og vælg UTF-8 under Kodning).',
  },
  {
    name: 'saved as Unicode of two bytes',
    make: saveAs(topics, 'utf16le'),
    says: 'lexicon/topics.yaml:1: Filen er gemt, så æ, ø og å går tabt. Gem den igen som UTF-8 (i Notesblok: Gem som, og vælg UTF-8 under Kodning).',
  },
  {
    name: 'the document saved as ANSI',
    make: saveAs(source, 'latin1'),
    says: 'sources/nordkobing-2026.txt:1: Filen er gemt, så æ, ø og å går tabt. Her skulle der nok stå »God ledelse i Nordkøbing«. Gem den igen som UTF-8 (i Notesblok: Gem som, og vælg UTF-8 under Kodning).',
  },
  {
    name: 'copied from where letters went wrong',
    make: swap(prompts, 'sidste uge', 'sidste mÃ¸de'),
    says: 'prompts/nordkobing-2026.yaml:5: Her er æ, ø eller å blevet til andre tegn: »da: "Hvilken borger hjalp I bedst i sidste mÃ¸de?"«. Skriv:\n    da: "Hvilken borger hjalp I bedst i sidste møde?"',
  },
  {
    name: 'letters that are gone',
    make: swap(framework, 'løfter', 'l\ufffdfter'),
    says: 'frameworks/nordkobing-2026.yaml:27: Her er bogstaver gået tabt: »text: Vi sætter borgeren først og l�fter i flok.«. Skriv linjen igen.',
  },
  {
    name: 'another wording than the document',
    make: swap(framework, 'tydelig retning for', 'klar retning for'),
    says: 'frameworks/nordkobing-2026.yaml:47: Her står »Jeg sætter en klar retning for det, vi skal nå.«. Dokumentet siger noget andet. Skriv det ord for ord:\n    text: Jeg sætter en tydelig retning for det, vi skal nå.',
  },
  {
    name: 'a statement that is not in the document',
    make: swap(framework, 'Jeg lytter, før jeg beslutter noget vigtigt.', 'Jeg holder altid fri om fredagen med god samvittighed.'),
    says: 'frameworks/nordkobing-2026.yaml:59: »Jeg holder altid fri om fredagen med god samvittighed.« står ikke i dokumentet. Skriv det ord for ord, som det er vedtaget, eller tag det ud.',
  },
  {
    name: 'a document that is not there',
    make: swap(framework, 'file: nordkobing-2026.txt', 'file: nordkoebing.txt'),
    says: 'frameworks/nordkobing-2026.yaml:10: Dokumentet »nordkoebing.txt« ligger ikke i mappen sources, så ordlyden kan ikke efterses. Læg det der, eller skriv:\n    file: nordkobing-2026.txt',
  },
  {
    name: 'more copies than there are',
    make: swap(framework, 'file: nordkobing-2026.txt', 'file: nordkobing-2026.txt\n  copies: 2'),
    says: 'frameworks/nordkobing-2026.yaml:11: »Jeg sætter en tydelig retning for det, vi skal nå.« står 1 gang i dokumentet, men »copies:« lover 2. Ret teksten, eller skriv:\n    copies: 1',
  },
  {
    name: 'a line of the document left out',
    make: swap(source, 'LEDERE\n', 'LEDERE\nJeg passer på mine medarbejdere i en travl hverdag.\n'),
    kind: 'remark',
    says: 'sources/nordkobing-2026.txt:4: Det her står i dokumentet, men ikke i grundlaget: »Jeg passer på mine medarbejdere i en travl hverdag.«. Skal det med?',
  },
  {
    name: 'a file that ends in .yml',
    make: rename(framework, 'frameworks/nordkobing-2026.yml'),
    says: 'frameworks/nordkobing-2026.yml:1: Filen »nordkobing-2026.yml« bliver ikke læst, for navnet ender ikke på .yaml. Kald den »nordkobing-2026.yaml«.',
  },
  {
    name: 'a file that Notepad named',
    make: rename(prompts, 'prompts/nordkobing-2026.yaml.txt'),
    says: 'prompts/nordkobing-2026.yaml.txt:1: Filen »nordkobing-2026.yaml.txt« bliver ikke læst, for navnet ender ikke på .yaml. Kald den »nordkobing-2026.yaml«.',
  },
  {
    name: 'a file that does not belong there',
    make: add('frameworks/Grundlag.docx', 'x'),
    kind: 'remark',
    says: 'frameworks/Grundlag.docx:1: »Grundlag.docx« bliver ikke læst. Her læses kun filer, der ender på .yaml. Flyt den et andet sted hen.',
  },
  {
    name: 'an empty file',
    make: add('lexicon/mine.yaml', ''),
    says: 'lexicon/mine.yaml:1: Filen er tom. Skriv noget i den, eller slet den.',
  },
  {
    name: 'a source that is somewhere else',
    make: swap(framework, 'file: nordkobing-2026.txt', 'file: ../hemmeligt.txt'),
    says: 'frameworks/nordkobing-2026.yaml:10: »../hemmeligt.txt« er ikke navnet på en fil i sources/. Skriv kun navnet:\n    file: nordkoebing-2026.txt',
  },
  {
    name: 'a missing comma',
    make: swap(topics, 'økonomi, "kassekredit"', 'økonomi "kassekredit"'),
    says: 'lexicon/topics.yaml:4: Der mangler et komma i »økonomi "kassekredit"«. Skriv:\n    økonomi, "kassekredit"',
  },
  {
    name: 'a tab',
    make: swap(framework, '    theme: faelles-retning\n    items', '\ttheme: faelles-retning\n    items'),
    says: 'frameworks/nordkobing-2026.yaml:44: Linjen »theme: faelles-retning« er rykket ind med tabulator. Brug mellemrum. Skriv:\n      theme: faelles-retning',
  },
  {
    name: 'a colon without quotes',
    make: swap(framework, '"Jeg siger: Her er vejen, og den går vi."', 'Jeg siger: Her er vejen, og den går vi.'),
    says: 'frameworks/nordkobing-2026.yaml:49: Der er to koloner i »text: Jeg siger: Her er vejen, og den går vi.«. Sæt teksten i anførselstegn. Skriv:\n    text: "Jeg siger: Her er vejen, og den går vi."',
  },
  {
    name: 'a quote that does not end',
    make: swap(prompts, 'kursen lige nu?"', 'kursen lige nu?'),
    says: 'prompts/nordkobing-2026.yaml:9: Anførselstegnet slutter ikke: »da: "Hvordan ville dine ledere beskrive kursen lige nu?«. Sæt ét mere, hvor teksten slutter.',
  },
  {
    name: 'quotes within quotes',
    make: swap(prompts, '"Hvornår sagde du sidst højt, at noget er besluttet?"', '"Hvornår sagde du sidst "nok" højt?"'),
    says: 'prompts/nordkobing-2026.yaml:13: Teksten har anførselstegn inde i sig: »da: "Hvornår sagde du sidst "nok" højt?"«. Sæt enkelte anførselstegn uden om det hele. Skriv:\n    da: \'Hvornår sagde du sidst "nok" højt?\'',
  },
  {
    name: 'a list that does not end',
    make: swap(topics, 'regnskab]', 'regnskab'),
    says: 'lexicon/topics.yaml:4: Listen slutter ikke: »words: [økonomi, "kassekredit", bevilling, regnskab«. Sæt ] efter det sidste ord i den.',
  },
  {
    name: 'a text that begins with a sign',
    make: swap(framework, 'label: Chefer', 'label: @Chefer'),
    says: 'frameworks/nordkobing-2026.yaml:31: Teksten begynder med et tegn, som betyder noget særligt: »label: @Chefer«. Sæt den i anførselstegn. Skriv:\n    label: "@Chefer"',
  },
  {
    name: 'a line that is out of step',
    make: swap(framework, '    level: chef', '   level: chef'),
    says: 'frameworks/nordkobing-2026.yaml:32: Linjen kan ikke læses: »level: chef«. Se, om den og linjen over er rykket lige så langt ind som naboerne, og om anførselstegn er lukket.',
  },
  {
    name: 'a key that stands twice',
    make: swap(framework, 'edition: 2026', 'edition: 2026\nedition: 2025'),
    says: 'frameworks/nordkobing-2026.yaml:9: »edition:« står her to gange. Behold den ene.',
  },
  {
    name: 'a misspelt key',
    make: swap(framework, 'themeKind:', 'themeKinds:'),
    says: 'frameworks/nordkobing-2026.yaml:12: »themeKinds:« kendes ikke her. Skriv:\n    themeKind:',
  },
  {
    name: 'missing parts',
    make: swap(framework, '    level: chef\n    name:\n      da: chef\n      en: head\n', ''),
    says: 'frameworks/nordkobing-2026.yaml:30: Her mangler »level:« og »name:«. Skriv for eksempel:\n    level: chef\n    name:\n      da: chef\n      en: head',
  },
  {
    name: 'a text where several lines belong',
    make: swap(framework, '    name:\n      da: chef\n      en: head\n', '    name: chef\n'),
    says: 'frameworks/nordkobing-2026.yaml:33: Ved »name:« skal der stå flere linjer, rykket to mellemrum ind. Skriv for eksempel:\n    name:\n      da: chef\n      en: head',
  },
  {
    name: 'nothing after the colon',
    make: swap(framework, 'label: Åben dialog', 'label: ""'),
    says: 'frameworks/nordkobing-2026.yaml:21: Der mangler en tekst efter »label:«.',
  },
  {
    name: 'an id with ø',
    make: swap(framework, '- id: chef-her-er-vejen', '- id: chef-vores-gode-kø'),
    says: 'frameworks/nordkobing-2026.yaml:48: »chef-vores-gode-kø« kan ikke bruges ved »id:«. Brug kun små bogstaver fra a til z, tal og enkelte bindestreger. Skriv:\n    id: chef-vores-gode-ko',
  },
  {
    name: 'an id that is not the name of its file',
    make: swap(framework, 'id: nordkobing-2026', 'id: nordkobing'),
    says: 'frameworks/nordkobing-2026.yaml:2: »id: nordkobing« passer ikke til filens navn. Skriv:\n    id: nordkobing-2026',
  },
  {
    name: 'an unknown role',
    make: swap(framework, '- role: chef', '- role: chief'),
    says: 'frameworks/nordkobing-2026.yaml:43: Vi kender ikke rollen »chief«. Du mente måske:\n    role: chef',
  },
  {
    name: 'an unknown level',
    make: swap(framework, 'level: chef', 'level: cheff'),
    says: 'frameworks/nordkobing-2026.yaml:32: »level: cheff« kendes ikke. Du mente måske:\n    level: chef',
  },
  {
    name: 'an unknown theme',
    make: swap(framework, '    theme: aben-dialog\n    items', '    theme: åben\n    items'),
    says: 'frameworks/nordkobing-2026.yaml:56: »åben« kan ikke bruges ved »theme:«. Brug kun små bogstaver fra a til z, tal og enkelte bindestreger. Skriv:\n    theme: aben',
  },
  {
    name: 'a misspelt theme',
    make: swap(framework, '    theme: aben-dialog\n    items', '    theme: aben-dialgo\n    items'),
    says: 'frameworks/nordkobing-2026.yaml:56: Vi kender ikke temaet »aben-dialgo«. Du mente måske:\n    theme: aben-dialog',
  },
  {
    name: 'an id that stands twice',
    make: swap(framework, '- id: chef-her-er-vejen', '- id: chef-tydelig-retning'),
    says: 'frameworks/nordkobing-2026.yaml:48: »id: chef-tydelig-retning« står her to gange. Giv den ene sit eget, for eksempel:\n    id: chef-tydelig-retning-2',
  },
  {
    name: 'a prompt for a statement that is not there',
    make: swap(prompts, 'statement: leder-lytter', 'statement: leder-lyter'),
    says: 'prompts/nordkobing-2026.yaml:20: Vi kender ikke udsagnet »leder-lyter«. Du mente måske:\n    statement: leder-lytter',
  },
  {
    name: 'a prompt for nothing',
    make: swap(prompts, '    statement: leder-lytter\n', ''),
    says: 'prompts/nordkobing-2026.yaml:19: Spørgsmålet »lytte« hører ikke til noget. Skriv, hvad det handler om:\n    statement: id på udsagnet',
  },
  {
    name: 'prompts for a framework that is not there',
    make: swap(prompts, 'framework: nordkobing-2026', 'framework: sydkobing'),
    says: 'prompts/nordkobing-2026.yaml:1: Vi kender ikke grundlaget »sydkobing«. Vælg en af disse: nordkobing-2026.',
  },
  {
    name: 'a prompt that is no question',
    make: swap(prompts, 'Hvem har du ikke spurgt, selv om sagen rammer dem?', 'Tænk over, hvem du ikke har spurgt.'),
    kind: 'remark',
    says: 'prompts/nordkobing-2026.yaml:21: Det er ikke ét spørgsmål: »Tænk over, hvem du ikke har spurgt.«. Slut med et spørgsmålstegn, og brug kun det ene.',
  },
  {
    name: 'a prompt to say yes to',
    make: swap(prompts, 'Hvem har du ikke spurgt, selv om sagen rammer dem?', 'Har du spurgt dem, sagen rammer?'),
    kind: 'remark',
    says: 'prompts/nordkobing-2026.yaml:21: Det kan besvares med ja eller nej: »Har du spurgt dem, sagen rammer?«. Begynd med hvad, hvordan, hvem eller hvornår.',
  },
  {
    name: 'a prompt that is too long',
    make: swap(prompts, 'Hvem har du ikke spurgt', `Hvem har du ${'slet '.repeat(40)}ikke spurgt`),
    says: 'prompts/nordkobing-2026.yaml:21: Teksten ved »da:« er for lang. Skriv højst 200 tegn.',
  },
  {
    name: 'a prompt like another',
    make: swap(prompts, 'Hvem har du ikke spurgt, selv om sagen rammer dem?', 'Hvilken borger hjalp I bedst i denne uge?'),
    kind: 'remark',
    says: 'prompts/nordkobing-2026.yaml:21: »Hvilken borger hjalp I bedst i denne uge?« ligner »borgeren-forst« meget. Spørg om noget andet her.',
  },
  {
    name: 'a prompt that repeats its statement',
    make: swap(
      prompts,
      'Hvem har du ikke spurgt, selv om sagen rammer dem?',
      'Hvornår sagde du: Jeg lytter, før jeg beslutter noget vigtigt?',
    ),
    kind: 'remark',
    says: 'prompts/nordkobing-2026.yaml:21: Spørgsmålet gentager udsagnet: »jeg lytter før jeg beslutter noget«. Sig det med hverdagens ord.',
  },
  {
    name: 'a statement without a prompt',
    make: swap(prompts, 'statement: leder-lytter', 'theme: aben-dialog'),
    kind: 'remark',
    says: 'frameworks/nordkobing-2026.yaml:58: Udsagnet »leder-lytter« har ikke noget spørgsmål til eftertanke. Skriv et i mappen prompts:\n    - id: leder-lytter-1\n      statement: leder-lytter\n      da: "…"\n      en: "…"',
  },
  {
    name: 'a question for a statement that is not there',
    make: swap(questions, 'chef-tydelig-retning:', 'chef-tydelig-retnin:'),
    says: 'questions/nordkobing-2026.yaml:4: Vi kender ikke udsagnet »chef-tydelig-retnin«. Du mente måske:\n    chef-tydelig-retning',
  },
  {
    name: 'a theme without an example of an agreement',
    make: swap(
      agreements,
      '  - theme: aben-dialog\n    when: {da: jeg er uenig, en: I disagree}\n    will: {da: spørge én gang til, en: ask once more}\n',
      '',
    ),
    says: 'agreements/nordkobing-2026.yaml:3: Temaet »aben-dialog« mangler et eksempel på en aftale. Skriv:\n    - theme: aben-dialog\n      when: {da: "…", en: "…"}\n      will: {da: "…", en: "…"}',
  },
  {
    name: 'an agreement with a full stop',
    make: swap(agreements, 'sige målet højt,', 'sige målet højt.,'),
    says: 'agreements/nordkobing-2026.yaml:5: Teksten ved »da:« er en del af en sætning. Slet tegnet til sidst.',
  },
  {
    name: 'a word in two topics',
    make: swap(topics, 'arbejdsglæde', 'arbejdsglæde, Bevilling'),
    says: 'lexicon/topics.yaml:7: »Bevilling« står både i emnet »okonomi« og i »trivsel«. Behold det ene sted.',
  },
  {
    name: 'an intent that is not there',
    make: swap(said, 'intent: reflect', 'intent: refleksion'),
    says: 'lexicon/said/huset.yaml:5: »intent: refleksion« kendes ikke. Vælg en af disse: expectations, part, definition, common, topic, compare-roles, compare-editions, compare-frameworks, reflect, guide, about, set-role, nudge-on, nudge-time, nudge-off, nudge-pause, nudge-show, nudge-resume, reminder-once, agreement, agreements, focus, look-back, notes, profile, privacy, export, delete, share, feedback, to-editor, more, restart, language, help, smalltalk, out-of-scope, section, competency.',
  },
];
