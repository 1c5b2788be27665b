/**
 * Asking a host, and why it did not answer.
 */
import { readReply } from '../azure/reply.js';
import type { Unreached } from './outcomes.js';

/** So long a host is waited for: less than a look may take, so that the look says why. */
export const hostMs = 3_000;

/** What a host answered; `text` is at most some hundred kilobytes of it. */
export type Answered = { readonly ok: true; readonly status: number; readonly headers: Headers; readonly text: string };

/** Asks for a page, and follows nothing: whoever sends elsewhere is not who was asked. */
export async function ask(url: string): Promise<Answered | { readonly ok: false; readonly why: Unreached }> {
  const signal = AbortSignal.timeout(hostMs);
  try {
    const response = await fetch(url, { redirect: 'manual', signal });
    const { status, headers } = response;
    return { ok: true, status, headers, text: (await readReply(response.body, signal)).toString('utf8') };
  } catch (error) {
    return { ok: false, why: whyOf(error) };
  }
}

const reasons: readonly (readonly [RegExp, Unreached])[] = [
  [/^(ENOTFOUND|EAI_)/, 'name'],
  [/^(ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET)/, 'refused'],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_.*TIMEOUT|TimeoutError|AbortError)/, 'silent'],
  [/^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/, 'certificate'],
];

/** Why a host was not reached, by the codes of Node and its `fetch`, which keeps them in the error's cause. */
export function whyOf(error: unknown): Unreached {
  const codes = codesOf(error);
  return reasons.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? 'other';
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: readonly unknown[] };
  return [...(typeof code === 'string' ? [code] : []), error.name, ...codesOf(cause), ...(errors ?? []).flatMap(codesOf)];
}

/** The host of an address, with its port where that is not the usual one. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
