/**
 * Learns once, before the tests begin, what every test process then reads, and gives them a folder to share.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { learned } from './content.js';

/** Called by the test runner; what it gives back is called when all tests have ended. */
export function setup({ provide }: TestProject): () => void {
  learned();
  const folder = mkdtempSync(join(tmpdir(), 'ledelseskompas-run-'));
  provide('runFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
