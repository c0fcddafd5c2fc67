import { existsSync } from 'node:fs';
import { CannotStart } from '../../cannot-start.ts';
import type { Environment } from '../../settings/read.ts';

/**
 * Refuses where everything ends with this very process: a container lives as long as the process it
 * has started, and that, or its parent, is us.
 */
export function needOtherInit(environment: Environment): void {
  const isFirst = process.pid === 1;
  const isInContainer = existsSync('/.dockerenv') || existsSync('/run/.containerenv');
  const isChildOfFirst = process.ppid === 1 && environment['NOTIFY_SOCKET'] === undefined;
  if (!isFirst && !(isInContainer && isChildOfFirst)) return;
  throw new CannotStart(
    'This server is what its container was started for, and both end together. Start a container of the new image beside this one, and stop this one when that is ready: docs/operations.md says how.',
  );
}
