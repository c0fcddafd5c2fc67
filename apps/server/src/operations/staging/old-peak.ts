import type { Bundle } from '../bundle/bundle.ts';
import { NO_PEAK, type Figures, type Peak } from '../ledger/read.ts';

const DAY_MS = 86_400_000;

/** What the ledger of another server says: the highest of its last four weeks, of all its servers together. */
export function oldPeak({ peaks, about }: Pick<Bundle, 'peaks' | 'about'>): Peak {
  const end = Date.parse(about.at);
  const minutes = new Map<number, Figures>();
  for (const [minute, , sockets, handshakes, fileDescriptors, databaseConnections] of peaks) {
    if (minute <= end - 28 * DAY_MS) continue;
    const so = minutes.get(minute) ?? NO_PEAK.month;
    minutes.set(minute, {
      sockets: so.sockets + sockets,
      handshakes: so.handshakes + handshakes,
      fileDescriptors: so.fileDescriptors + fileDescriptors,
      databaseConnections: so.databaseConnections + databaseConnections,
    });
  }
  const month = highest([...minutes.values()]);
  // Whatever the hour of the check is, it is for the busiest one to come.
  return { hour: month, week: month, month };
}

function highest(all: readonly Figures[]): Figures {
  return all.reduce(
    (most, each) => ({
      sockets: Math.max(most.sockets, each.sockets),
      handshakes: Math.max(most.handshakes, each.handshakes),
      fileDescriptors: Math.max(most.fileDescriptors, each.fileDescriptors),
      databaseConnections: Math.max(most.databaseConnections, each.databaseConnections),
    }),
    NO_PEAK.month,
  );
}
