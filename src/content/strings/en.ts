/**
 * What is found in content, in English: for the start of the service, and for editors who ask for it.
 */
import type { Named, Wanted, Words } from '../found.js';

const list = (names: readonly string[]) => names.join(', ');
const brief = (text: string) => (text.length > 90 ? `${text.slice(0, 88).trimEnd()} …` : text);
const quoted = (text: string) => `"${brief(text)}"`;

const named: Readonly<Record<Named, string>> = {
  role: 'role',
  theme: 'theme',
  subtheme: 'subtheme',
  group: 'group',
  statement: 'statement',
  edition: 'edition',
  prompt: 'prompt',
  framework: 'framework',
};

const wantedAs: Readonly<Record<Wanted, string>> = {
  text: 'a text',
  list: 'a list: a line for each, with "- " before it',
  lines: 'several lines, two spaces further in',
  number: 'a whole number',
  truth: 'true or false',
};

/** The English words. */
export const en: Words = {
  encoding: ({ stands }) => ({
    text: `the file is not UTF-8, so æ, ø and å get lost${stands ? `; this line is meant to say ${quoted(stands)}` : ''}. Save it again as UTF-8`,
  }),
  garbled: ({ stands, write }) => ({ text: `æ, ø or å became other signs in ${quoted(stands)}. Write:`, write: [write] }),
  lost: ({ stands }) => ({ text: `letters were lost in ${quoted(stands)}. Write the line again` }),
  ending: ({ name, rename }) => ({ text: `"${name}" is not read, since its name does not end in .yaml. Rename it to "${rename}"` }),
  stray: ({ name }) => ({ text: `"${name}" is not read: only files that end in .yaml are. Move it somewhere else` }),
  'no-folder': () => ({ text: 'the folder is missing. Create it, or set CONTENT_DIR to a folder that has it' }),
  'no-file': () => ({ text: 'the file is missing. Create it, or remove TENANTS_FILE' }),
  'no-framework': () => ({ text: 'no framework found. Put at least one <id>.yaml here, or set CONTENT_DIR' }),
  tab: ({ stands, write }) => ({ text: `the line ${quoted(stands.trim())} is indented with a tab. Use spaces. Write:`, write: [write] }),
  colon: ({ stands, write }) => ({
    text: `there are two colons in ${quoted(stands.trim())}. Put the text in quotes. Write:`,
    write: [write],
  }),
  'open-quote': ({ stands }) => ({ text: `the quote does not end: ${quoted(stands.trim())}. Put one more where the text ends` }),
  'quote-inside': ({ stands, write }) => ({
    text: `the text has quotes within it: ${quoted(stands.trim())}. Put single quotes around all of it. Write:`,
    write: [write],
  }),
  'open-bracket': ({ stands }) => ({ text: `the list does not end: ${quoted(stands.trim())}. Put ] after its last word` }),
  sign: ({ stands, write }) => ({
    text: `the text begins with a sign that means something else: ${quoted(stands.trim())}. Put it in quotes. Write:`,
    write: [write],
  }),
  'key-twice': ({ key }) => ({ text: `"${key}:" stands here twice. Keep one of them` }),
  comma: ({ stands, write }) => ({ text: `a comma is missing in ${quoted(stands)}. Write:`, write: [write] }),
  yaml: ({ said }) => ({ text: `this is not valid YAML: ${said}. Check indentation and quotes on and above this line` }),
  empty: ({ key }) => ({ text: `"${key}" must not be empty` }),
  'empty-file': () => ({ text: 'the file is empty. Write something, or delete it' }),
  missing: ({ keys, wanted, write }) => ({
    text: `${list(keys.map((key) => `"${key}"`))} ${keys.length === 1 ? 'is' : 'are'} missing. Add ${write.length > 0 ? 'for example:' : `"${keys[0]}:" with ${wantedAs[wanted]}`}`,
    write,
  }),
  shape: ({ key, wanted, write }) => ({
    text: `"${key}" must be ${wantedAs[wanted]}.${write.length > 0 ? ' Write for example:' : ''}`,
    write,
  }),
  'empty-list': ({ key, write }) => ({
    text: `the list "${key}" is empty. Name at least one.${write.length > 0 ? ' Write for example:' : ''}`,
    write,
  }),
  unknownKey: ({ keys, nearest }) => ({
    text: `unknown key ${list(keys.map((key) => `"${key}"`))}. Remove it or correct its spelling${nearest ? ':' : ''}`,
    ...(nearest && { write: [`${nearest}:`] }),
  }),
  'one-of': ({ key, allowed, nearest }) => ({
    text: `"${key}" must be one of: ${list(allowed)}${nearest ? '. Perhaps:' : ''}`,
    ...(nearest && { write: [`${key}: ${nearest}`] }),
  }),
  'too-long': ({ key, most }) => ({ text: `"${key}" must be at most ${most} characters` }),
  'out-of-range': ({ key, least, most }) => ({ text: `"${key}" must be from ${least} to ${most}` }),
  'id-form': ({ key, given, suggested }) => ({
    text: `"${key}" must have lower-case letters a-z, digits and single hyphens only, and "${given}" has not.${suggested ? ' Write:' : ''}`,
    ...(suggested && { write: [`${key}: ${suggested}`] }),
  }),
  'source-name': ({ given }) => ({
    text: `"${given}" is not the name of a file in sources/. Write its name alone`,
    write: ['file: nordkoebing-2026.txt'],
  }),
  'full-stop': ({ key }) => ({ text: `"${key}" must end without a full stop: it is part of a sentence` }),
  capital: ({ key, write }) => ({ text: `"${key}" must begin with a small letter: it is part of a sentence. Write:`, write: [write] }),
  opening: ({ key, opening }) => ({ text: `"${key}" must leave out "${opening}": the form writes that itself` }),
  plain: ({ words }) => ({ text: words }),
  name: ({ key, given, name }) => ({ text: `the ${key} "${given}" differs from the file's name. Write "${key}: ${name}"` }),
  twice: ({ given }) => ({ text: `the id "${given}" is used twice. Give this one an id of its own` }),
  unknown: ({ what, given, known, nearest, key }) => ({
    text: `unknown ${named[what]} "${given}". ${
      known.length > 0 ? `Write one of: ${list(known)}${nearest ? '. Perhaps:' : ''}` : `There is no ${named[what]} yet: add it first`
    }`,
    ...(nearest && { write: [key ? `${key}: ${nearest}` : nearest] }),
  }),
  'silent-role': ({ role }) => ({
    text: `the role "${role}" has no statements. Add a block with "role: ${role}" under "statements:", or remove the role`,
  }),
  homeless: ({ id }) => ({ text: `prompt "${id}" belongs to nothing. Add "statement:" or "theme:"` }),
  'two-examples': ({ theme }) => ({ text: `the theme "${theme}" has two examples. Keep one of them` }),
  'no-example': ({ theme }) => ({ text: `the theme "${theme}" has no example. Add "- theme: ${theme}" with "when:" and "will:"` }),
  'no-common-example': () => ({ text: 'what all share stands under no theme. Add "common:" with "when:" and "will:"' }),
  'same-words': ({ stands }) => ({ text: `"${stands}" stands twice in this file. Write something else here` }),
  'two-topics': ({ word, first, second }) => ({
    text: `"${word}" stands in ${first === second ? 'this topic twice' : `the topics "${first}" and "${second}"`}. Keep it in one place`,
  }),
  'not-loaded': ({ setting, given, known }) => ({ text: `${setting} names "${given}", which is not loaded. Write one of: ${list(known)}` }),
  'no-source': ({ given, there }) => ({
    text: `the document "${given}" is not in sources/, so that the wording cannot be checked. Put it there${there.length > 0 ? `, or write one of: ${list(there)}` : ' as plain text'}`,
  }),
  wording: ({ stands, write }) => ({
    text: write
      ? `${quoted(stands)} is not what the document says. Write it word for word:`
      : `${quoted(stands)} does not stand in the document. Write it word for word, or take it out`,
    ...(write && { write: [write] }),
  }),
  copies: ({ stands, found, wanted }) => ({
    text: `${quoted(stands)} stands ${found === 1 ? 'once' : `${found} times`} in the document, and "copies:" says ${wanted}. Correct the text, or write:`,
    write: [`copies: ${found}`],
  }),
  unused: ({ from, to, stands }) => ({
    text: `this stands in the document and not in the framework${to > from ? ` (lines ${from}-${to})` : ''}: ${quoted(stands)}. Should it be there?`,
  }),
  'unused-more': ({ places }) => ({ text: `the document has ${places} more places that were left out` }),
  'no-question': ({ stands }) => ({ text: `this is not one question: ${quoted(stands)}. End with its only question mark` }),
  closed: ({ stands }) => ({ text: `this can be answered yes or no: ${quoted(stands)}. Begin with what, how, who or when` }),
  'not-open': ({ stands }) => ({ text: `this asks with no open word: ${quoted(stands)}. Ask what, how, who or when` }),
  alike: ({ stands, other }) => ({ text: `${quoted(stands)} is much like "${other}". Ask about something else here` }),
  repeats: ({ stands }) => ({ text: `the prompt repeats its statement: ${quoted(stands)}. Say it in everyday words` }),
  unasked: ({ ids: [first = '', ...more], count }) => ({
    text:
      count === 1
        ? `the statement "${first}" has no prompt. Write one in prompts/`
        : `${count} statements have no prompt, among them ${list([first, ...more].map((id) => `"${id}"`))}. Write one for each in prompts/`,
  }),
  unlikely: ({ stands, intent, likelier }) => ({
    text: `${quoted(stands)} reads more like "${likelier}" than "${intent}". Is the intent right?`,
  }),
};
