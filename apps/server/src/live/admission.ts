import type { Capacity } from './capacity.ts';
import { counter } from './counter.ts';
import type { Waiting } from './waiting.ts';

/** Why somebody is told to come back later. A closed list; `/metrics` counts each. */
export const WAITS = {
  full: 'As many are here as this server takes.',
  behind: 'The server does not keep up with its work.',
  team: 'The house is nearly full, and this team has its share of it.',
  account: 'This account has too many connections.',
  address: 'This network address has too many connections.',
  files: 'No connection is left even for telling.',
} as const;

export type WaitReason = keyof typeof WAITS;

export interface DoorLimits {
  /** Connections of one account. */
  readonly perUser: number;
  /** Connections from one address; whole offices share one. */
  readonly perAddress: number;
}

export const DOOR_LIMITS: DoorLimits = { perUser: 60, perAddress: 3_000 };

/** Above this part of the capacity no team may have more than half of it, while others are here. */
const CROWDED = 0.7;
/** A team that is alone may have this part of it: whoever else comes is let in. */
const ALONE = 0.9;

/** Somebody whose name is known by now. */
export interface Asking {
  readonly user: string | null;
  readonly team: string | null;
}

/** One connection, from its first byte to its last. */
export interface Knock {
  /** Counts it as let in, or says why it has to wait. @param isBack whether this is one of a running meeting's people */
  readonly enter: (who: Asking, isBack: () => Promise<boolean>) => Promise<WaitReason | null>;
  readonly leave: () => void;
}

export interface AdmissionFigures {
  /** So many are let in, whoever they are. */
  readonly capacity: number;
  /** Told to come back, and not back yet. */
  readonly expectedBack: number;
  /** Since the start. */
  readonly turnedAwayFor: Readonly<Record<WaitReason, number>>;
}

export interface Admission {
  /** Why this address may not even knock; null: it may. */
  readonly mayKnock: (address: string) => WaitReason | null;
  readonly knock: (address: string) => Knock;
  /** Counts somebody who is told to wait. @returns how long, ms */
  readonly waits: (why: WaitReason) => number;
  /** Those who have not said what they want take the place of others who would. */
  readonly isCrowded: () => boolean;
  /** Connections, inside or at the door. */
  readonly connections: () => number;
  /** Of this address. */
  readonly from: (address: string) => number;
  /** Whether anybody would be let in beside so many more. */
  readonly hasRoomBeside: (others: number) => boolean;
  readonly figures: () => AdmissionFigures;
}

interface Ports {
  readonly capacity: Capacity;
  readonly limits: DoorLimits;
  readonly waiting: Waiting;
  readonly isBehind: () => boolean;
}

/** Decides who comes in when not everybody can. Who is in a running meeting always goes first. */
export function makeAdmission({ capacity, limits, waiting, isBehind }: Ports): Admission {
  const perAddress = counter();
  const perUser = counter();
  const perTeam = counter();
  const turnedAwayFor = { full: 0, behind: 0, team: 0, account: 0, address: 0, files: 0 };
  let connections = 0;
  let inside = 0;

  const noRoomFor = (team: string | null): WaitReason | null => {
    if (inside >= capacity.open) return 'full';
    if (isBehind()) return 'behind';
    if (team === null || inside < capacity.open * CROWDED) return null;
    const ours = perTeam.of(team);
    const share = ours === inside ? ALONE : 1 / 2;
    return ours >= capacity.open * share ? 'team' : null;
  };
  const tooMany = (user: string | null): boolean =>
    user !== null && perUser.of(user) >= limits.perUser;

  return {
    mayKnock: (address) => {
      if (connections >= capacity.withKnocking) return 'files';
      return isOwn(address) || perAddress.of(address) < limits.perAddress ? null : 'address';
    },
    knock: (address) => {
      let who: Asking | null = null;
      let isOver = false;
      connections++;
      perAddress.add(address, 1);
      return {
        enter: async (asking, isBack) => {
          if (tooMany(asking.user)) return 'account';
          const reason = noRoomFor(asking.team);
          if (reason !== null && !(await isBack())) return reason;
          // Others may have come in while the meeting was looked at.
          if (tooMany(asking.user)) return 'account';
          if (reason !== null && inside >= capacity.withReturning) return 'full';
          if (isOver) return 'full';
          who = asking;
          inside++;
          if (who.user !== null) perUser.add(who.user, 1);
          if (who.team !== null) perTeam.add(who.team, 1);
          return null;
        },
        leave: () => {
          if (isOver) return;
          isOver = true;
          connections--;
          perAddress.add(address, -1);
          if (!who) return;
          inside--;
          if (who.user !== null) perUser.add(who.user, -1);
          if (who.team !== null) perTeam.add(who.team, -1);
        },
      };
    },
    waits: (why) => {
      turnedAwayFor[why]++;
      return waiting.later();
    },
    isCrowded: () => connections > capacity.withReturning,
    connections: () => connections,
    from: perAddress.of,
    hasRoomBeside: (others) => inside + others < capacity.open,
    figures: () => ({
      capacity: capacity.open,
      expectedBack: waiting.count(),
      turnedAwayFor: { ...turnedAwayFor },
    }),
  };
}

/** This machine itself: a proxy that does not say for whom it asks, or a load generator. */
const isOwn = (address: string): boolean => address === '::1' || address.startsWith('127.');
