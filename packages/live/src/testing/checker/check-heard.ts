import type { Op, ParticipantId } from '@rondo/meeting';
import type { FromServer, PatchMessage } from '../../messages/index.ts';
import type { Heard } from '../simulation/evidence.ts';
import { isSame } from './same.ts';
import { handOf, type Moment } from './truth.ts';

/** What a burnt hand looks like to whoever held it. */
const BURNT: Op[] = [[['phases'], {}]];

/**
 * On every connection, each entry was told once, in order, whole, and to each person exactly what is
 * theirs: the board's part and their own hand's part, nothing of anybody else's.
 */
export function checkHeard(all: readonly Heard[], moments: readonly Moment[]): string[] {
  return all.flatMap((heard, index) =>
    checkOne(heard, moments).map((wrong) => `connection ${index} of ${heard.person}: ${wrong}`),
  );
}

function checkOne({ person, since, texts }: Heard, moments: readonly Moment[]): string[] {
  const wrong: string[] = [];
  /** The entry this connection has been told up to; null: nothing yet. */
  let at = since;
  for (const text of texts) {
    // Written by a node.
    const message = JSON.parse(text) as FromServer;
    if (message.t === 'welcome' && message.me !== person) wrong.push(`called ${message.me}`);
    if (message.t === 'view') {
      const truth = moments[message.s];
      if (!truth) wrong.push(`a view of ${message.s}, which is not in the log`);
      else if (!isSame(message.board, truth.board)) wrong.push(`another board at ${message.s}`);
      else if (!isSame(message.hand, handOf(truth, person)))
        wrong.push(`another hand at ${message.s}`);
      at = message.s;
    }
    if (message.t !== 'p') continue;
    if (at !== null && message.s <= at) {
      if (message.b || message.h) wrong.push(`entry ${message.s} told after ${at}`);
      continue;
    }
    if (at === null || message.s !== at + 1) wrong.push(`entry ${message.s} told after ${at}`);
    wrong.push(...checkContent(message, person, moments[message.s]));
    at = message.s;
  }
  return wrong;
}

function checkContent(
  { s, b, h }: PatchMessage,
  person: ParticipantId,
  truth: Moment | undefined,
): string[] {
  const patch = truth?.patch;
  if (!patch) return [`entry ${s} is not in the log`];
  const wrong: string[] = [];
  if (!isSame(b ?? [], patch.board)) wrong.push(`entry ${s} tells another change of the board`);
  const hand = patch.hands[person] ?? [];
  const isBurnt = truth.isEnd && isSame(h, BURNT);
  if (!isBurnt && !isSame(h ?? [], hand)) wrong.push(`entry ${s} tells another change of the hand`);
  return wrong;
}
