// A process that moves a database and says each table that is done, until it is finished or killed.
import { writeSync } from 'node:fs';
import { join } from 'node:path';

const [, , dist, optionsText] = process.argv;
const { openDatabase } = await import(join(dist, 'storage/database.js'));
const { moveData } = await import(join(dist, 'storage/move.js'));
const [from, to] = await Promise.all(JSON.parse(optionsText).map((options) => openDatabase(options)));
const moved = await moveData(from.database, to.database, ({ table }) => writeSync(1, `${table}\n`));
if (!moved.ok) throw new Error(moved.fault);
