/**
 * A second reader measured without one at hand: the requests that a set of questions would cause are written to a file, as the
 * batch service of Azure OpenAI takes them, and its answers are read back as if they had just come.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { textOfCompletion, toChatBody } from '../../azure/language-model.js';
import type { Own } from '../../care/care.js';
import type { Compass } from '../../conversation/compass.js';
import type { Heard } from '../../conversation/hearing.js';
import { inquire, merge } from '../../conversation/second-look.js';
import type { LastTurn } from '../../understanding/follow-up.js';
import { parseReply } from '../../understanding/reader/reply.js';
import { createWriteRequest } from '../../understanding/reader/request.js';
import type { Profile } from '../../understanding/slots.js';
import type { Texts } from '../strings/da.js';

/** The files, and what the requests name as their model. */
export type ReaderFiles = { readonly requests?: string | undefined; readonly answers?: string | undefined };

/** What was asked while questions were measured, and what the answers to it change. */
export type ReaderTrial = {
  /** A message as the reader has it, where it would be asked and there is an answer; `id` is the question's. */
  again(id: string): (heard: Heard, profile: Profile, context: LastTurn | undefined) => Heard;
  /** For each threshold of being sure: how many of some questions would be asked about, and how many are right if all those are read right. */
  curve(results: readonly { readonly id: string; readonly isRight: boolean }[]): readonly CurvePoint[];
  /** Writes the file of requests, and tells how many there are, how many were answered and how many tokens they have. */
  finish(say: Texts): Promise<string[]>;
};

/** What one threshold of being sure would mean. */
export type CurvePoint = { readonly sure: number | 'always'; readonly asked: number; readonly right: number };

/** Thresholds that are laid beside each other; last, where every question on the documents is asked about. */
const sures = [0.45, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 'always'] as const;

type BatchLine = { readonly custom_id: string; readonly method: 'POST'; readonly url: '/chat/completions'; readonly body: object };

/** A line of a batch's output (Azure OpenAI, "Batch": output file). */
const answerSchema = z.object({ custom_id: z.string(), response: z.object({ body: z.unknown() }).nullish() });

/** What the deployment is called in a file of requests; whoever sends it writes their own. */
const deployment = 'DEPLOYMENT';

/** Opens a trial; throws where the file of answers can't be read or holds something else. */
export function openTrial({ library, search }: Compass, own: Own, { requests: file, answers: from }: ReaderFiles): ReaderTrial {
  const write = createWriteRequest(library, search);
  const answers = from === undefined ? new Map<string, unknown>() : readAnswers(from);
  const lines = new Map<string, BatchLine>();
  const askedFrom = new Map<string, number>();
  let used = 0;
  return {
    again: (id) => (heard, profile, context) => {
      const least = sures.findIndex((sure) => {
        const how = sure === 'always' ? ({ own, search, mode: sure } as const) : ({ own, search, mode: 'unsure', sure } as const);
        return typeof inquire(heard, profile, context, how) !== 'string';
      });
      if (least >= 0) askedFrom.set(id, least);
      const inquiry = inquire(heard, profile, context, { own, search, mode: 'unsure' });
      if (typeof inquiry === 'string') return heard;
      const body = toChatBody(write(inquiry), deployment);
      // Of the message alone: an answer stays one to it whatever the bot itself learns meanwhile.
      const custom_id = `${id} ${createHash('sha256').update(inquiry.message).digest('hex').slice(0, 8)}`;
      lines.set(custom_id, { custom_id, method: 'POST', url: '/chat/completions', body });
      const reply = answers.has(custom_id) ? textOfCompletion(answers.get(custom_id)) : undefined;
      if (reply?.kind !== 'said') return heard;
      const read = parseReply(library, reply.text, heard.explanation.topic);
      if (!read) return heard;
      used += 1;
      return merge(heard, read).seen;
    },
    curve: (results) =>
      sures.map((sure, at) => {
        const isAsked = ({ id }: { readonly id: string }) => (askedFrom.get(id) ?? sures.length) <= at;
        return { sure, asked: results.filter(isAsked).length, right: results.filter((each) => isAsked(each) || each.isRight).length };
      }),
    async finish(say) {
      const rows = [...lines.values()];
      if (file) writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
      const tokens = rows.map(({ body }) => countTokens(JSON.stringify(body))).sort((a, b) => a - b);
      const [middle = 0, most = 0] = [tokens[Math.floor(tokens.length / 2)], tokens.at(-1)];
      return [say.evaluate.readerAsked(rows.length, used, middle, most), ...(file ? [say.evaluate.readerWritten(file)] : [])];
    },
  };
}

function readAnswers(file: string): Map<string, unknown> {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => answerSchema.parse(JSON.parse(row)));
  return new Map(rows.map(({ custom_id, response }) => [custom_id, response?.body]));
}
