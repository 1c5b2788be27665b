import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompass } from '../../src/conversation/compass.js';
import { content } from '../support/content.js';

type Command = { title: string; description: string };
const read = (name: string) => JSON.parse(readFileSync(`manifest/${name}`, 'utf8'));
const manifest = read('manifest.json');
const english: Record<string, string> = read('en.json');
const lists: { scopes: string[]; commands: Command[] }[] = manifest.bots[0].commandLists;
const extension = manifest.composeExtensions[0];

/** Every text that people see, by the path that a translation has for it (Teams' localization schema). */
function listTexts(): Record<string, string> {
  const texts: Record<string, string> = {};
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [at, each] of value.entries()) walk(each, `${path}[${at}]`);
    else if (typeof value === 'object' && value) for (const [key, each] of Object.entries(value)) walk(each, path ? `${path}.${key}` : key);
    else if (typeof value === 'string' && /^(name|description)\.|\.(title|description)$/.test(path)) texts[path] = value;
  };
  walk(manifest, '');
  return texts;
}

describe('texts of the manifest', () => {
  it('are all there in English, each at a path that Teams reads', () => {
    const paths = Object.keys(listTexts());
    expect(paths.length).toBeGreaterThan(50);
    expect(
      Object.keys(english)
        .filter((path) => path !== '$schema')
        .sort(),
    ).toEqual(paths.sort());
    const schema = JSON.parse(
      readFileSync(
        `node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.Localization.schema.json`,
        'utf8',
      ),
    );
    const patterns = Object.keys(schema.patternProperties).map((pattern) => new RegExp(pattern));
    expect(paths.filter((path) => !(path in schema.properties) && !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it.each<[RegExp, number]>([
    [/^name\.short$/, 30],
    [/^name\.full$/, 100],
    [/^description\.short$/, 80],
    [/^description\.full$/, 4000],
    [/commandLists.*\.title$/, 64],
    [/commandLists.*\.description$/, 128],
    [/composeExtensions.*\.title$/, 32],
    [/composeExtensions.*\.description$/, 128],
  ])('at %s are at most %i long in both languages', (pattern, most) => {
    for (const texts of [listTexts(), english]) {
      const found = Object.entries(texts).filter(([path]) => pattern.test(path));
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(([, text]) => text.length > most || text.trim() !== text || text === '')).toEqual([]);
    }
  });

  it('have no exclamation mark and no mark of a foreign word processor', () => {
    expect(
      [...Object.values(listTexts()), ...Object.values(english)].filter((text) => /[!…]|\p{Extended_Pictographic}/u.test(text)),
    ).toEqual([]);
  });
});

describe('the bot of the manifest', () => {
  it('is one, for people, teams and group chats, and asks for no permission it does not use', () => {
    expect(manifest.bots).toHaveLength(1);
    expect(manifest.bots[0].scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(manifest.permissions).toEqual(['identity']);
    expect(manifest.authorization ?? manifest.webApplicationInfo ?? manifest.devicePermissions).toBeUndefined();
  });

  it('has a list of commands for each scope, short enough for every version of Teams', () => {
    expect(lists.map(({ scopes }) => scopes)).toEqual([['personal'], ['team'], ['groupChat']]);
    expect(lists.every(({ commands }) => commands.length <= 10)).toBe(true);
  });
});

describe('the message extension', () => {
  it('has the three commands and unfurls links for people without the app too', () => {
    const commands = extension.commands.map(({ id, type, context, title }: Record<string, unknown>) => [id, type, context, title]);
    expect(commands).toEqual([
      ['search', 'query', ['compose', 'commandBox'], 'Find i ledelsesgrundlaget'],
      ['sharePrompt', 'action', ['compose'], 'Del et refleksionsspørgsmål'],
      ['askAboutMessage', 'action', ['message'], 'Hvad siger grundlaget om dette?'],
    ]);
    expect(extension.commands[0]).toMatchObject({ initialRun: true, parameters: [{ name: 'query' }] });
    expect(extension.commands.slice(1).every((command: { fetchTask: boolean }) => command.fetchTask)).toBe(true);
    expect(extension.messageHandlers).toEqual([{ type: 'link', value: { domains: [`\${{HOST}}`], supportsAnonymizedPayloads: true } }]);
  });
});

describe('a command that Teams offers', () => {
  const { library, understand } = createCompass(content.library, content.lexicon, {
    tables: content.compile(),
    learned: content.learned,
    dictionary: content.dictionary,
  });
  const own = library.frameworks.flatMap(({ id, roles }) => roles.slice(0, 1).map((role) => ({ framework: id, role: role.id })));
  const titles = lists.flatMap(({ commands }, list) =>
    commands.flatMap(({ title }, at) => [
      [title, 'da'],
      [english[`bots[0].commandLists[${list}].commands[${at}].title`] ?? '', 'en'],
    ]),
  ) as [string, 'da' | 'en'][];

  it.each([...new Map(titles)])('%s (%s) is understood by a person of every framework', (title, language) => {
    for (const profile of own) {
      const { question, language: read } = understand(title, profile);
      expect([profile.framework, question.intent]).not.toEqual([profile.framework, expect.stringMatching(/^(out-of-scope|ambiguous)$/)]);
      expect(read ?? language).toBe(language);
    }
  });

  /** What needs to know the person's role can't be answered before the person has told it. */
  const needsRole = ['Hvad forventes der af mig?', 'What is expected of me?'];
  it.each([...new Map(titles)].filter(([title]) => !needsRole.includes(title)))(
    '%s (%s) is answered, or asked back about, where nothing is known of the person',
    (title) => {
      expect(understand(title, {}).question.intent).not.toBe('out-of-scope');
    },
  );
});
