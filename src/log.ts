import { type DestinationStream, type Logger, pino } from 'pino';
import { currentTurn } from './turn-id.js';

/** Levels that LOG_LEVEL may name, loudest last. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** One of {@link logLevels}. */
export type LogLevel = (typeof logLevels)[number];

/** The log that parts of the service write to. Only kinds, statuses, error names and codes may be written. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * Creates the log: one JSON line per event on stdout, or on `destination` in tests.
 * Host name and process id are left out; the platform that collects the lines adds its own. Every line that is written for a turn
 * says which.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const mixin = () => {
    const turn = currentTurn();
    return turn === undefined ? {} : { turn };
  };
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin };
  return destination ? pino(options, destination) : pino(options);
}
