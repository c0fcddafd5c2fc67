import { createHash } from 'node:crypto';
import { applyEntries } from '@rondo/live/room';
import { check, inKeyOrder, leadThrough } from '@rondo/live/testing';
import { phases } from '../domain.ts';
import { someKinds } from './flows.ts';
import { plays } from './plays.ts';

// Prints the recording of a whole meeting, played from the seed given as argument.
const seed = Number(process.argv[2] ?? 1);
const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));
const run = { seed, registry: phases, plays, flow: someKinds, breathe };
const evidence = await leadThrough(run, 30);
const wrong = check(evidence, plays);
if (wrong.length > 0) throw new Error(wrong.join('\n'));
const { start, entries } = evidence;
const { seq, doc } = applyEntries({ seq: 0, doc: structuredClone(start) }, entries);
const hash = createHash('sha256').update(inKeyOrder(doc)).digest('hex');
process.stdout.write(`${JSON.stringify({ seed, seq, hash, start, entries })}\n`);
