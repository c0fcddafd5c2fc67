import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, or mostly waits for a clock, begins first: at the end nobody waits for one file
 * while the machine idles. A name that is missing here costs time and nothing else.
 */
const LONGEST = [
  // unit
  'packages/phases/testing/non-interference.test.ts',
  'bench/scale/scale.test.ts',
  'activities/activities.test.ts',
  'packages/phases/testing/convergence.test.ts',
  'packages/phases/retrospective.test.ts',
  'packages/phases/testing/add-a-phase.test.ts',
  'deploy/certificates.test.ts',
  'tools/test/fences.test.ts',
  // server
  'apps/server/src/operations/upgrade/upgrade.pg.test.ts',
  'deploy/proxies.pg.test.ts',
  'apps/server/src/main.pg.test.ts',
  'compat/one-release-apart.pg.test.ts',
  'apps/server/src/database/embedded/embedded.pg.test.ts',
  'apps/server/src/operations/backup/restore-all.pg.test.ts',
  'apps/server/src/operations/backup/backup.pg.test.ts',
  'apps/server/src/operations/backup/database-upgrade.pg.test.ts',
  // faults
  'faults/unequal-machines.fault.test.ts',
  'faults/too-many-people.fault.test.ts',
  'faults/upgrades.fault.test.ts',
  'faults/behind-proxies.fault.test.ts',
  // e2e
  'e2e/standup-window.story.test.ts',
  'e2e/accessible.story.test.ts',
  'e2e/offline.story.test.ts',
  'e2e/accessible-deciding.story.test.ts',
  'e2e/accessible-between.story.test.ts',
  'e2e/accessible-planning.story.test.ts',
  'e2e/renewed.story.test.ts',
  'e2e/whole-retrospective.story.test.ts',
];

/** The order in which Vitest begins test files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.toSorted((one, other) => place(one) - place(other));
  }
}

function place({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
  return at === -1 ? LONGEST.length : at;
}
