import type { Board, CardId, GroupId, Hand } from '@rondo/meeting';
import type { Evidence } from '../simulation/evidence.ts';
import { answersIn, carriedBy, keyOf, type Carried, type Moment } from './truth.ts';

/** Each client's commands were carried out or refused one after another, none twice, none left out. */
export const checkOrder = (moments: readonly Moment[]): string[] =>
  carriedBy(moments).flatMap((carried, seq) => {
    const moment = moments[seq];
    if (!moment) return [];
    const twice = answersIn(moment) - carried.length;
    return twice === 0 || (twice > 0 && twice <= lateIn(moment))
      ? []
      : [`entry ${seq}: ${carried.length} commands were answered ${answersIn(moment)} times`];
  });

/**
 * Where nobody could say whether the last entry was written, its commands come once more, and the
 * burnt ledger does not know them: they are refused because the meeting has ended.
 */
const lateIn = ({ patch }: Moment): number =>
  JSON.stringify(patch?.ledger ?? []).split('"ended"').length - 1;

/** What tabs were told is what the log says. */
export function checkAnswers({ made }: Evidence, moments: readonly Moment[]): string[] {
  const carried = new Map<string, Carried>();
  for (const each of carriedBy(moments).flat()) carried.set(`${each.key} ${each.n}`, each);
  const hasEnded = moments.some(({ isEnd }) => isEnd);
  return made.flatMap(({ person, client, n, name, answer }) => {
    if (answer === null) return [];
    const truth = carried.get(`${keyOf(person, client)} ${n}`);
    // The numbers were burnt with the hands: given back rather than risked twice.
    if (answer === 'stale' && hasEnded) return [];
    if (answer === 'ended' && truth && moments[truth.seq]?.isEnd) return [];
    const told = `${person} ${client} ${n} (${name}) was told ${answer}`;
    if (!truth) return [`${told}, but the log knows nothing of it`];
    const is = truth.refusal ?? 'done';
    return is === answer ? [] : [`${told}, but it is ${is}`];
  });
}

/** All cards there are: on the board, and face down in hands. */
function cardsOf({ board, hands }: Moment): Set<CardId> {
  // The records' own keys are card ids.
  const cards = new Set(Object.keys(board.cards) as CardId[]);
  for (const hand of Object.values<Hand>(hands))
    for (const part of Object.values(hand.phases)) {
      const { held } = part as { held?: Record<CardId, unknown> };
      for (const card of Object.keys(held ?? {}) as CardId[]) cards.add(card);
    }
  return cards;
}

/** A card disappears only when its author has deleted it. */
export function checkCards({ made }: Evidence, moments: readonly Moment[]): string[] {
  const asked = new Map(made.map((each) => [`${keyOf(each.person, each.client)} ${each.n}`, each]));
  const wrong: string[] = [];
  const carried = carriedBy(moments);
  let cards = new Set<CardId>();
  for (const moment of moments) {
    const deleted = new Set<unknown>();
    for (const { key, n, refusal } of carried[moment.seq] ?? []) {
      const command = asked.get(`${key} ${n}`);
      if (command?.name === 'deleteCard' && refusal === null)
        deleted.add((command.args as { id: CardId }).id);
    }
    const now = cardsOf(moment);
    for (const card of cards)
      if (!now.has(card) && !deleted.has(card))
        wrong.push(`entry ${moment.seq}: card ${card} lost`);
    cards = now;
    wrong.push(...checkGroups(moment.board, moment.seq));
  }
  return wrong;
}

/** Every card is in exactly one group, the one it names, and no group is empty. */
function checkGroups({ cards, groups }: Board, seq: number): string[] {
  const wrong: string[] = [];
  let listed = 0;
  for (const id of Object.keys(groups) as GroupId[]) {
    const members = groups[id]?.cards ?? [];
    listed += members.length;
    if (members.length === 0) wrong.push(`entry ${seq}: group ${id} is empty`);
    for (const card of members)
      if (cards[card]?.group !== id) wrong.push(`entry ${seq}: ${card} is not of group ${id}`);
  }
  if (listed !== Object.keys(cards).length) wrong.push(`entry ${seq}: a card is in no group`);
  return wrong;
}
