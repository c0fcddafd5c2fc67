import {
  applied,
  emptyHand,
  type Board,
  type ClientId,
  type Doc,
  type Executed,
  type Hand,
  type Ledger,
  type Op,
  type ParticipantId,
  type Patch,
  type RefusalCode,
} from '@rondo/meeting';
import type { Entry } from '../../room/index.ts';

/** The document after each entry, made anew from the log alone. */
export interface Moment {
  readonly seq: number;
  readonly board: Board;
  readonly hands: Readonly<Record<ParticipantId, Hand>>;
  readonly ledger: Ledger;
  /** The ledger as this entry left it, before it was burnt. */
  readonly answered: Ledger;
  /** The entry that led here; null: the start. */
  readonly patch: Patch | null;
  /** The meeting ended with this entry: hands and ledger were burnt. */
  readonly isEnd: boolean;
}

export const handOf = ({ hands }: Moment, person: ParticipantId): Hand =>
  hands[person] ?? emptyHand();

/** All moments, by seq. Throws where the log does not fit together. */
export function momentsOf(start: Doc, entries: readonly Entry[]): readonly Moment[] {
  const first: Moment = {
    seq: 0,
    board: start.board,
    hands: start.hands,
    ledger: start.ledger,
    answered: start.ledger,
    patch: null,
    isEnd: false,
  };
  const moments = [first];
  let last = first;
  for (const { seq, body } of entries) {
    if (seq !== last.seq + 1) throw new Error(`entry ${seq} follows ${last.seq}`);
    // The log gives back what a node has written.
    const patch = JSON.parse(body) as Patch;
    const board = applied(last.board, patch.board);
    const isEnd = board.status === 'ended' && last.board.status === 'running';
    const hands: Record<ParticipantId, Hand> = { ...last.hands };
    for (const [person, ops] of Object.entries(patch.hands) as [ParticipantId, Op[]][])
      hands[person] = applied(hands[person] ?? emptyHand(), ops);
    const answered = applied(last.ledger, patch.ledger);
    last = {
      seq,
      board,
      hands: isEnd ? {} : hands,
      ledger: isEnd ? { executed: {}, since: seq } : answered,
      answered,
      patch,
      isEnd,
    };
    moments.push(last);
  }
  return moments;
}

/** A command that the log says was answered. */
export interface Carried {
  readonly key: string;
  readonly n: number;
  readonly refusal: RefusalCode | null;
  readonly seq: number;
}

export const keyOf = (person: ParticipantId, client: ClientId): string => `${person} ${client}`;

/** What each entry answered, by seq; each client in the order of its numbers. */
export function carriedBy(moments: readonly Moment[]): readonly Carried[][] {
  /** Numbers go on when a ledger was burnt, so they are remembered from the first entry to the last. */
  const last = new Map<string, number>();
  return moments.map(({ answered, seq }) => {
    const carried: Carried[] = [];
    // The records' own keys are participant ids and client ids.
    for (const [person, clients] of Object.entries(answered.executed) as [
      ParticipantId,
      Record<ClientId, Executed>,
    ][])
      for (const [client, { n, refused }] of Object.entries(clients) as [ClientId, Executed][]) {
        const key = keyOf(person, client);
        for (let each = (last.get(key) ?? 0) + 1; each <= n; each++)
          carried.push({ key, n: each, refusal: refused[each] ?? null, seq });
        last.set(key, Math.max(n, last.get(key) ?? 0));
      }
    return carried;
  });
}

/** How many answers an entry wrote down. */
export const answersIn = ({ patch }: Moment): number =>
  (patch?.ledger ?? []).filter(
    ([path, value]) =>
      path[0] === 'executed' && (path[3] === 'n' || (path.length === 3 && value !== undefined)),
  ).length;
