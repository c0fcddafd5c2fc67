/** What a running meeting on the screen has at stake, should the page load anew. */
export interface Stake {
  /** Something that the server does not have yet. */
  hasUnsent: boolean;
  /** This person facilitates, and a timer runs. */
  leadsTimer: boolean;
}

/** Null: it is over. */
type StakeNow = () => Stake | null;

const meetings = new Set<StakeNow>();

/** Tells what a meeting has at stake for as long as its screen is open; returns how to stop. */
export function takePart(stake: StakeNow): () => void {
  meetings.add(stake);
  return () => meetings.delete(stake);
}

/** Of all meetings on the screen; null: there is none. */
export function atStake(): Stake | null {
  const running = [...meetings].map((stake) => stake()).filter((stake) => stake !== null);
  if (running.length === 0) return null;
  return {
    hasUnsent: running.some((stake) => stake.hasUnsent),
    leadsTimer: running.some((stake) => stake.leadsTimer),
  };
}
