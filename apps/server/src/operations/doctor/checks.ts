import type { Check } from './check.ts';
import { backup } from './checks/backup.ts';
import { bus } from './checks/bus.ts';
import { clock } from './checks/clock.ts';
import { databaseConnections } from './checks/database-connections.ts';
import { databaseRole } from './checks/database-role.ts';
import { databaseSafety } from './checks/database-safety.ts';
import { databaseSchema } from './checks/database-schema.ts';
import { database } from './checks/database.ts';
import { disk } from './checks/disk.ts';
import { fileDescriptors } from './checks/file-descriptors.ts';
import { jobs } from './checks/jobs.ts';
import { memory } from './checks/memory.ts';
import { runtimeAges } from './checks/runtime-ages.ts';
import { servers } from './checks/servers.ts';
import { settings } from './checks/settings.ts';
import { sharedSecret } from './checks/shared-secret.ts';
import { system } from './checks/system.ts';
import { webhooks } from './checks/webhooks.ts';
import type { DoctorContext } from './context.ts';
import { outsideChecks } from './outside/checks.ts';

/** Every check there is. `docs/doctor.md` has a section for each. */
export const checks: readonly Check<DoctorContext>[] = [
  fileDescriptors,
  system,
  memory,
  disk,
  clock,
  runtimeAges,
  settings,
  sharedSecret,
  servers,
  bus,
  database,
  databaseConnections,
  databaseRole,
  databaseSchema,
  databaseSafety,
  backup,
  jobs,
  webhooks,
  ...outsideChecks,
];
