import type { Registry } from '@rondo/meeting';
import { z } from 'zod';
import { checkIds, checkSteps } from './checks.ts';
import type { Finding } from './problem.ts';
import { activitySchema, type Activity } from './schema.ts';
import { findingsOf } from './sentences.ts';
import { MAX_DEPTH, TOO_DEEP } from './yaml-file.ts';

export type Checked =
  | { readonly ok: true; readonly activity: Activity }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * What must hold for every activity, whether it comes from a file or from the app. Never throws over what is in
 * the data; of several findings with the same path the first is enough to mend them.
 */
export function checkActivity(data: unknown, kinds: Registry): Checked {
  if (depthOf(data) > MAX_DEPTH) return { ok: false, findings: [{ path: [], message: TOO_DEEP }] };
  const checked = z.safeParse(activitySchema(kinds), data, { reportInput: true });
  const findings = [
    ...(checked.success ? [] : findingsOf(checked.error.issues, data)),
    ...checkSteps(data, kinds),
    ...checkIds(data),
  ];
  return checked.success && findings.length === 0
    ? { ok: true, activity: checked.data }
    : { ok: false, findings };
}

/** Level by level instead of by recursion: what comes from outside could exhaust the stack. */
function depthOf(data: unknown): number {
  let depth = 0;
  let level = [data].filter(isNested);
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth++;
    level = level.flatMap((each) => Object.values(each).filter(isNested));
  }
  return depth;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
