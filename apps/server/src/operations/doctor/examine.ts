import { setTimeout as pause } from 'node:timers/promises';
import type { Check, Finding, Severity } from './check.ts';
import { checks as all } from './checks.ts';
import type { DoctorContext } from './context.ts';
import { notSeen } from './finding.ts';

/** Longer than this no check takes, ms; those that ask others over the network hold connections for over a minute. */
const PATIENCE_MS = { machine: 20_000, shared: 20_000, outside: 180_000 };

const BY_WEIGHT: readonly Severity[] = ['failure', 'warning', 'unknown', 'ok'];

/** Does these checks side by side. @returns the worst first */
export async function examine(
  context: DoctorContext,
  checks: readonly Check<DoctorContext>[] = all,
): Promise<Finding[]> {
  const found = await Promise.all(checks.map((check) => run(check, context)));
  return found
    .flat()
    .toSorted((a, b) => BY_WEIGHT.indexOf(a.severity) - BY_WEIGHT.indexOf(b.severity));
}

/** A check that breaks is itself something to report, and keeps no other check from running. */
async function run(
  { id, scope, run: look }: Check<DoctorContext>,
  context: DoctorContext,
): Promise<readonly Finding[]> {
  const over = new AbortController();
  const late = async (): Promise<Finding[]> => {
    const ms = PATIENCE_MS[scope];
    await pause(ms, undefined, { ref: false, signal: over.signal });
    return [notSeen(id, `no answer within ${ms / 1_000} s`, 'Look at how busy the machine is.')];
  };
  try {
    const lateness = late();
    lateness.catch(() => undefined);
    return await Promise.race([look(context), lateness]);
  } catch (error) {
    if (isOfAnotherRelease(error)) {
      const how = 'Start this release once: it brings the database up to date.';
      return [notSeen(id, 'the database was made by another release', how)];
    }
    context.log.error({ err: error, check: id }, 'a check of the doctor broke');
    const why = error instanceof Error ? error.message : String(error);
    return [notSeen(id, `the check broke: ${why}`, 'Read the log; this is a defect of Rondo.')];
  } finally {
    over.abort();
  }
}

/** Whether PostgreSQL says that there is no such table or column. */
export const isOfAnotherRelease = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['42P01', '42703'].includes(String(error.code));

/** The worst of them. `unknown` is no worse than well: it says where to look instead. */
export function worst(findings: readonly Finding[]): 'ok' | 'warning' | 'failure' {
  const has = (severity: Severity): boolean => findings.some((each) => each.severity === severity);
  if (has('failure')) return 'failure';
  return has('warning') ? 'warning' : 'ok';
}

/** As exit code and in metrics. */
export const GRADES = { ok: 0, warning: 1, failure: 2 } as const;
