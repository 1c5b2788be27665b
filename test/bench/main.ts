/**
 * `npm run bench [-- part …]`: what things cost beside what else one would use, measured in one run. Parts: search,
 * scale, http, far, instances, start, turns, extension, locked, outbox, nudges, plans, reader; all of them unless named. It prints, and judges nothing.
 */
import { cpus } from 'node:os';
import { benchExtension } from './extension.js';
import { benchFar } from './far.js';
import { benchHttp } from './http.js';
import { benchInstances } from './instances.js';
import { benchLocked } from './locked.js';
import { benchNudges } from './nudges.js';
import { benchOutbox } from './outbox.js';
import { benchPlans } from './plans.js';
import { benchReader } from './reader.js';
import { benchScale } from './scale.js';
import { benchSearch } from './search.js';
import { benchStart } from './start.js';
import { benchTurns } from './turns.js';

const parts: Readonly<Record<string, () => Promise<void>>> = {
  search: benchSearch,
  scale: benchScale,
  http: benchHttp,
  far: benchFar,
  instances: benchInstances,
  start: benchStart,
  turns: benchTurns,
  extension: benchExtension,
  locked: benchLocked,
  outbox: benchOutbox,
  nudges: benchNudges,
  plans: benchPlans,
  reader: benchReader,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(`There is no part "${unknown.join(' ')}". Use some of: ${Object.keys(parts).join(', ')}\n`);
  process.exit(1);
}
process.stdout.write(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`);
for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run();
