import type { DoctorContext } from './context.ts';

/** So many people at least are counted on, also where the ledger has seen fewer. */
const FLOOR = 100;

/** How many people at the same moment everything has to carry: the highest of the last four weeks. */
export const peopleAtPeak = ({ peak }: Pick<DoctorContext, 'peak'>): number =>
  Math.max(FLOOR, peak.month.sockets);

/** Of these, the share of one server while another one is away. */
export function peopleOfOne(context: Pick<DoctorContext, 'peak' | 'nodes'>): number {
  const staying = context.nodes.filter(({ draining }) => !draining).length;
  return Math.ceil(peopleAtPeak(context) / Math.max(1, staying - 1));
}
