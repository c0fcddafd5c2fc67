import type { Check } from './check.ts';
import { clock } from './checks/clock.ts';
import { databaseConnections } from './checks/database-connections.ts';
import { fileDescriptors } from './checks/file-descriptors.ts';
import type { DoctorContext } from './context.ts';

/** Every check there is. `docs/doctor.md` has a section for each. */
export const checks: readonly Check<DoctorContext>[] = [
  fileDescriptors,
  databaseConnections,
  clock,
];
