// `npm test`: everything that must hold, in one readable list (tools/test/steps.ts).
//   npm test                         all steps
//   npm test -- unit server          these steps
//   npm test -- static               the steps that run no tests (npm run check)
//   npm test -- unit --only vote     tests with “vote” in their title
//   npm test -- --only packages/live tests of this path

import { parseArgs } from 'node:util';
import { steps, type Step } from './test/steps.ts';
import type { Tested } from './test/vitest.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
const chosen = choose(positionals, values.only);
const groups = Map.groupBy(chosen, (step) => step.group);
const total = { passed: 0, failed: 0, skipped: 0 };
const failures: { step: Step; output: string }[] = [];

// Leaving takes along what the steps have started: command.ts listens for the exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(1));
}

for (const group of groups.values()) await Promise.all(group.map(runStep));

for (const [index, { step, output }] of failures.entries()) {
  const same = failures.slice(0, index).find((other) => other.output === output);
  if (same) {
    console.log(`\n──── ${step.name} failed as ${same.step.name} did ────`);
    continue;
  }
  const lines = output
    .split('\n')
    .map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line));
  console.log(`\n──── ${step.name} failed ────\n${lines.join('\n')}`);
}
if (values.only !== undefined && total.passed + total.failed === 0) {
  console.log(`\nNo test matches “${values.only}”.`);
  total.failed = 1;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @returns the steps named, in the order of the list */
function choose(names: readonly string[], only: string | undefined): readonly Step[] {
  const known = new Set(['static', ...steps.map((step) => step.name)]);
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    console.error(`There is no step “${unknown.join('”, “')}”. Steps: ${[...known].join(', ')}.`);
    process.exit(2);
  }
  if (names.length > 0) {
    return steps.filter((step) => names.includes(step.name) || names.includes(step.group));
  }
  const withTests = ['unit', 'server', 'faults', 'browser', 'e2e'];
  return only === undefined ? steps : steps.filter((step) => withTests.includes(step.name));
}

async function runStep(step: Step): Promise<void> {
  const start = performance.now();
  const { passed, failed, skipped, output, leftOut = [] } = await attempt(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const counts = [
    `${passed} passed`,
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
  ];
  const mark = failed > 0 ? '✗' : '✓';
  const said = counts.filter((each) => each !== false).join(', ');
  console.log(`${mark} ${step.name.padEnd(10)} ${seconds} s  ${step.means}: ${said}`);
  for (const title of leftOut) console.log(`             left out: ${title}`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push({ step, output });
}

async function attempt(step: Step): Promise<Tested> {
  try {
    return await step.run(values.only);
  } catch (error) {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: 0, output };
  }
}
