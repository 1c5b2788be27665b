/**
 * A language model in Azure OpenAI as the second reader: the municipality's own deployment, asked by chat completion with a
 * strict schema (Azure OpenAI, "Structured outputs"). The `openai` package is loaded when a question is first asked.
 */
import type { APIError, AzureOpenAI, ClientOptions } from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { type Elapsed, systemElapsed } from '../clock.js';
import type { Log } from '../log.js';
import type { ReaderReply, ReaderRequest, ReaderTrouble, SecondReader } from '../understanding/reader/reader.js';
import { type AzureCredential, rejectOn } from './credentials.js';
import { readReply } from './reply.js';

/** What the reader is made of. */
export type LanguageModelParts = {
  /** Where the resource answers, such as `https://resource.openai.azure.com`; the path of a gateway may follow, `/openai` must not. */
  readonly endpoint: string;
  /** The name of the model's deployment in that resource. */
  readonly deployment: string;
  /** The version of the data plane, such as `2024-10-21`; structured outputs came with that one. */
  readonly apiVersion: string;
  /** Opens what the bot proves itself with; it needs the role "Cognitive Services OpenAI User". Not opened where there is a key. */
  readonly credential: () => Promise<AzureCredential>;
  /** A key of the resource, a secret, for whoever has no identity in Entra. */
  readonly apiKey?: string | undefined;
  readonly log: Pick<Log, 'warn'>;
  /** The machine's own unless told. */
  readonly elapsed?: Elapsed;
};

/** What a token is asked for (Microsoft Learn, "Azure OpenAI with Microsoft Entra ID authentication"). */
export const modelScope = 'https://cognitiveservices.azure.com/.default';
/** A reading takes a few hundred; a reasoning model's thinking counts too. */
const mostTokens = 2_000;
/** Milliseconds that anything is waited for at most: a reply, and the end of a pause that the service asks for. */
const longestMs = 600_000;

const said = z.string().nullish();
const completionSchema = z.object({
  choices: z.array(z.object({ finish_reason: said, message: z.object({ content: said, refusal: said }).nullish() })).min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(undefined),
});

/** A reply, or why there is none and what else there is to know of it: the HTTP status, and milliseconds before the next request. */
type Answer = ReaderReply & { readonly status?: number; readonly pauseMs?: number };

/** What a request proves itself with: as the package wants it, and as it is sent. */
type Proof = {
  readonly apiKey: string;
  readonly azureADTokenProvider?: () => Promise<string>;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Creates the reader. One request a message and no second try; `ms` holds for token and reply together. After a 429 with
 * Retry-After nothing is asked before that time has passed, ten minutes at most: the answer is 'busy' at once. The log gets the
 * outcome and the status, and nothing of what was sent or came back.
 */
export function createLanguageModel(parts: LanguageModelParts): SecondReader {
  const { log, elapsed = systemElapsed } = parts;
  const ask = createAsk(parts);
  let pausedUntil = Number.NEGATIVE_INFINITY;
  return async (request, ms) => {
    if (elapsed() < pausedUntil) return none('busy');
    if (!(ms > 0)) return none('time');
    // The timer takes whole numbers alone.
    const signal = AbortSignal.timeout(Math.ceil(Math.min(ms, longestMs)));
    const answer = await Promise.race([ask(request, signal), rejectOn(signal)]).catch((): Answer => none('unavailable'));
    if (answer.kind === 'said') return answer;
    const { status, pauseMs = 0 } = answer;
    const outcome = signal.aborted ? 'time' : answer.why;
    pausedUntil = Math.max(pausedUntil, elapsed() + pauseMs);
    log.warn({ outcome, ...(status !== undefined && { status }) }, 'the language model did not answer');
    return none(outcome);
  };
}

/**
 * The body of the chat completion for a request, the same for the same request; a line of a batch file holds it too. It has no
 * temperature, which reasoning models refuse, and nothing that names a person or has the service keep the completion.
 */
export function toChatBody({ fixed, asked, schema }: ReaderRequest, deployment: string): ChatCompletionCreateParamsNonStreaming {
  return {
    model: deployment,
    messages: [
      { role: 'system', content: fixed },
      { role: 'user', content: asked },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'reading', strict: true, schema } },
    max_completion_tokens: mostTokens,
  };
}

/**
 * What a chat completion says, untrusted as it came. A refusal, and a text that the content filter cut, are 'filtered'; one that
 * did not come to its end, an empty one and anything that is no completion are 'unavailable'.
 */
export function textOfCompletion(completion: unknown): ReaderReply {
  const parsed = completionSchema.safeParse(completion).data;
  const choice = parsed?.choices[0];
  if (!parsed || !choice) return none('unavailable');
  const { finish_reason: end, message } = choice;
  if (message?.refusal || end === 'content_filter') return none('filtered');
  if (end !== 'stop' || !message?.content) return none('unavailable');
  const { usage } = parsed;
  return {
    kind: 'said',
    text: message.content,
    ...(usage && { tokens: { in: usage.prompt_tokens, out: usage.completion_tokens } }),
  };
}

function none(why: ReaderTrouble): { readonly kind: 'none'; readonly why: ReaderTrouble } {
  return { kind: 'none', why };
}

/** Asks once, for as long as the signal lets it. Rejects where nothing that is HTTP came back, or more than may. */
function createAsk(parts: LanguageModelParts): (request: ReaderRequest, signal: AbortSignal) => Promise<Answer> {
  const prove = createProof(parts);
  return async (request, signal) => {
    const [proof, sdk] = await Promise.all([prove(signal), import('openai')]);
    if (!proof) return none('forbidden');
    try {
      const client = createClient(sdk, parts, proof);
      return textOfCompletion(await client.chat.completions.create(toChatBody(request, parts.deployment), { signal }));
    } catch (error) {
      if (error instanceof sdk.APIError) return toAnswer(error);
      throw error;
    }
  };
}

/** Undefined where no token can be had, whatever the reason. */
function createProof({ credential, apiKey }: LanguageModelParts): (signal: AbortSignal) => Promise<Proof | undefined> {
  if (apiKey) return async () => ({ apiKey, headers: { 'api-key': apiKey } });
  let opened: Promise<AzureCredential> | undefined;
  const findToken = async (signal: AbortSignal) => {
    opened ??= credential();
    return (await (await opened).getToken(modelScope, { abortSignal: signal }))?.token;
  };
  return async (signal) => {
    const token = await findToken(signal).catch(() => undefined);
    if (!token) return undefined;
    return { apiKey: '', azureADTokenProvider: async () => token, headers: { authorization: `Bearer ${token}` } };
  };
}

/** All that the package would look up in the environment where it is not told (`OPENAI_…`, `AZURE_OPENAI_…`) is told. */
function createClient(
  { AzureOpenAI }: typeof import('openai'),
  { endpoint, deployment, apiVersion }: LanguageModelParts,
  proof: Proof,
): AzureOpenAI {
  const { headers, ...auth } = proof;
  return new AzureOpenAI({
    ...auth,
    baseURL: `${endpoint.replace(/\/+$/, '')}/openai`,
    apiVersion,
    deployment: encodeURIComponent(deployment),
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: longestMs,
    fetchOptions: { redirect: 'error' },
    fetch: createFetch(headers),
  });
}

/**
 * Reads a reply whole, up to its limit. The package would send what OPENAI_CUSTOM_HEADERS says last, and tell of the machine it
 * runs on; so what is sent is written here.
 */
function createFetch(proof: Proof['headers']): NonNullable<ClientOptions['fetch']> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', ...proof };
  return async (url, init) => {
    const { body, status, headers: received } = await fetch(url, { ...init, headers });
    return new Response(body && (await readReply(body, init?.signal ?? undefined)), { status, headers: received });
  };
}

const outcomes: Readonly<Record<number, ReaderTrouble>> = { 401: 'forbidden', 403: 'forbidden', 429: 'busy' };

/** What a status other than 200 means; an error without one is a reply that did not come. Nothing else of it is kept. */
function toAnswer({ status, code, headers }: APIError): Answer {
  if (status === undefined) return none('unavailable');
  const why = status === 400 && code === 'content_filter' ? 'filtered' : (outcomes[status] ?? 'unavailable');
  return { ...none(why), status, pauseMs: status === 429 ? pauseOf(headers?.get('retry-after')) : 0 };
}

/** Milliseconds until the service may be asked again: it says seconds, or a date (RFC 9110, "Retry-After"). */
function pauseOf(retryAfter: string | null | undefined): number {
  if (!retryAfter) return 0;
  const seconds = Number(retryAfter);
  const ms = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1_000;
  return ms > 0 ? Math.min(ms, longestMs) : 0;
}
