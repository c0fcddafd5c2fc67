import type { ForeignFormat } from '@rondo/contract';

/** A list of its own: values of the contract bring its schemas with them, 8 kB for every guest. */
const OFFERED: Record<ForeignFormat, true> = {
  'parabol-retro': true,
  'parabol-poker': true,
  'scrumlr-json': true,
  'scrumlr-csv': true,
  retrospected: true,
  easyretro: true,
  csv: true,
};

/** The formats of other tools, in the order in which they are offered. */
// The keys are those of the type, all of them.
export const FORMATS = Object.keys(OFFERED) as ForeignFormat[];
