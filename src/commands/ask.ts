/**
 * `npm run ask -- "hvad forventes der af en kontorchef"`: the bot's answer in the terminal.
 */
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isAnswerable } from '../answers/answerer.js';
import type { Asker } from '../answers/asker.js';
import type { Answer } from '../answers/kinds.js';
import { intentName, type Summary, summarise } from '../answers/summary.js';
import { textOfCard } from '../cards/plain.js';
import { type Library, newestFrameworks } from '../content/library.js';
import { type Compass, readingOf } from '../conversation/compass.js';
import type { Heard } from '../conversation/hearing.js';
import { fold } from '../language/text.js';
import { createLog } from '../log.js';
import { parseConfig } from '../settings/config.js';
import { loadOwn } from '../storage/care-file.js';
import type { LastTurn } from '../understanding/follow-up.js';
import type { Profile } from '../understanding/slots.js';
import type { Texts } from './strings/da.js';
import { withCompass } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Who asks: a framework's id, and a role by its id, label or an alias. */
export type AskedProfile = { readonly framework?: string | null; readonly role?: string | null } | null | undefined;

/** One question with its answer, as `--json` and `--jsonl` print it. */
export type AskRecord = Summary & { readonly intent: string; readonly text: string };

/** What becomes of a message after it was heard: a second reader may read it otherwise. */
export type Again = (heard: Heard, profile: Profile, context: LastTurn | undefined) => Heard;

/** Asks one question; terminals get the first of several prompts. */
export function ask(
  compass: Compass,
  text: string,
  asked: AskedProfile,
  context?: LastTurn,
  again: Again = (heard) => heard,
): { record: AskRecord; understood: Heard; context: LastTurn | undefined } {
  const profile = findProfile(compass.library, asked);
  const understood = again(compass.understand(text, profile, context), profile, context);
  const language = understood.language ?? 'da';
  const whole = profile.framework && profile.role ? { framework: profile.framework, role: profile.role } : undefined;
  const { question } = understood;
  const asker = { group: false, home: profile.framework, random: () => 0, language, profile: whole };
  const answer = answerTo(compass, understood, asker);
  const { card } = compass.cards(answer, { language, group: false, reading: readingOf(understood) });
  const summary = summarise(compass.library, question, answer);
  const prompt = 'prompt' in answer ? answer.prompt?.id : undefined;
  const after =
    answer.kind === 'refusal' || answer.kind === 'care'
      ? context
      : {
          question,
          statements: summary.statements,
          prompt,
          earlier: context && context.question.intent !== 'ambiguous' ? context.question : undefined,
        };
  return {
    record: { intent: isNothing(answer) ? 'out-of-scope' : intentName(question, understood.intent), ...summary, text: textOfCard(card) },
    understood,
    context: after,
  };
}

function answerTo({ answer }: Compass, { question, place, instead }: Heard, asker: Asker): Answer {
  if (instead) return answer.on(instead, asker);
  return place ? answer.at(place, asker.language) : answer(isAnswerable(question) ? question : { intent: 'help' }, asker);
}

/** The ids behind a profile given in words; what is unknown is left out. */
export function findProfile(library: Library, asked: AskedProfile): { framework?: string; role?: string } {
  const wanted = asked?.role ? fold(asked.role) : undefined;
  const named = asked?.framework ? library.framework(asked.framework) : undefined;
  const candidates = named ? [named] : wanted ? newestFrameworks(library) : [];
  for (const framework of candidates) {
    const role = framework.roles.find(({ id, label, adopted, name, aliases }) =>
      [id, label, adopted, name.da, name.en, ...aliases].some((alias) => alias !== undefined && fold(alias) === wanted),
    );
    if (role) return { framework: framework.id, role: role.id };
  }
  return named ? { framework: named.id } : {};
}

/** The command; `lines` is standard input. A reader that closes early (`| head`) ends it quietly. */
export async function main(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  to: Terminal = terminal,
  lines: NodeJS.ReadableStream = process.stdin,
): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const { say, rest } = readSpeech(args);
  const parsed = parse(rest);
  const text = parsed?.positionals.join(' ').trim();
  if (!parsed || (!parsed.values.jsonl && !text)) return refuse([say.ask.usage], to);
  const selection = {
    frameworks: env['FRAMEWORKS']
      ?.split(',')
      .map((id) => id.trim())
      .filter(Boolean),
    fallback: env['DEFAULT_FRAMEWORK'] || undefined,
  };
  return await withCompass(env['CONTENT_DIR'] || 'content', selection, say, to, async (compass) => {
    if (parsed.values.jsonl) return await askLines(compass, lines, say, to);
    const looked = await lookAgain(compass, text ?? '', parsed.values, env, to);
    if (!looked) return 1;
    const { record, understood } = ask(compass, text ?? '', parsed.values, undefined, looked);
    if (parsed.values.json) return tell([JSON.stringify(record, null, 2)], to);
    return tell([...(parsed.values.explain ? explain(understood, say) : [underline(record)]), '', record.text], to);
  });
}

/** A second reader's look at the message, where the settings name one; undefined, with every fault said, where they are wrong. */
async function lookAgain(
  compass: Compass,
  text: string,
  asked: AskedProfile,
  env: NodeJS.ProcessEnv,
  to: Terminal,
): Promise<Again | undefined> {
  const isOn = env['SECOND_READER'] !== undefined && env['SECOND_READER'] !== '' && env['SECOND_READER'] !== 'off';
  if (!isOn) return (heard) => heard;
  const parsed = parseConfig(env);
  const own = loadOwn(packageFolder);
  if (!parsed.ok || !own.ok) {
    refuse([...(parsed.ok ? [] : parsed.faults), ...(own.ok ? [] : [own.fault])], to);
    return undefined;
  }
  // The whole service's rooms come with it.
  const { openSecondLook } = await import('../conversation/assemble.js');
  const look = openSecondLook({ config: parsed.config, own: own.own, log: createLog('silent') }, compass);
  const profile = findProfile(compass.library, asked);
  const seen = await look?.(compass.understand(text, profile), { profile, context: undefined, at: new Date() });
  return (heard) => seen ?? heard;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        explain: { type: 'boolean' },
        framework: { type: 'string' },
        role: { type: 'string' },
      },
    });
  } catch {
    return undefined;
  }
}

async function askLines(compass: Compass, lines: NodeJS.ReadableStream, say: Texts, to: Terminal): Promise<number> {
  let number = 0;
  let faults = 0;
  for await (const line of createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const asked = parseLine(line);
    if (!asked) {
      refuse([say.ask.noQuestion(number)], to);
      faults += 1;
      continue;
    }
    tell([JSON.stringify({ id: asked.id, ...ask(compass, asked.text, asked.profile).record })], to);
  }
  return faults > 0 ? 1 : 0;
}

function parseLine(line: string): { id: unknown; text: string; profile: AskedProfile } | undefined {
  try {
    const { id, text, profile } = JSON.parse(line);
    return typeof text === 'string' ? { id, text, profile } : undefined;
  } catch {
    return undefined;
  }
}

/** A topic that nothing is said about is answered by an honest no. */
function isNothing(answer: Answer): boolean {
  return answer.kind === 'topic' && answer.how === 'none';
}

function underline(record: AskRecord): string {
  const about = [record.framework.join(', '), record.role.join(', '), record.theme ?? record.section].filter(Boolean).join(' · ');
  return `[${record.intent}]${about ? ` ${about}` : ''}`;
}

/** Why a message was understood as it was, for editors. */
function explain({ explanation, corrections }: Heard, say: Texts): string[] {
  const { words, readAs, names, cues, times, contentWords, topic, wants, decision } = say.ask;
  const list = (title: string, items: readonly string[]) => (items.length > 0 ? [`${title}:`, ...items.map((item) => `  ${item}`)] : []);
  return [
    `${words}: ${explanation.words.join(' ')}`,
    ...list(
      readAs,
      corrections.map(({ from, to }) => `${from} -> ${to}`),
    ),
    ...list(names, explanation.names),
    ...list(cues, explanation.cues),
    ...list(times, explanation.times),
    ...list(
      contentWords,
      explanation.evidence.map(({ word, strength, topic: id }) => `${word} ${say.decimal(strength, 2)}${id ? ` (${topic(id)})` : ''}`),
    ),
    ...list(
      wants,
      explanation.intents.map(({ intent, likelihood, because }) => `${say.decimal(likelihood, 2)} ${intent}: ${because.join(', ')}`),
    ),
    `${decision}: ${explanation.decision}`,
  ];
}
