import type { Chance, Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import { ALL_REACTIONS, type CommentId } from '@rondo/meeting';
import {
  ballotOf,
  deckOf,
  LONGEST_TITLE,
  PASS,
  SCALES,
  type EstimateHand,
  type EstimateSettings,
  type EstimateState,
  type Place,
  type ScaleName,
  type StoryId,
} from '../domain/index.ts';

// The phase is of this kind, so its settings and state are too.
const settingsAt = ({ view, phase }: PlayAt): EstimateSettings =>
  view.board.phases[phase]?.settings as EstimateSettings;
const stateAt = ({ view, phase }: PlayAt): EstimateState =>
  view.board.phases[phase]?.state as EstimateState;

// The records' own keys are ids of these kinds.
const storiesAt = (at: PlayAt): StoryId[] => Object.keys(stateAt(at).stories) as StoryId[];
const commentsAt = (at: PlayAt): CommentId[] => Object.keys(stateAt(at).comments) as CommentId[];

/** Mostly one that is there, now and then one that never was. */
const one = <T extends string>(chance: Chance, list: readonly T[]): T =>
  (chance.oneIn(20) ? undefined : chance.pick(list)) ?? (chance.id() as string as T);

function story(at: PlayAt) {
  const { chance } = at;
  return {
    id: chance.oneIn(30) ? one(chance, storiesAt(at)) : chance.id<'story'>(),
    title: chance.oneIn(30) ? 'x'.repeat(LONGEST_TITLE + 1) : chance.text(),
    link: chance.oneIn(3) ? 'https://example.org/1' : null,
    description: chance.oneIn(2) ? chance.text() : '',
    acceptance: chance.oneIn(3) ? chance.text() : '',
  };
}

function tell(at: PlayAt): Move {
  const { chance } = at;
  switch (chance.below(4)) {
    case 0: {
      const mine = storiesAt(at).filter((id) => stateAt(at).stories[id]?.by === at.me);
      const id = chance.oneIn(5) ? one(chance, storiesAt(at)) : one(chance, mine);
      return chance.oneIn(4)
        ? { name: 'removeStory', args: { id } }
        : { name: 'editStory', args: { ...story(at), id } };
    }
    default: {
      const tasks = stateAt(at).offers.map(({ id }) => id);
      const stories = Array.from({ length: 1 + chance.below(2) }, () => ({
        ...story(at),
        task: chance.oneIn(5) ? (chance.pick(tasks) ?? chance.id()) : null,
      }));
      return { name: 'addStories', args: { stories } };
    }
  }
}

function comment(at: PlayAt): Move {
  const { chance } = at;
  const mine = commentsAt(at).filter((id) => stateAt(at).comments[id]?.by === at.me);
  const own = chance.oneIn(6) ? one(chance, commentsAt(at)) : one(chance, mine);
  switch (chance.below(mine.length > 0 ? 5 : 20)) {
    case 0:
      return { name: 'editComment', args: { id: own, text: chance.text(), mentions: [] } };
    case 1:
      return { name: 'deleteComment', args: { id: own } };
    case 2: {
      const reaction = chance.pick(ALL_REACTIONS);
      const on = !chance.oneIn(3);
      return { name: 'react', args: { comment: one(chance, commentsAt(at)), reaction, on } };
    }
    default: {
      const parent = chance.oneIn(3) ? (chance.pick(commentsAt(at)) ?? null) : null;
      const about = parent === null ? undefined : stateAt(at).comments[parent]?.story;
      return {
        name: 'addComment',
        args: {
          id: chance.id<'comment'>(),
          story: about ?? one(chance, storiesAt(at)),
          text: chance.text(),
          parent,
          mentions: [],
        },
      };
    }
  }
}

/** Mostly where the others are. */
function placeFor(at: PlayAt): Place {
  const { chance } = at;
  const { dimensions } = settingsAt(at);
  const { at: now } = stateAt(at);
  if (now !== null && !chance.oneIn(4)) return now;
  return {
    story: one(chance, storiesAt(at)),
    dimension: chance.oneIn(20) ? 'none' : (chance.pick(dimensions)?.id ?? 'none'),
  };
}

function roundAt(at: PlayAt, place: Place): number {
  const found = stateAt(at).stories[place.story];
  const round = found ? ballotOf(found, place.dimension).round : 1;
  return at.chance.oneIn(15) ? round + 1 : round;
}

const scaleAt = (at: PlayAt, dimension: string) =>
  settingsAt(at).dimensions.find(({ id }) => id === dimension)?.scale ?? 'fibonacci';

function pick(at: PlayAt): Move {
  const { chance } = at;
  const place = placeFor(at);
  const value = chance.oneIn(6)
    ? null
    : chance.oneIn(20)
      ? 'none'
      : (chance.pick(deckOf(scaleAt(at, place.dimension))) ?? PASS);
  return { name: 'pick', args: { ...place, round: roundAt(at, place), value } };
}

function steer(at: PlayAt): Move {
  const { chance } = at;
  const place = placeFor(at);
  const round = roundAt(at, place);
  const found = stateAt(at).stories[place.story];
  const isShown = found !== undefined && ballotOf(found, place.dimension).shown !== null;
  if (isShown && chance.oneIn(2)) return { name: 'voteAgain', args: { ...place, round } };
  switch (chance.below(8)) {
    case 0:
      return { name: 'goTo', args: place };
    case 1:
      return { name: 'goOn', args: place };
    case 2:
      return { name: 'voteAgain', args: { ...place, round } };
    case 3:
      return { name: 'setAutoReveal', args: { on: chance.oneIn(2) } };
    case 4: {
      const behind = chance.oneIn(4) ? null : one(chance, storiesAt(at));
      return { name: 'moveStory', args: { story: one(chance, storiesAt(at)), behind } };
    }
    case 5: {
      const score = chance.oneIn(10) ? 'much too long' : chance.oneIn(6) ? null : '5';
      return { name: 'setScore', args: { ...place, score } };
    }
    default:
      return {
        name: 'reveal',
        args: { which: chance.oneIn(4) ? null : { ...place, round } },
      };
  }
}

export const estimatePlay: PhasePlay = {
  kind: 'estimate',

  settings: (chance) => {
    // `Object.keys` forgets that these are exactly the scales.
    const names = Object.keys(SCALES) as ScaleName[];
    return {
      way: chance.oneIn(3) ? 'own-pace' : 'together',
      autoReveal: chance.oneIn(2),
      agreeWithin: chance.below(2),
      dimensions: Array.from({ length: 1 + chance.below(2) }, (_, n) => ({
        id: `d${n}`,
        name: `Dimension ${n}`,
        scale: chance.oneIn(3) ? { values: ['low', 'high'] } : chance.pick(names),
      })),
    };
  },

  move: (at) => {
    const { chance } = at;
    if (at.steers ? chance.oneIn(3) : chance.oneIn(30)) return steer(at);
    if (storiesAt(at).length < 3 ? chance.oneIn(2) : chance.oneIn(6)) return tell(at);
    if (chance.oneIn(4)) return comment(at);
    if (chance.oneIn(12)) return { name: 'setSpectator', args: { on: chance.oneIn(3) } };
    if (chance.oneIn(6)) {
      const place = placeFor(at);
      const which = chance.oneIn(4) ? null : { ...place, round: roundAt(at, place) };
      return { name: 'revealIfAll', args: { which } };
    }
    return pick(at);
  },

  // That somebody has picked is for all to see; what, is not.
  twin: (move, original, twin) => {
    // They show what was hidden, and so does everything that depends on what was shown.
    if (move.name === 'reveal' || move.name === 'revealIfAll') return null;
    if (move.name !== 'pick') return move;
    const args = move.args as Place & { round: number; value: string | null };
    const deck = deckOf(scaleAt(original, args.dimension));
    if (args.value === null || !deck.includes(args.value)) return move;
    return { name: move.name, args: { ...args, value: twin.chance.pick(deck) } };
  },

  broken: (doc, phase) => {
    // The phase is of this kind, so its state and the hands' parts are too.
    const state = doc.board.phases[phase]?.state as EstimateState;
    for (const [id, { ballots }] of Object.entries(state.stories)) {
      for (const [dimension, { picked, round, shown }] of Object.entries(ballots)) {
        if (shown !== null) continue;
        for (const [person, hand] of Object.entries(doc.hands)) {
          const picks = (hand.phases[phase] as EstimateHand | undefined)?.picks ?? {};
          // The record's own keys are ids of stories.
          const holds = picks[id as StoryId]?.[dimension]?.round === round;
          if (holds !== (picked[person as never] === true))
            return `${person} ${holds ? 'holds a card nobody sees' : 'seems to have picked'} for ${id}`;
        }
      }
    }
    return null;
  },
};
