// A process that deletes everything of a person, and may be killed while it does: says when it begins and when it is done.
import { writeSync } from 'node:fs';

const [, , storageFile, task] = process.argv;
const { openStorage } = await import(storageFile);
const { options, person } = JSON.parse(task);
const opened = await openStorage({ ...options, reflectionKeys: new Map([['k1', Buffer.alloc(32, 'k1')]]) });
if (!opened.ok) throw new Error(opened.fault);

/** Past all buffers: what was said is heard even when the process is killed in the next instant. */
const say = (line) => writeSync(1, `${line}\n`);

say('begins');
await opened.storage.forgetPerson(person);
say('done');
setInterval(() => undefined, 1_000);
