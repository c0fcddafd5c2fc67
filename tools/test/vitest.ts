import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptOf } from '../repository/paths.ts';
import { runNode } from './command.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Tested extends Counts {
  readonly output: string;
  /** The titles of tests that were skipped; they say why. */
  readonly leftOut?: readonly string[];
}

/** What we read of the JSON report of Vitest. */
interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Runs one project of vitest.config.ts.
 * @param only a part of a path (with a `/` or a `.`) or of a test's title
 * @param limit minutes
 */
export async function runProject(
  project: string,
  { only, limit, env }: { only: string | undefined; limit: number; env?: Record<string, string> },
): Promise<Tested> {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-test-'));
  const file = join(folder, 'report.json');
  try {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
    args.push(`--outputFile.json=${file}`);
    if (only !== undefined) args.push('--passWithNoTests', ...filter(only));
    const { ok, output } = await runNode(scriptOf('vitest', 'vitest.mjs'), args, {
      limit,
      // Servers that tests start find their modules compiled: half a second less for each.
      env: { NODE_COMPILE_CACHE: join(folder, 'compiled'), ...env },
    });
    const report = await readReport(file);
    if (report === undefined && !(ok && only !== undefined)) {
      return { passed: 0, failed: 1, skipped: 0, output: `${output}\nVitest left no report.` };
    }
    const counts = report
      ? count(report, only !== undefined)
      : { passed: 0, failed: 0, skipped: 0 };
    // Vitest also fails for what no test reports, such as an unhandled rejection.
    const failed = Math.max(counts.failed, ok ? 0 : 1);
    const nothing = only === undefined && counts.passed + failed === 0;
    return {
      passed: counts.passed,
      failed: nothing ? 1 : failed,
      skipped: counts.skipped,
      leftOut: report && only === undefined ? leftOut(report) : [],
      output: nothing ? `${output}\nThere is not a single test in “${project}”.` : output,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function filter(only: string): string[] {
  return /[/.]/.test(only) ? [only] : ['--testNamePattern', only];
}

async function readReport(file: string): Promise<Report | undefined> {
  try {
    // Written by the pinned Vitest a moment ago.
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** So that nothing is left out unnoticed on a machine that lacks a program. */
export function leftOut({ testResults }: Pick<Report, 'testResults'>): string[] {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => ['pending', 'skipped', 'todo'].includes(status))
    .map(({ fullName }) => fullName);
}

/** @param filtered whether tests were left out on purpose, so that they do not count as skipped */
export function count(report: Report, filtered: boolean): Counts {
  // A file that cannot even be loaded has no tests to fail, and must not pass unnoticed.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: filtered ? 0 : report.numPendingTests + report.numTodoTests,
  };
}
