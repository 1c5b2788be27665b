import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createPerson, findButton, type Person } from './talk.js';
import { type Row, type Seen, sealingKey, type World } from './world.js';

/** The keys that seal notes, confused in the ways in which people confuse them. */
export const keys: readonly Row[] = [
  {
    name: 'another key under the old id',
    before: 'started, no line in the log; new notes sealed under the same id',
    play: (world) => playRefused(world, [sealingKey('k1', 'b')], /k1/),
  },
  {
    name: 'the old key left out after a change',
    before: 'started, no line in the log, the notes shut',
    play: (world) => playRefused(world, [sealingKey('k2', 'b')], /k1/),
  },
  {
    name: 'the right key under another id',
    before: 'started, no line in the log, the notes shut',
    play: (world) => playRefused(world, [sealingKey('k2', 'a')], /k1|k2/),
  },
  {
    name: 'two keys, their ids exchanged',
    before: 'started, no line in the log, the notes shut',
    play: (world) =>
      playRefused(world, [sealingKey('k1', 'b'), sealingKey('k2', 'a')], /k1/, [sealingKey('k2', 'b'), sealingKey('k1', 'a')]),
  },
  { name: 'a new key in front of the old one', before: 'started, the notes opened', play: playChange },
  { name: 'a change of keys brought to its end', before: 'impossible: a leaked key had to stay for ever', play: playReseal },
];

const note = 'En tanke som ingen andre skal læse';

/** Saves a note, and gives how to see whether it opens. */
async function writeNote(person: Person): Promise<void> {
  const asked = await person.say('giv mig et refleksionsspørgsmål som kontorchef');
  const { text } = await person.press({ ...findButton(asked, 'save-note'), note });
  if (!text) throw new Error('the note was not saved');
}

async function opensNote(service: { readonly port: number }, { entraId }: Person): Promise<boolean> {
  return (await createPerson({ service, entraId }).say('mine noter')).text.includes(note);
}

async function startWithNote(world: World, ring: readonly string[]) {
  const DATA_DIR = world.folder();
  const service = await world.start({ settings: { DATA_DIR, REFLECTION_KEYS: ring.join(',') } });
  const person = createPerson({ service });
  await writeNote(person);
  if (!(await opensNote(service, person))) throw new Error('the note does not open with its own key');
  await service.stop();
  return { DATA_DIR, person };
}

async function playRefused(world: World, ring: readonly string[], named: RegExp, first = [sealingKey('k1', 'a')]): Promise<Seen> {
  const { DATA_DIR, person } = await startWithNote(world, first);
  const service = world.launch({ settings: { DATA_DIR, REFLECTION_KEYS: ring.join(',') } });
  if (await service.listens) {
    const opens = await opensNote(service, person);
    return {
      now: `started, ${service.log().filter(({ level }) => level >= 40).length} warnings, the note ${opens ? 'opens' : 'is shut'}`,
      ok: false,
    };
  }
  const code = await service.ended;
  const said = service.output.stderr.trim();
  const secret = [...ring, ...first].some((key) => said.includes(key.split(':')[1] ?? key));
  const ok = code === 1 && named.test(said) && said.includes('REFLECTION_KEYS') && !secret;
  return { now: `exit ${code}: ${said.slice(0, 220)}`, ok };
}

async function playChange(world: World): Promise<Seen> {
  const { DATA_DIR, person } = await startWithNote(world, [sealingKey('k1', 'a')]);
  const ring = [sealingKey('k2', 'b'), sealingKey('k1', 'a')];
  const service = world.launch({ settings: { DATA_DIR, REFLECTION_KEYS: ring.join(',') } });
  if (!(await service.listens)) return { now: `did not start: ${service.output.stderr.trim().slice(0, 160)}`, ok: false };
  const opens = await opensNote(service, person);
  return { now: `started, the note ${opens ? 'opens' : 'is shut'}`, ok: opens };
}

const runner = `
  const { main } = await import(process.argv[1]);
  process.exitCode = await main([], process.env);
`;

async function playReseal(world: World): Promise<Seen> {
  const { DATA_DIR, person } = await startWithNote(world, [sealingKey('k1', 'a')]);
  const both = [sealingKey('k2', 'b'), sealingKey('k1', 'a')].join(',');
  const command = join(world.packageFolder, 'dist/commands/reseal.js');
  const { PATH = '' } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', runner, command], {
    cwd: world.packageFolder,
    env: { PATH, DATA_DIR, REFLECTION_KEYS: both },
    encoding: 'utf8',
  });
  if (status !== 0) return { now: `"reseal" ended with ${status}: ${stderr.trim().split('\n').at(-1)?.slice(0, 120) ?? ''}`, ok: false };
  const service = world.launch({ settings: { DATA_DIR, REFLECTION_KEYS: sealingKey('k2', 'b') } });
  if (!(await service.listens)) return { now: `resealed, then did not start: ${service.output.stderr.trim().slice(0, 160)}`, ok: false };
  const opens = await opensNote(service, person);
  return { now: `resealed; with the new key alone: started, the note ${opens ? 'opens' : 'is shut'}`, ok: opens };
}
