// A process that deletes everything of a tenant, some rows at a time, and may be killed while it does: says each step.
import { writeSync } from 'node:fs';

const [, , folder, task] = process.argv;
const { openDatabase } = await import(`${folder}/storage/database.js`);
const { deleteTenant } = await import(`${folder}/storage/offboarding.js`);
const { options, tenant, rowsAtOnce } = JSON.parse(task);
const opened = await openDatabase(options);
if (!opened.ok) throw new Error(opened.fault);

/** Past all buffers: what was said is heard even when the process is killed in the next instant. */
const say = (line) => writeSync(1, `${line}\n`);

await deleteTenant(opened.database, tenant, (table) => say(table), rowsAtOnce);
say('done');
setInterval(() => undefined, 1_000);
