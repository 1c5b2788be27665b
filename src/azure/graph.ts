/**
 * Microsoft Graph as the directory (`GET /users/{id}`). The bot's identity needs the application permission
 * User.Read.All, which an administrator grants.
 */
import { z } from 'zod';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { Directory, LookedUp } from '../people/ports.js';
import { type AzureCredential, rejectOn } from './credentials.js';
import { readReply } from './reply.js';

/** What the directory is made of. */
export type GraphParts = {
  readonly credential: () => Promise<AzureCredential>;
  readonly log: Pick<Log, 'warn'>;
  /** Default Microsoft's; tests name their own. */
  readonly url?: string;
  /** Milliseconds for the token and the answer together; 5,000 unless told. */
  readonly timeoutMs?: number;
};

/** What a token for Microsoft Graph is asked for. */
export const graphScope = 'https://graph.microsoft.com/.default';
const text = z
  .string()
  .nullish()
  .transform((value) => value?.slice(0, 200) || undefined)
  .catch(undefined);
const userSchema = z.object({ jobTitle: text, department: text, preferredLanguage: text });
const outcomes: Readonly<Record<number, LookedUp['kind'] & ('unknown' | 'forbidden' | 'busy')>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'unknown',
  429: 'busy',
  503: 'busy',
};

/** Creates the directory. One request a look-up and no second try: a suggestion is not worth a person's waiting. */
export function createGraphDirectory({
  credential,
  log,
  url = 'https://graph.microsoft.com/v1.0',
  timeoutMs = 5_000,
}: GraphParts): Directory {
  let opened: Promise<AzureCredential> | undefined;
  const look = async (id: string, signal: AbortSignal): Promise<LookedUp> => {
    opened ??= credential();
    const answer = await (await opened).getToken(graphScope, { abortSignal: signal });
    if (!answer) return { kind: 'forbidden' };
    const response = await fetch(`${url}/users/${encodeURIComponent(id)}?$select=jobTitle,department,preferredLanguage`, {
      headers: { authorization: `Bearer ${answer.token}`, accept: 'application/json' },
      redirect: 'error',
      signal,
    });
    if (!response.ok) return { kind: outcomes[response.status] ?? 'unavailable' };
    const {
      jobTitle,
      department,
      preferredLanguage: language,
    } = userSchema.parse(JSON.parse((await readReply(response.body, signal)).toString('utf8')));
    return { kind: 'listed', jobTitle, department, language };
  };
  return {
    async find({ entraId }) {
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const found = await Promise.race([look(entraId, signal), rejectOn(signal)]);
        if (found.kind !== 'listed' && found.kind !== 'unknown') log.warn({ outcome: found.kind }, 'the directory did not answer');
        return found;
      } catch (error) {
        log.warn({ error: traceError(error) }, 'the directory did not answer');
        return { kind: 'unavailable' };
      }
    },
  };
}
