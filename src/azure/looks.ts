/**
 * Whether what Azure is asked for would be given: looks that ask about nobody, and cost nothing.
 */
import { z } from 'zod';
import { type AzureCredential, rejectOn } from './credentials.js';
import { graphScope } from './graph.js';
import { type LanguageModelParts, modelScope } from './language-model.js';
import { readReply } from './reply.js';

/** The application permission that look-ups need (Microsoft Graph, "Get a user"). */
const permission = 'User.Read.All';
/** What else lets whoever has it read users (Microsoft Graph permissions reference). */
const wider = [permission, 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

const claimsSchema = z.object({ roles: z.array(z.string()).default([]) });

/** A token for Graph: with the permission, without it, of a kind that does not say (`given`), or none. */
export type GraphState = 'granted' | 'ungranted' | 'given' | 'none';

/** Asks for a token for Graph, and reads in it what it permits. Graph itself is not asked: there is nobody to ask about. */
export async function lookAtGraph(open: () => Promise<AzureCredential>, signal: AbortSignal): Promise<GraphState> {
  const token = await findToken(open, graphScope, signal);
  if (token === undefined) return 'none';
  const claims = readClaims(token);
  if (!claims) return 'given';
  return claims.roles.some((role) => wider.includes(role)) ? 'granted' : 'ungranted';
}

/** A language model: it is there and lets the bot in; it does not let it in; there is none of that name; or something else is wrong. */
export type ModelState = 'there' | 'none' | 'forbidden' | 'unknown' | 'trouble';

/**
 * Asks the deployment to complete nothing. Where it is there and whoever asks is let in, it refuses the empty list of messages with 400,
 * before any token is counted; any other 400 is about what was asked for: a version, or a model of another kind. Rejects as `fetch`
 * does where nobody answers.
 */
export async function lookAtModel(
  { endpoint, deployment, apiVersion, credential, apiKey }: Omit<LanguageModelParts, 'log' | 'elapsed'>,
  signal: AbortSignal,
): Promise<{ readonly state: ModelState; readonly status?: number }> {
  const token = apiKey ? undefined : await findToken(credential, modelScope, signal);
  if (!apiKey && token === undefined) return { state: 'none' };
  const address = `${endpoint.replace(/\/+$/, '')}/openai/deployments/${encodeURIComponent(deployment)}/chat/completions?api-version=${apiVersion}`;
  const proof: Readonly<Record<string, string>> = apiKey ? { 'api-key': apiKey } : { authorization: `Bearer ${token}` };
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...proof },
    body: JSON.stringify({ messages: [] }),
    redirect: 'error',
    signal,
  });
  const { status } = response;
  const text = (await readReply(response.body, signal)).toString('utf8');
  if (status === 400) return { state: isOfMessages(text) ? 'there' : 'unknown', status };
  return { state: states[status] ?? 'trouble', status };
}

const refusalSchema = z.object({ error: z.object({ param: z.string().nullish(), message: z.string().nullish() }) });

/** Older versions name no parameter, only in words: "[] is too short - 'messages'". */
function isOfMessages(text: string): boolean {
  try {
    const { error } = refusalSchema.parse(JSON.parse(text));
    return error.param ? /^messages\b/.test(error.param) : /'messages'/.test(error.message ?? '');
  } catch {
    return false;
  }
}

/** 429 and 200 too are the deployment's own words. */
const states: Readonly<Record<number, ModelState>> = {
  200: 'there',
  422: 'there',
  429: 'there',
  401: 'forbidden',
  403: 'forbidden',
  404: 'unknown',
};

async function findToken(open: () => Promise<AzureCredential>, scope: string, signal: AbortSignal): Promise<string | undefined> {
  const ask = async () => (await (await open()).getToken(scope, { abortSignal: signal }))?.token;
  return Promise.race([ask(), rejectOn(signal)]).catch(() => undefined);
}

/** Graph's tokens are opaque by contract: where one can be read it is, and where not nothing is made of it. */
function readClaims(token: string): z.output<typeof claimsSchema> | undefined {
  const [, body = ''] = token.split('.');
  try {
    return claimsSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
