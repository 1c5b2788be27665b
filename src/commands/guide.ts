/**
 * `npm run guide -- --framework aarhus-bu-2024 --role kontorchef`: a conversation guide to print, on one A4 sheet.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '../content/language.js';
import type { Library } from '../content/library.js';
import { createCompass } from '../conversation/compass.js';
import { loadContent } from '../storage/content-files.js';
import { guidePage } from '../web/guide.js';
import { findProfile } from './ask.js';
import type { Texts } from './strings/da.js';
import { faultLines } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

const occasions = ['review', 'onboarding', 'team', 'sparring'] as const;
const languages: readonly Language[] = ['da', 'en'];

/** What the guide is made of. */
type Wanted = {
  readonly framework: string;
  readonly role: string;
  readonly occasion: (typeof occasions)[number];
  readonly language: Language;
  readonly out: string;
};

/** The command; CONTENT_DIR names another folder than `content`. */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): number {
  const { say, rest } = readSpeech(args);
  const options = parse(rest);
  if (!options) return refuse([say.guide.usage(occasions.join('|'), languages.join('|'))], to);
  const loaded = loadContent(env['CONTENT_DIR'] || 'content');
  if (!loaded.ok) return refuse(faultLines(loaded.faults), to);
  const { library, lexicon } = loaded;
  const wanted = findWanted(library, options, say);
  if (typeof wanted === 'string') return refuse([wanted], to);
  const { framework, role, occasion, language, out } = wanted;
  const asker = { group: false, random: () => 0, language };
  const guide = createCompass(library, lexicon).answer({ intent: 'guide', framework, role, occasion }, asker);
  if (guide.kind !== 'guide') return refuse([say.guide.nothing(role, framework)], to);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, guidePage(guide, language).html);
  return tell([say.guide.written(out)], to);
}

type Options = { readonly [K in 'framework' | 'role' | 'occasion' | 'language' | 'out']?: string | undefined };

function parse(args: readonly string[]): Options | undefined {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { framework: option, role: option, occasion: option, language: option, out: option } })
      .values;
  } catch {
    return undefined;
  }
}

/** What is asked for, or in words what is wrong with it. */
function findWanted(library: Library, { framework: id = '', role = '', ...rest }: Options, say: Texts): Wanted | string {
  const unknown = (part: 'framework' | 'role' | 'occasion' | 'language', given: string | undefined, known: readonly string[]) =>
    given ? say.guide.unknown(part, given, known.join(', ')) : say.guide.missing(part, known.join(', '));
  const framework = library.framework(id);
  if (!framework)
    return unknown(
      'framework',
      id,
      library.frameworks.map((each) => each.id),
    );
  const found = findProfile(library, { framework: id, role }).role;
  if (!found)
    return unknown(
      'role',
      role,
      framework.roles.map((each) => `${each.id} (${each.label})`),
    );
  const occasion = occasions.find((each) => each === (rest.occasion ?? 'review'));
  if (!occasion) return unknown('occasion', rest.occasion, occasions);
  const language = languages.find((each) => each === (rest.language ?? 'da'));
  if (!language) return unknown('language', rest.language, languages);
  return { framework: id, role: found, occasion, language, out: rest.out ?? `out/guide-${id}-${found}-${occasion}-${language}.html` };
}
