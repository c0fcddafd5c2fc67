import type { Chance, Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import {
  LONGEST_COMMENT,
  peopleIn,
  REACTIONS,
  type CardId,
  type GroupId,
  type ParticipantId,
} from '@rondo/meeting';
import {
  LONGEST_NOTES,
  LONGEST_TOPIC,
  type CommentId,
  type DiscussState,
} from '../domain/index.ts';

const stateAt = ({ view, phase }: PlayAt): DiscussState =>
  // The phase is of this kind, so its state is too.
  view.board.phases[phase]?.state as DiscussState;

// The records' own keys are ids of these kinds.
const topicsAt = (at: PlayAt): GroupId[] => Object.keys(stateAt(at).topics) as GroupId[];
const commentsAt = (at: PlayAt): CommentId[] => Object.keys(stateAt(at).comments) as CommentId[];
const cardsAt = ({ view }: PlayAt): CardId[] => Object.keys(view.board.cards) as CardId[];

/** Mostly one that is there, now and then one that never was. */
const one = <T extends string>(chance: Chance, list: readonly T[]): T =>
  (chance.oneIn(20) ? undefined : chance.pick(list)) ?? (chance.id() as string as T);

const someText = (chance: Chance, longest: number): string =>
  chance.oneIn(30) ? 'x'.repeat(longest + 1) : chance.text();

function mentions({ view, chance }: PlayAt): ParticipantId[] {
  const person = chance.oneIn(3) ? one(chance, peopleIn(view.board)) : undefined;
  return person === undefined ? [] : [person];
}

/** Mostly a comment of one's own, to change it. */
function ownComment(at: PlayAt): CommentId {
  const mine = commentsAt(at).filter((id) => stateAt(at).comments[id]?.by === at.me);
  return at.chance.pick(at.chance.oneIn(6) ? commentsAt(at) : mine) ?? at.chance.id<'comment'>();
}

function addComment(at: PlayAt): Move {
  const { chance } = at;
  return {
    name: 'addComment',
    args: {
      id: chance.oneIn(30) ? one(chance, commentsAt(at)) : chance.id<'comment'>(),
      topic: one(chance, topicsAt(at)),
      text: someText(chance, LONGEST_COMMENT),
      parent: chance.oneIn(2) ? (chance.pick(commentsAt(at)) ?? null) : null,
      mentions: mentions(at),
    },
  };
}

function setNotes(at: PlayAt): Move {
  const { chance } = at;
  const topic = one(chance, topicsAt(at));
  const notes = stateAt(at).topics[topic];
  const more = someText(chance, LONGEST_NOTES);
  const text = notes && chance.oneIn(2) ? `${notes.notes}\n${more}`.slice(-5_000) : more;
  const revision = Math.max(0, (notes?.revision ?? 0) - (chance.oneIn(4) ? 1 : 0));
  return { name: 'setNotes', args: { topic, text, revision } };
}

function steer(at: PlayAt): Move {
  const { chance } = at;
  const { current } = stateAt(at);
  const topic = one(chance, topicsAt(at));
  switch (chance.below(4)) {
    case 0:
      return { name: 'openTopic', args: { topic } };
    case 1:
      return { name: 'parkTopic', args: { topic, parked: !chance.oneIn(3) } };
    case 2: {
      const behind = chance.oneIn(4) ? null : one(chance, topicsAt(at));
      return { name: 'moveTopic', args: { topic, behind } };
    }
    default:
      return { name: 'finishTopic', args: { topic: chance.oneIn(6) ? topic : (current ?? topic) } };
  }
}

function ownTopic(at: PlayAt): Move {
  const { chance, view, phase, me } = at;
  // The record's own keys are card ids.
  const own = cardsAt(at).filter((id) => view.board.cards[id]?.phase === phase);
  const mine = own.filter((id) => view.board.cards[id]?.by === me);
  const text = someText(chance, LONGEST_TOPIC);
  if (chance.oneIn(3)) {
    const card = chance.pick(chance.oneIn(6) ? own : mine) ?? chance.id<'card'>();
    return { name: 'editTopic', args: { card, text } };
  }
  const card = chance.oneIn(30) ? one(chance, cardsAt(at)) : chance.id<'card'>();
  return { name: 'addTopic', args: { card, topic: chance.id<'group'>(), text } };
}

export const discussPlay: PhasePlay = {
  kind: 'discuss',

  settings: (chance) => (chance.oneIn(2) ? {} : { minutesPerTopic: 1 + chance.below(10) }),

  move: (at) => {
    const { chance } = at;
    if (at.steers ? chance.oneIn(3) : chance.oneIn(30)) return steer(at);
    if (chance.oneIn(8)) return ownTopic(at);
    switch (chance.below(7)) {
      case 0:
        return {
          name: 'editComment',
          args: {
            id: ownComment(at),
            text: someText(chance, LONGEST_COMMENT),
            mentions: mentions(at),
          },
        };
      case 1:
        return { name: 'deleteComment', args: { id: ownComment(at) } };
      case 2: {
        const target = chance.oneIn(2)
          ? { comment: one(chance, commentsAt(at)) }
          : { card: one(chance, cardsAt(at)) };
        const reaction = chance.pick(Object.keys(REACTIONS));
        return { name: 'react', args: { target, reaction, on: !chance.oneIn(3) } };
      }
      case 3:
        return setNotes(at);
      default:
        return addComment(at);
    }
  },
};
