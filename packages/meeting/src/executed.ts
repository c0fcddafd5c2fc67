import type { Executed, Ledger } from './document.ts';
import type { ClientId, ParticipantId } from './ids.ts';
import type { Op } from './patch/op.ts';
import type { RefusalCode } from './refusal.ts';

/** How many refusals per client are kept for an answer to a resend. */
const REFUSALS_KEPT = 64;
/** How many clients (browser tabs) of one participant are remembered; the longest silent one is forgotten. */
const CLIENTS_KEPT = 40;

const NOTHING: Executed = { n: 0, refused: {}, seq: 0 };

/** How far this client's commands have been answered. */
export const executedBy = (ledger: Ledger, person: ParticipantId, client: ClientId): Executed =>
  ledger.executed[person]?.[client] ?? NOTHING;

/** The ledger's change for command `n` having been answered, carried out or (with a code) refused, in entry `seq`. */
export function noteExecuted(
  ledger: Ledger,
  person: ParticipantId,
  client: ClientId,
  n: number,
  seq: number,
  refusal: RefusalCode | null,
): Op[] {
  const clients = ledger.executed[person];
  const known = clients?.[client];
  const ops: Op[] = clients ? [] : [[['executed', person], {}]];
  const path = ['executed', person, client];
  if (!known) {
    ops.push([path, { n, refused: refusal ? { [n]: refusal } : {}, seq }]);
    ops.push(...forgetSilent(clients ?? {}, person));
    return ops;
  }
  if (!refusal && isEmpty(known.refused)) {
    // By far the most often: one short operation.
    ops.push([path, { n, refused: {}, seq }]);
    return ops;
  }
  ops.push([[...path, 'n'], n], [[...path, 'seq'], seq]);
  if (!refusal) return ops;
  ops.push([[...path, 'refused', String(n)], refusal]);
  const old = Object.keys(known.refused)
    .map(Number)
    .sort((a, b) => a - b);
  for (const each of old.slice(0, Math.max(0, old.length + 1 - REFUSALS_KEPT))) {
    ops.push([[...path, 'refused', String(each)]]);
  }
  return ops;
}

function forgetSilent(clients: Record<ClientId, Executed>, person: ParticipantId): Op[] {
  const all = Object.entries(clients);
  if (all.length < CLIENTS_KEPT) return [];
  const [longest] = all.sort((a, b) => a[1].seq - b[1].seq);
  return longest ? [[['executed', person, longest[0]]]] : [];
}

function isEmpty(things: object): boolean {
  for (const _ in things) return false;
  return true;
}
