/**
 * The files that a new framework begins as: two roles, two themes and made-up statements, each field with a line on what it becomes on a
 * card. They are valid as they stand, so that an editor changes one thing at a time and sees what it does.
 */
import { stringify } from 'yaml';
import type { Language } from '../content/language.js';
import { yearIn } from './id.js';
import { type TemplateWords, templateWords } from './strings/template.js';

/** A file with its path in a content folder. */
export type ContentFile = { readonly path: string; readonly text: string };

/** What a template is made for: an id, and the short name that cards show. */
export type Newcomer = { readonly id: string; readonly name: string };

/** The made-up statements, each of which stands where a municipality's own words belong. */
export const exampleStatements = {
  common: 'Vi taler med hinanden, før vi taler om hinanden.',
  lederRetning: 'Jeg fortæller, hvad vi skal nå, og hvorfor det betyder noget for borgerne.',
  lederSamarbejde: 'Jeg henter hjælp hos andre, før en sag bliver svær.',
  chefRetning: 'Jeg vælger til og fra, så lederne ved, hvad der kommer først.',
  chefSamarbejde: 'Jeg får lederne til at løse opgaver sammen på tværs af afdelinger.',
} as const;

const preface = 'Det her grundlag er skrevet af ledere og medarbejdere i fællesskab.';

/** The first line of a file of content, by which an editor that knows YAML helps with its fields. */
export function schemaLine(kind: 'framework' | 'prompts' | 'agreements'): string {
  return `# yaml-language-server: $schema=../schemas/${kind}.json`;
}

/** The files of a new framework. */
export function templateFiles({ id, name }: Newcomer, language: Language): readonly ContentFile[] {
  const words = templateWords[language];
  return [
    { path: `frameworks/${id}.yaml`, text: frameworkText({ id, name }, words) },
    { path: `prompts/${id}.yaml`, text: promptsText(id, words) },
    { path: `agreements/${id}.yaml`, text: agreementsText(id, words) },
    { path: `sources/${id}.txt`, text: sourceText(name) },
  ];
}

/** A value as YAML writes it, with quotes where they are needed; in a list that stands on one line too. */
export function scalar(value: string): string {
  const plain = stringify(value, { lineWidth: 0 }).trim();
  return /^["']/.test(plain) || (!/[\n,[\]{}]/.test(plain) && !plain.startsWith('|')) ? plain : JSON.stringify(value);
}

/** Where a name stands in the document's own title. */
function titleOf(name: string): string {
  return `Ledelsesgrundlag for ${name}`;
}

function comments(lines: readonly string[]): string {
  return lines.map((line) => `# ${line}`).join('\n');
}

function frameworkText({ id, name }: Newcomer, w: TemplateWords): string {
  return `${schemaLine('framework')}
${comments(w.head)}

# ${w.id}
id: ${scalar(id)}
# ${w.title}
title: ${scalar(titleOf(name))}
# ${w.name}
name: ${scalar(name)}
# ${w.organisation}
organisation:
  name: null
  unit: null
# ${w.edition}
edition: ${yearIn(name)}
# ${w.source}
source:
  file: ${scalar(`${id}.txt`)}
# ${w.aliases}
aliases: [${scalar(name.toLowerCase())}]
# ${w.contact}
# contact: HR, Rådhuset
# ${w.themeKind}
themeKind: theme
# ${w.themeNames}
themeNames:
  da: [tema, temaer]
  en: [theme, themes]

# ${w.preface}
preface:
  - heading: Forord
    paragraphs:
      - ${preface}

${themesText(w)}
${rolesText(w)}
${statementsText(w)}`;
}

function themesText(w: TemplateWords): string {
  return `# ${w.themes}
themes:
  # ${w.themeId}
  - id: retning
    # ${w.themeLabel}
    label: Retning
    # ${w.themeEn}
    en: Direction
    # ${w.themeAliases}
    aliases: [sætte retning, mål, direction]
  - id: samarbejde
    label: Samarbejde
    en: Working together
    aliases: [samarbejde på tværs, sammen, working together]

# ${w.common}
common:
  # ${w.commonHeading}
  heading: Fælles for alle ledere
  aliases: [fælles, det fælles, what we share]
  statements:
    # ${w.statementId}
    - id: common-taler-med-hinanden
      # ${w.statementText}
      text: ${exampleStatements.common}
      # ${w.statementTheme}
      theme: samarbejde
`;
}

function rolesText(w: TemplateWords): string {
  return `# ${w.roles}
roles:
  # ${w.roleId}
  - id: leder
    # ${w.roleLabel}
    label: Leder
    # ${w.roleLevel}
    level: leder-af-medarbejdere
    # ${w.roleName}
    name:
      da: leder
      en: leader
    # ${w.roleAliases}
    aliases: [leder, teamleder, souschef, leader, manager]
  - id: chef
    label: Chef
    level: chef
    name:
      da: chef
      en: head of department
    aliases: [chef, afdelingschef, head of department]
`;
}

function statementsText(w: TemplateWords): string {
  return `# ${w.statements}
statements:
  - role: leder
    theme: retning
    items:
      - id: leder-fortaeller-hvorfor
        text: ${exampleStatements.lederRetning}
  - role: leder
    theme: samarbejde
    items:
      - id: leder-henter-hjaelp
        text: ${exampleStatements.lederSamarbejde}
  - role: chef
    theme: retning
    items:
      - id: chef-vaelger-til-og-fra
        text: ${exampleStatements.chefRetning}
  - role: chef
    theme: samarbejde
    items:
      - id: chef-pa-tvaers
        text: ${exampleStatements.chefSamarbejde}
`;
}

function promptsText(id: string, w: TemplateWords): string {
  return `${schemaLine('prompts')}
${comments(w.prompts)}
framework: ${scalar(id)}
prompts:
  # ${w.promptId}
  - id: common-over-hovedet
    # ${w.promptStatement}
    statement: common-taler-med-hinanden
    # ${w.promptDa}
    da: "Hvem skulle have hørt det fra dig selv, sidste gang der gik rygter i huset?"
    # ${w.promptEn}
    en: "Who should have heard it from you, the last time rumours went around the house?"
  - id: common-kaffe-i-stedet
    statement: common-taler-med-hinanden
    da: "Hvilken kollega ville en kop kaffe gøre mere gavn hos end endnu en mail?"
    en: "With which colleague would a cup of coffee do more good than yet another mail?"
  - id: leder-koen-ved-skranken
    statement: leder-fortaeller-hvorfor
    da: "Hvad ville en ny kollega svare, hvis en borger spurgte, hvad I er her for?"
    en: "What would a new colleague answer if a citizen asked what you are there for?"
  - id: leder-ringe-tidligere
    statement: leder-henter-hjaelp
    da: "Hvilket opkald har du udskudt, som du med fordel kunne tage inden weekenden?"
    en: "Which call have you been putting off that you would do well to make before the weekend?"
  - id: chef-sige-nej
    statement: chef-vaelger-til-og-fra
    da: "Hvad har du sagt nej til i denne måned, så noget vigtigere fik plads?"
    en: "What have you turned down this month so that something more important had room?"
  - id: chef-to-ved-samme-bord
    statement: chef-pa-tvaers
    da: "Hvilke to af dine folk burde sidde ved samme bord i næste uge?"
    en: "Which two of your people ought to sit at the same table next week?"
`;
}

function agreementsText(id: string, w: TemplateWords): string {
  return `${schemaLine('agreements')}
${comments(w.agreements)}
framework: ${scalar(id)}
# ${w.agreementCommon}
common:
  when:
    da: "jeg hører et rygte"
    en: "I hear a rumour"
  will:
    da: "spørge den, det handler om"
    en: "ask whoever it is about"
examples:
  # ${w.agreementTheme}
  - theme: retning
    # ${w.agreementWhen}
    when:
      da: "ugen begynder"
      en: "the week begins"
    # ${w.agreementWill}
    will:
      da: "sige højt, hvad der er vigtigst"
      en: "say aloud what matters most"
  - theme: samarbejde
    when:
      da: "en sag driller"
      en: "a case is tricky"
    will:
      da: "ringe til en, der har prøvet det før"
      en: "call somebody who has been there before"
`;
}

function sourceText(name: string): string {
  const s = exampleStatements;
  return `${titleOf(name)}

Forord
${preface}

Fælles for alle ledere
${s.common}

Leder

Retning
${s.lederRetning}

Samarbejde
${s.lederSamarbejde}

Chef

Retning
${s.chefRetning}

Samarbejde
${s.chefSamarbejde}
`;
}
