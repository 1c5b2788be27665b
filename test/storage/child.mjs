// A process that uses the compiled storage: opens it over and over on command, or writes until it is killed.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [, , storageFile, mode, optionsText] = process.argv;
const { openStorage } = await import(storageFile);

async function open(options) {
  const keys = new Map([['k1', Buffer.alloc(32, 'k1')]]);
  const opened = await openStorage({ ...options, reflectionKeys: keys });
  if (!opened.ok) throw new Error(opened.fault);
  return opened.storage;
}

async function openOnCommand() {
  say('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const { options, person } = JSON.parse(line);
    try {
      const storage = await open(options);
      const { total } = await storage.notes.list(person);
      await storage.notes.add(person, { prompt: 'p', framework: 'f' }, 'note', new Date(total));
      await storage.close();
      say('ok');
    } catch (error) {
      say(`failed: ${error.message}`);
    }
  }
}

/** Says the id of a note when it is acknowledged, and never before. */
async function write({ options, person }) {
  const storage = await open(options);
  for (let count = 0; ; count += 1) {
    const { id } = await storage.notes.add(person, { prompt: 'p', framework: 'f' }, `note ${count}`, new Date(count));
    say(id);
    await storage.seenPrompts.add(person, `p${count}`, new Date(count));
  }
}

/** Past all buffers: what was said is heard even when the process is killed in the next instant. */
function say(line) {
  writeSync(1, `${line}\n`);
}

await (mode === 'open' ? openOnCommand() : write(JSON.parse(optionsText)));
