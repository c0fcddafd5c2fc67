// npm run bench: measures Rondo beside its baselines and prints ratios.
//   --json          ends with one line of JSON: {ratios, figures, machine, spread}
//   --quick         one repetition, at most four minutes (otherwise three, at most 25 minutes)
//   --verbose       every step of every search
//   --patience 60   seconds to wait, in all, for others to leave the machine alone
//   --only a,b      some of the measurements
import { parseArgs } from 'node:util';
import { baseline } from './baselines/baseline.ts';
import { createBench } from './bench.ts';
import { startDatabase } from './database.ts';
import { hasCompiler } from './generator/generator.ts';
import { measureCommandCost } from './measure/command-cost.ts';
import { measureFullView } from './measure/full-view.ts';
import { measureGrowth } from './measure/growth.ts';
import { measureIdleMemory } from './measure/idle-memory.ts';
import { measureInBrowser } from './measure/in-browser.ts';
import { measureLatency } from './measure/latency.ts';
import { measureManyPeople } from './measure/many-people.ts';
import { measureResync } from './measure/resync.ts';
import { measureRunningIt } from './measure/running-it.ts';
import { measureThroughput } from './measure/throughput.ts';
import { measureTwoNodes } from './measure/two-nodes.ts';
import { rondoPair, rondoSystem } from './rondo/rondo.ts';
import { table } from './table.ts';
import { works } from './works.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    repetitions: { type: 'string' },
    patience: { type: 'string' },
    only: { type: 'string' },
  },
});

const database = await startDatabase();
const bench = createBench(database, {
  isQuick: options.quick,
  isVerbose: options.verbose,
  ...(options.patience === undefined ? {} : { patienceMs: Number(options.patience) * 1_000 }),
  ...(options.repetitions === undefined ? {} : { repetitions: Number(options.repetitions) }),
});

if (!hasCompiler) {
  bench.results.note(
    'generator',
    'gcc is missing: a slower generator was used, high figures are lower bounds',
  );
}

const raw = baseline('raw', database);
const groupCommit = baseline('group commit', database);
const coalesced = baseline('coalesced', database);
const rondo = rondoSystem(database);
/** What is quick and exact comes first: where time runs short, it is the long searches that are cut. */
const measurements: Record<string, () => Promise<void>> = {
  'command-cost': () => measureCommandCost(bench),
  'full-view': () => measureFullView(bench, rondo),
  running: () => measureRunningIt(bench),
  latency: () => measureLatency(bench, groupCommit, rondo),
  memory: () => measureIdleMemory(bench, raw, rondo),
  resync: () => measureResync(bench, raw, rondo),
  throughput: () =>
    measureThroughput(
      bench,
      works,
      bench.isQuick ? [raw, coalesced, rondo] : [raw, groupCommit, coalesced, rondo],
    ),
  growth: () => measureGrowth(bench, rondo),
  browser: () => measureInBrowser(bench),
  'two-nodes': () =>
    measureTwoNodes(bench, {
      one: rondo,
      second: rondoSystem(database, 'second'),
      sharing: rondoPair(database, { meetings: 100, people: 10, cards: 50 }),
    }),
  'many-people': () =>
    measureManyPeople(bench, rondo, rondoPair(database, { meetings: 100, people: 10, cards: 50 })),
};

const wanted = options.only?.split(',') ?? Object.keys(measurements);
try {
  for (const name of wanted) {
    const measure = measurements[name];
    if (!measure)
      throw new Error(
        `there is no measurement ${name}; there are ${Object.keys(measurements).join(', ')}`,
      );
    if (bench.isOutOfTime()) {
      bench.results.note(`skipped_${name}`, 'the time of the whole run was used up');
      continue;
    }
    bench.progress(`— ${name}`);
    try {
      await measure();
    } catch (error) {
      // One figure that cannot be had must not cost all the others; the report and the exit code say so.
      const reason = error instanceof Error ? error.message : String(error);
      bench.results.note(`failed_${name}`, reason.split('\n').slice(0, 3).join(' ').slice(0, 300));
      console.error(error);
      process.exitCode = 1;
    }
  }
} finally {
  await database.stop();
}

const report = bench.results.report();
console.log(table(report));
if (options.json) console.log(JSON.stringify(report));
