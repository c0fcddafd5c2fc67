/** How long a release gets its security updates. */
export interface Lifetime {
  /** The last day of regular support. */
  readonly ends: string;
  /** The last day of what volunteers go on with, and not for everything. */
  readonly longUntil?: string;
}

/** When these dates were looked up. */
export const AS_OF = '2026-11-23';

/** Node.js by major version: https://github.com/nodejs/Release */
export const NODE: Readonly<Record<string, Lifetime>> = {
  18: { ends: '2025-04-30' },
  20: { ends: '2026-04-30' },
  21: { ends: '2024-06-01' },
  22: { ends: '2027-04-30' },
  23: { ends: '2025-06-01' },
  24: { ends: '2028-04-30' },
  25: { ends: '2026-06-01' },
  26: { ends: '2029-04-30' },
};

/** By `ID` and `VERSION_ID` of `/etc/os-release`: https://www.debian.org/releases, https://ubuntu.com/about/release-cycle */
export const SYSTEMS: Readonly<Record<string, Lifetime>> = {
  'debian 10': { ends: '2022-09-10', longUntil: '2024-06-30' },
  'debian 11': { ends: '2024-08-14', longUntil: '2026-08-31' },
  'debian 12': { ends: '2026-06-10', longUntil: '2028-06-30' },
  'debian 13': { ends: '2028-08-09', longUntil: '2030-06-30' },
  'ubuntu 20.04': { ends: '2025-05-31' },
  'ubuntu 22.04': { ends: '2027-04-01' },
  'ubuntu 24.04': { ends: '2029-05-31' },
  'ubuntu 25.10': { ends: '2026-07-01' },
  'ubuntu 26.04': { ends: '2031-04-30' },
};

/** PostgreSQL by major version: https://www.postgresql.org/support/versioning */
export const POSTGRES: Readonly<Record<string, Lifetime>> = {
  13: { ends: '2025-11-13' },
  14: { ends: '2026-11-12' },
  15: { ends: '2027-11-11' },
  16: { ends: '2028-11-09' },
  17: { ends: '2029-11-08' },
  18: { ends: '2030-11-14' },
};
