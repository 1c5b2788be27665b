/**
 * Where settings come from: the process's environment, and the file `.env` beside package.json. One place for the service
 * and every command.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { traceError } from './errors.js';

/**
 * Adds what the `.env` of a folder says to the process's environment; what the environment says already wins. Gives what
 * is wrong with the file, undefined when there is none or it was read.
 */
export function loadSettings(folder: string): string | undefined {
  const file = join(folder, '.env');
  if (!existsSync(file)) return undefined;
  try {
    loadEnvFile(file);
    return undefined;
  } catch (error) {
    return `the settings in "${file}" cannot be read (${traceError(error).code}). Let the user that the service runs as read the file, or remove it`;
  }
}
