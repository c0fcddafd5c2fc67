import {
  compareText,
  ensure,
  id,
  isId,
  text,
  type Board,
  type ParticipantId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import type { Recipients } from './state.ts';

export const LONGEST_NAME = 60;
const MOST_PEOPLE = 30;
const MOST_NAMES = 10;

export const recipients = z.strictObject({
  people: z.array(id<ParticipantId>()).check(z.maxLength(MOST_PEOPLE)),
  team: z.boolean(),
  names: z.array(text(LONGEST_NAME)).check(z.maxLength(MOST_NAMES)),
});

/** What somebody is called who is here or expected; a dash for anybody else. */
export const calledIn = (board: Board, person: ParticipantId): string =>
  board.people[person]?.name ?? board.expected?.[person]?.name ?? '–';

/** Everybody whom `me` may thank: who is here or expected, but never oneself. */
export function thankable(board: Board, me: ParticipantId): ParticipantId[] {
  // The records' own keys are participant ids.
  const here = (Object.keys(board.people) as ParticipantId[]).filter(
    (person) => board.people[person]?.state === 'in',
  );
  const expected = Object.keys(board.expected ?? {}) as ParticipantId[];
  const others = expected.filter((person) => board.people[person] === undefined);
  return [...here, ...others].filter((person) => person !== me).sort(compareText);
}

const sameName = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();

/** Refuses thanks to nobody, to strangers' ids, and to oneself, be it by one's own name. */
export function ensureThankable(board: Board, me: ParticipantId, to: Recipients): void {
  ensure(to.team || to.people.length + to.names.length > 0, 'bad-arguments');
  for (const person of to.people) {
    ensure(person !== me, 'not-allowed');
    const isKnown =
      isId(person) &&
      (Object.hasOwn(board.people, person) || Object.hasOwn(board.expected ?? {}, person));
    ensure(isKnown, 'not-found');
  }
  for (const name of to.names) ensure(!sameName(name, calledIn(board, me)), 'not-allowed');
}

/** The same, each once. */
export const distinct = ({ people, team, names }: Recipients): Recipients => ({
  people: [...new Set(people)],
  team,
  names: names.filter((name, index) => names.findIndex((each) => sameName(each, name)) === index),
});
