/**
 * Learns once, before the tests begin, what every test process then reads.
 */
import { learned } from './content.js';

/** Called by the test runner. */
export function setup(): void {
  learned();
}
