/**
 * The doctor of a running service, over HTTP.
 */
import type { Elapsed } from '../clock.js';
import { examine, worstOf } from './examine.js';
import type { Finding } from './outcomes.js';
import type { DoctorParts } from './ports.js';
import { toData, toLines, words } from './report.js';

/** An answer, with its body as text. */
export type DoctorAnswer = { readonly status: 200 | 503; readonly contentType: string; readonly body: string };

/** Answers one request; `accept` is its header of that name. Never rejects. */
export type AnswerAsDoctor = (accept?: string) => Promise<DoctorAnswer>;

/** Findings are good for so long: whoever asks every second costs the database and Microsoft nothing. */
const freshMs = 30_000;

/** Creates it: JSON where it is asked for, else text; 503 where something has failed. One examination runs at a time, for all who ask. */
export function createDoctorAnswer(parts: DoctorParts, version: string, language: 'da' | 'en' = 'da'): AnswerAsDoctor {
  const look = shareWhileFresh(parts.elapsed, async () => ({ findings: await examine(parts), at: parts.clock() }));
  return async (accept = '') => {
    const { findings, at } = await look();
    const status = worstOf(findings) === 'fail' ? 503 : 200;
    const say = words[language];
    if (/\bapplication\/json\b/i.test(accept))
      return {
        status,
        contentType: 'application/json; charset=utf-8',
        body: `${JSON.stringify(toData(findings, { at, version }, say))}\n`,
      };
    return { status, contentType: 'text/plain; charset=utf-8', body: `${toLines(findings, { at, version }, say).join('\n')}\n` };
  };
}

type Looked = { readonly findings: readonly Finding[]; readonly at: Date };

function shareWhileFresh(elapsed: Elapsed, look: () => Promise<Looked>): () => Promise<Looked> {
  let held: { readonly looked: Promise<Looked>; endedAt: number | undefined } | undefined;
  return () => {
    if (held && (held.endedAt === undefined || elapsed() - held.endedAt < freshMs)) return held.looked;
    const begun: NonNullable<typeof held> = { looked: look(), endedAt: undefined };
    const end = () => {
      begun.endedAt = elapsed();
    };
    void begun.looked.then(end, end);
    held = begun;
    return begun.looked;
  };
}
