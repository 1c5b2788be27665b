/**
 * A small content folder in which nothing is wrong: one document, what is written for it, a few words and two messages.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const files: Readonly<Record<string, string>> = {
  'sources/nordkobing-2026.txt': `God ledelse i Nordkøbing

FÆLLES FOR ALLE LEDERE
Vi sætter borgeren først og løfter i flok.

CHEFER
Fælles retning
Jeg sætter en tydelig ret-
ning for det, vi skal nå.
Jeg siger: Her er vejen, og den går vi.

LEDERE
Fælles retning
Jeg gør målene til hverdag for mine medarbejdere.
Åben dialog
Jeg lytter, før jeg beslutter noget vigtigt.
`,
  'frameworks/nordkobing-2026.yaml': `# Nordkøbings grundlag
id: nordkobing-2026
title: God ledelse i Nordkøbing
name: Nordkøbing 2026
organisation:
  name: Nordkøbing Kommune
  unit: null
edition: 2026
source:
  file: nordkobing-2026.txt
aliases: [nordkøbing, nordkøbing kommune]
themeKind: theme
themeNames:
  da: [tema, temaer]
  en: [theme, themes]
themes:
  - id: faelles-retning
    label: Fælles retning
    en: A shared direction
  - id: aben-dialog
    label: Åben dialog
    en: Open dialogue
common:
  heading: Fælles for alle ledere
  statements:
    - id: common-borgeren-forst
      text: Vi sætter borgeren først og løfter i flok.
      theme: faelles-retning
roles:
  - id: chef
    label: Chefer
    level: chef
    name:
      da: chef
      en: head
  - id: leder
    label: Ledere
    level: leder-af-medarbejdere
    name:
      da: leder
      en: leader
statements:
  - role: chef
    theme: faelles-retning
    items:
      - id: chef-tydelig-retning
        text: Jeg sætter en tydelig retning for det, vi skal nå.
      - id: chef-her-er-vejen
        text: "Jeg siger: Her er vejen, og den går vi."
  - role: leder
    theme: faelles-retning
    items:
      - id: leder-mal-til-hverdag
        text: Jeg gør målene til hverdag for mine medarbejdere.
  - role: leder
    theme: aben-dialog
    items:
      - id: leder-lytter
        text: Jeg lytter, før jeg beslutter noget vigtigt.
`,
  'prompts/nordkobing-2026.yaml': `framework: nordkobing-2026
prompts:
  - id: borgeren-forst
    statement: common-borgeren-forst
    da: "Hvilken borger hjalp I bedst i sidste uge?"
    en: "Which citizen did you help best last week?"
  - id: retning
    statement: chef-tydelig-retning
    da: "Hvordan ville dine ledere beskrive kursen lige nu?"
    en: "How would your managers describe the course right now?"
  - id: vejen
    statement: chef-her-er-vejen
    da: "Hvornår sagde du sidst højt, at noget er besluttet?"
    en: "When did you last say aloud that something is decided?"
  - id: hverdag
    statement: leder-mal-til-hverdag
    da: "Hvad hænger der på væggen, som ingen kigger på?"
    en: "What hangs on the wall that nobody looks at?"
  - id: lytte
    statement: leder-lytter
    da: "Hvem har du ikke spurgt, selv om sagen rammer dem?"
    en: "Whom have you not asked, though the matter concerns them?"
`,
  'questions/nordkobing-2026.yaml': `framework: nordkobing-2026
statements:
  chef-tydelig-retning:
    - hvor skal vi hen
words:
  leder-lytter: [høringssvar, spørge først]
`,
  'agreements/nordkobing-2026.yaml': `framework: nordkobing-2026
examples:
  - theme: faelles-retning
    when: {da: et møde begynder, en: a meeting begins}
    will: {da: sige målet højt, en: say the goal aloud}
  - theme: aben-dialog
    when: {da: jeg er uenig, en: I disagree}
    will: {da: spørge én gang til, en: ask once more}
`,
  'lexicon/topics.yaml': `topics:
  - id: okonomi
    label: {da: økonomi, en: finances}
    words: [økonomi, "kassekredit", bevilling, regnskab]
  - id: trivsel
    label: {da: trivsel, en: well-being}
    words: [trivsel, arbejdsglæde]
titles:
  - title: souschef
    levels: [leder-af-medarbejdere]
`,
  'lexicon/said/huset.yaml': `said:
  - say: hvad forventes der af mig
    intent: expectations
  - say: giv mig et spørgsmål
    intent: reflect
`,
};

/** Writes the folder anew. */
export function writeSmall(folder: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
