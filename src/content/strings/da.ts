/**
 * What is found in content, in Danish, for those who write it. No word that only programmers know.
 */
import type { Named, Wanted, Words } from '../found.js';

const list = (names: readonly string[]) => names.join(', ');
const both = (names: readonly string[]) => names.join(', ').replace(/, ([^,]*)$/, ' og $1');
/** So much of a text is enough to find it by. */
const brief = (text: string) => (text.length > 90 ? `${text.slice(0, 88).trimEnd()} …` : text);
const quoted = (text: string) => `»${brief(text)}«`;

const named: Readonly<Record<Named, string>> = {
  role: 'rollen',
  theme: 'temaet',
  subtheme: 'undertemaet',
  group: 'gruppen',
  statement: 'udsagnet',
  edition: 'udgaven',
  prompt: 'spørgsmålet',
  framework: 'grundlaget',
};

const wantedAs: Readonly<Record<Wanted, string>> = {
  text: 'en tekst',
  list: 'en liste: en linje til hver, med »- « foran',
  lines: 'flere linjer, rykket to mellemrum ind',
  number: 'et helt tal',
  truth: 'true (ja) eller false (nej)',
};

/** The Danish words. */
export const da: Words = {
  encoding: ({ stands }) => ({
    text: `Filen er gemt, så æ, ø og å går tabt${stands ? `. Her skulle der nok stå ${quoted(stands)}` : ''}. Gem den igen som UTF-8 (i Notesblok: Gem som, og vælg UTF-8 under Kodning).`,
  }),
  garbled: ({ stands, write }) => ({ text: `Her er æ, ø eller å blevet til andre tegn: ${quoted(stands)}. Skriv:`, write: [write] }),
  lost: ({ stands }) => ({ text: `Her er bogstaver gået tabt: ${quoted(stands)}. Skriv linjen igen.` }),
  ending: ({ name, rename }) => ({
    text: `Filen »${name}« bliver ikke læst, for navnet ender ikke på .yaml. Kald den »${rename}«.`,
  }),
  stray: ({ name }) => ({ text: `»${name}« bliver ikke læst. Her læses kun filer, der ender på .yaml. Flyt den et andet sted hen.` }),
  'no-folder': () => ({ text: 'Mappen mangler. Lav den, eller skriv i CONTENT_DIR, hvor indholdet ligger.' }),
  'no-file': () => ({ text: 'Filen mangler. Lav den, eller fjern TENANTS_FILE.' }),
  'no-framework': () => ({ text: 'Her er ikke noget grundlag endnu. Læg mindst én fil, der ender på .yaml, i mappen.' }),
  tab: ({ stands, write }) => ({
    text: `Linjen ${quoted(stands.trim())} er rykket ind med tabulator. Brug mellemrum. Skriv:`,
    write: [write],
  }),
  colon: ({ stands, write }) => ({
    text: `Der er to koloner i ${quoted(stands.trim())}. Sæt teksten i anførselstegn. Skriv:`,
    write: [write],
  }),
  'open-quote': ({ stands }) => ({ text: `Anførselstegnet slutter ikke: ${quoted(stands.trim())}. Sæt ét mere, hvor teksten slutter.` }),
  'quote-inside': ({ stands, write }) => ({
    text: `Teksten har anførselstegn inde i sig: ${quoted(stands.trim())}. Sæt enkelte anførselstegn uden om det hele. Skriv:`,
    write: [write],
  }),
  'open-bracket': ({ stands }) => ({ text: `Listen slutter ikke: ${quoted(stands.trim())}. Sæt ] efter det sidste ord i den.` }),
  sign: ({ stands, write }) => ({
    text: `Teksten begynder med et tegn, som betyder noget særligt: ${quoted(stands.trim())}. Sæt den i anførselstegn. Skriv:`,
    write: [write],
  }),
  'key-twice': ({ key }) => ({ text: `»${key}:« står her to gange. Behold den ene.` }),
  comma: ({ stands, write }) => ({ text: `Der mangler et komma i ${quoted(stands)}. Skriv:`, write: [write] }),
  yaml: ({ stands }) => ({
    text: `Linjen kan ikke læses: ${quoted(stands.trim())}. Se, om den og linjen over er rykket lige så langt ind som naboerne, og om anførselstegn er lukket.`,
  }),
  empty: ({ key }) => ({ text: `Der mangler en tekst efter »${key}:«.` }),
  'empty-file': () => ({ text: 'Filen er tom. Skriv noget i den, eller slet den.' }),
  missing: ({ keys, wanted, write }) => ({
    text: `Her mangler ${both(keys.map((key) => `»${key}:«`))}${write.length > 0 ? '. Skriv for eksempel:' : ` med ${wantedAs[wanted]}.`}`,
    write,
  }),
  shape: ({ key, wanted, write }) => ({
    text: `Ved »${key}:« skal der stå ${wantedAs[wanted]}.${write.length > 0 ? ' Skriv for eksempel:' : ''}`,
    write,
  }),
  'empty-list': ({ key, write }) => ({
    text: `Listen »${key}:« er tom. Der skal stå mindst én.${write.length > 0 ? ' Skriv for eksempel:' : ''}`,
    write,
  }),
  unknownKey: ({ keys: [key = '', ...more], nearest }) =>
    nearest
      ? { text: `»${key}:« kendes ikke her. Skriv:`, write: [`${nearest}:`] }
      : { text: `${list([key, ...more].map((each) => `»${each}:«`))} kendes ikke her. Fjern linjen, eller ret stavningen.` },
  'one-of': ({ key, given, allowed, nearest }) => ({
    text: `»${key}: ${given}« kendes ikke. ${nearest ? 'Du mente måske:' : `Vælg en af disse: ${list(allowed)}.`}`,
    ...(nearest && { write: [`${key}: ${nearest}`] }),
  }),
  'too-long': ({ key, most }) => ({ text: `Teksten ved »${key}:« er for lang. Skriv højst ${most} tegn.` }),
  'out-of-range': ({ key, least, most }) => ({ text: `Tallet ved »${key}:« skal være fra ${least} til ${most}.` }),
  'id-form': ({ key, given, suggested }) => ({
    text: `»${given}« kan ikke bruges ved »${key}:«. Brug kun små bogstaver fra a til z, tal og enkelte bindestreger.${suggested ? ' Skriv:' : ''}`,
    ...(suggested && { write: [`${key}: ${suggested}`] }),
  }),
  'source-name': ({ given }) => ({
    text: `»${given}« er ikke navnet på en fil i sources/. Skriv kun navnet:`,
    write: ['file: nordkoebing-2026.txt'],
  }),
  'full-stop': ({ key }) => ({ text: `Teksten ved »${key}:« er en del af en sætning. Slet tegnet til sidst.` }),
  capital: ({ key, write }) => ({ text: `Teksten ved »${key}:« er en del af en sætning. Begynd med lille. Skriv:`, write: [write] }),
  opening: ({ key, opening }) => ({ text: `Slet »${opening}« forrest ved »${key}:«. Det står i skemaet i forvejen.` }),
  plain: ({ words }) => ({ text: words }),
  name: ({ key, given, name }) => ({ text: `»${key}: ${given}« passer ikke til filens navn. Skriv:`, write: [`${key}: ${name}`] }),
  twice: ({ given }) => ({ text: `»id: ${given}« står her to gange. Giv den ene sit eget, for eksempel:`, write: [`id: ${given}-2`] }),
  unknown: ({ what, given, known, nearest, key }) => ({
    text:
      known.length > 0
        ? `Vi kender ikke ${named[what]} »${given}«. ${nearest ? 'Du mente måske:' : `Vælg en af disse: ${list(known)}.`}`
        : `Vi kender ikke ${named[what]} »${given}«, for der er slet ingen af den slags endnu. Skriv den i grundlaget først.`,
    ...(nearest && { write: [key ? `${key}: ${nearest}` : nearest] }),
  }),
  'silent-role': ({ role, theme }) => ({
    text: `Rollen »${role}« har ingen udsagn. Fjern den, eller skriv under »statements:«:`,
    write: [`- role: ${role}`, `  theme: ${theme}`, '  items:'],
  }),
  homeless: ({ id }) => ({
    text: `Spørgsmålet »${id}« hører ikke til noget. Skriv, hvad det handler om:`,
    write: ['statement: id på udsagnet'],
  }),
  'two-examples': ({ theme }) => ({ text: `Temaet »${theme}« har to eksempler. Behold det ene.` }),
  'no-example': ({ theme }) => ({
    text: `Temaet »${theme}« mangler et eksempel på en aftale. Skriv:`,
    write: [`- theme: ${theme}`, '  when: {da: "…", en: "…"}', '  will: {da: "…", en: "…"}'],
  }),
  'no-common-example': () => ({
    text: 'Det, der er fælles for alle, mangler et eksempel på en aftale. Skriv:',
    write: ['common:', '  when: {da: "…", en: "…"}', '  will: {da: "…", en: "…"}'],
  }),
  'same-words': ({ stands }) => ({ text: `${quoted(stands)} står to gange i filen. Skriv noget andet her.` }),
  'two-topics': ({ word, first, second }) => ({
    text:
      first === second
        ? `»${word}« står to gange i emnet »${first}«. Behold det ene sted.`
        : `»${word}« står både i emnet »${first}« og i »${second}«. Behold det ene sted.`,
  }),
  'not-loaded': ({ setting, given, known }) => ({
    text: `${setting} nævner »${given}«, som ikke er her. Vælg en af disse: ${list(known)}.`,
  }),
  'no-source': ({ given, there: [first, ...more] }) => ({
    text: `Dokumentet »${given}« ligger ikke i mappen sources, så ordlyden kan ikke efterses. ${first ? 'Læg det der, eller skriv:' : 'Læg det der som ren tekst (.txt).'}`,
    ...(first && { write: [first, ...more].map((name) => `file: ${name}`) }),
  }),
  wording: ({ stands, write }) => ({
    text: write
      ? `Her står ${quoted(stands)}. Dokumentet siger noget andet. Skriv det ord for ord:`
      : `${quoted(stands)} står ikke i dokumentet. Skriv det ord for ord, som det er vedtaget, eller tag det ud.`,
    ...(write && { write: [write] }),
  }),
  copies: ({ stands, found, wanted }) => ({
    text: `${quoted(stands)} står ${found} ${found === 1 ? 'gang' : 'gange'} i dokumentet, men »copies:« lover ${wanted}. Ret teksten, eller skriv:`,
    write: [`copies: ${found}`],
  }),
  unused: ({ from, to, stands }) => ({
    text: `Det her står i dokumentet, men ikke i grundlaget${to > from ? ` (linje ${from}-${to})` : ''}: ${quoted(stands)}. Skal det med?`,
  }),
  'unused-more': ({ places }) => ({ text: `Dokumentet har ${places} steder til, som ikke er i grundlaget.` }),
  'no-question': ({ stands }) => ({
    text: `Det er ikke ét spørgsmål: ${quoted(stands)}. Slut med et spørgsmålstegn, og brug kun det ene.`,
  }),
  closed: ({ stands }) => ({ text: `Det kan besvares med ja eller nej: ${quoted(stands)}. Begynd med hvad, hvordan, hvem eller hvornår.` }),
  'not-open': ({ stands }) => ({
    text: `Spørgsmålet lægger ikke op til eftertanke: ${quoted(stands)}. Få hvad, hvordan, hvem eller hvornår med.`,
  }),
  alike: ({ stands, other }) => ({ text: `${quoted(stands)} ligner »${other}« meget. Spørg om noget andet her.` }),
  repeats: ({ stands }) => ({ text: `Spørgsmålet gentager udsagnet: ${quoted(stands)}. Sig det med hverdagens ord.` }),
  unasked: ({ ids: [first = '', ...more], count }) => ({
    text:
      count === 1
        ? `Udsagnet »${first}« har ikke noget spørgsmål til eftertanke. Skriv et i mappen prompts:`
        : `${count} udsagn har ikke noget spørgsmål til eftertanke, blandt andre ${both([first, ...more].map((id) => `»${id}«`))}. Skriv et til hvert i mappen prompts:`,
    write: [`- id: ${first}-1`, `  statement: ${first}`, '  da: "…"', '  en: "…"'],
  }),
  unlikely: ({ stands, intent, likelier }) => ({
    text: `${quoted(stands)} læses snarere som »${likelier}« end som »${intent}«. Passer det, der står ved »intent:«?`,
  }),
};
