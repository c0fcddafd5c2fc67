import type { DoctorContext } from './context.ts';

/** So many people at least are counted on, also where the ledger has seen fewer. */
const FLOOR = 100;

/** How many people at the same moment everything has to carry: the highest of the last four weeks. */
export const peopleAtPeak = ({ peak }: Pick<DoctorContext, 'peak'>): number =>
  Math.max(FLOOR, peak.month.sockets);

type Load = Pick<DoctorContext, 'peak' | 'nodes' | 'serversAtPeak'>;

/** What one server had of them, if they were spread evenly. */
export const peopleOfOne = (context: Load): number =>
  Math.ceil(peopleAtPeak(context) / serversOf(context));

/** What one server has of them while another one is away. */
export const peopleWithoutOne = (context: Load): number =>
  Math.ceil(peopleAtPeak(context) / Math.max(1, serversOf(context) - 1));

/** Those that run, or ran: the first one to start again is not to carry all alone. */
const serversOf = ({ nodes, serversAtPeak }: Load): number =>
  Math.max(1, serversAtPeak, nodes.filter(({ draining }) => !draining).length);
