/**
 * What is told of a turn, once: one line in the log, and the same in numbers. Neither holds a text, a name or an id.
 */
import type { Elapsed } from '../clock.js';
import type { Incoming } from '../conversation/incoming.js';
import type { Log } from '../log.js';
import type { Metrics, TurnKind, TurnOutcome } from '../metrics.js';

/** What came, of whose people, and where. */
export type Came = { readonly kind: TurnKind; readonly tenant: string; readonly where: Incoming['conversation']['kind'] };

/** One turn's note. */
export type TurnNote = {
  /** It is known what came. What never gets so far is no turn, and nothing is told of it. */
  begin(came: Came): void;
  /** How it ended, and with how many messages; what is said after the first time is not told. */
  end(outcome: TurnOutcome, messages?: number): void;
};

/** What telling needs; nothing is counted without `metrics`. */
export type TurnNoteParts = {
  readonly elapsed: Elapsed;
  readonly metrics?: Pick<Metrics, 'count' | 'observe'> | undefined;
  readonly log: Pick<Log, 'info'>;
};

/** Opens the note of what arrives now. */
export function openTurnNote({ elapsed, metrics, log }: TurnNoteParts): TurnNote {
  const since = elapsed();
  let open: Came | undefined;
  return {
    begin(came) {
      open = came;
    },
    end(outcome, messages = 0) {
      if (!open) return;
      const { kind, tenant, where } = open;
      open = undefined;
      const ms = elapsed() - since;
      log.info({ kind, where, outcome, ms: Math.round(ms), messages }, 'turn');
      metrics?.count('turns', { kind, outcome, tenant });
      metrics?.observe('turnSeconds', ms / 1_000, { kind });
    },
  };
}

/** What something that came is counted as. */
export function turnKindOf(what: Incoming['what']): TurnKind {
  switch (what.kind) {
    case 'text':
      return 'message';
    case 'action':
      return what.auto ? 'refresh' : 'button';
    case 'rated':
      return 'thumb';
    default:
      return what.kind;
  }
}
