import {
  ensure,
  id,
  keysOf,
  need,
  optionalText,
  orderAfterAll,
  orderBehind,
  text,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { leadTo, nextPlace, placesOf } from './ballots.ts';
import { command, ONCE_BEGUN } from './kind.ts';
import type { EstimateState, Story, StoryId } from './state.ts';

export const MOST_STORIES = 50;
export const LONGEST_TITLE = 200;
export const LONGEST_LINK = 500;
/** Of a description, and of acceptance criteria, in visible characters. */
export const LONGEST_DETAIL = 2_000;
/** So many fit into one message to the server; more are sent one after the other. */
export const MOST_AT_ONCE = 10;

const words = {
  title: text(LONGEST_TITLE),
  link: z.nullable(text(LONGEST_LINK)),
  description: optionalText(LONGEST_DETAIL),
  acceptance: optionalText(LONGEST_DETAIL),
};

const newStory = z.object({
  id: id<StoryId>(),
  ...words,
  /** The open task of the team it is made from. */
  task: z.nullable(z.string().check(z.maxLength(64))),
});
export type NewStory = z.infer<typeof newStory>;

/** Puts stories behind those that are there: all of them, or (`full`, `exists`) none. */
export const addStories = command('addStories', {
  during: ONCE_BEGUN,
  args: z.object({ stories: z.array(newStory).check(z.minLength(1), z.maxLength(MOST_AT_ONCE)) }),
  run: ({ board, phase, settings, state, me }, { stories }) => {
    // Nobody would ever read what was written for a phase that never opens.
    ensure(phase.begun, 'not-open');
    ensure(keysOf(state.stories).length + stories.length <= MOST_STORIES, 'full');
    for (const { id: story, task, ...words } of stories) {
      ensure(state.stories[story] === undefined, 'exists');
      if (task !== null) ensureOffered(state, task);
      const order = orderAfterAll(state.stories);
      state.stories[story] = { ...words, task, order, by: me, ballots: {} };
    }
    if (state.at === null) leadTo(board, settings, state, nextPlace(settings, state, null));
  },
});

/** A task is there, and has not been taken yet. */
function ensureOffered(state: EstimateState, task: string): void {
  ensure(
    state.offers.some((offer) => offer.id === task),
    'not-found',
  );
  ensure(
    Object.values(state.stories).every((story) => story.task !== task),
    'exists',
  );
}

/** Whoever has put a story on the list, and whoever facilitates, may change it or take it away. */
function own(story: Story | undefined, me: string, steers: boolean): Story {
  const found = need(story, 'not-found');
  ensure(found.by === me || steers, 'not-yours');
  return found;
}

export const editStory = command('editStory', {
  during: ONCE_BEGUN,
  args: z.object({ id: id<StoryId>(), ...words }),
  run: ({ state, me, steers }, { id: story, ...words }) => {
    Object.assign(own(state.stories[story], me, steers), words);
  },
});

/** Takes a story away with all that was picked for it. One that is talked about stays (`stale`). */
export const removeStory = command('removeStory', {
  during: ONCE_BEGUN,
  args: z.object({ id: id<StoryId>() }),
  run: ({ board, settings, state, me, steers }, { id: story }) => {
    own(state.stories[story], me, steers);
    ensure(!isTalkedAbout(state, story), 'stale');
    const isHere = state.at?.story === story;
    // From its last dimension, so that the next one is the next story's.
    const last = placesOf(settings, state).findLast((place) => place.story === story) ?? null;
    const next = isHere ? nextPlace(settings, state, last) : null;
    delete state.stories[story];
    if (isHere) leadTo(board, settings, state, next?.story === story ? null : next);
  },
});

/** A story that somebody has commented on stays: other people's words are not thrown away with it. */
export const isTalkedAbout = (state: EstimateState, story: StoryId): boolean =>
  Object.values(state.comments).some((comment) => comment.story === story);

/** Puts a story directly behind another (null: in front of all). */
export const moveStory = command('moveStory', {
  by: 'facilitator',
  during: ONCE_BEGUN,
  args: z.object({ story: id<StoryId>(), behind: z.nullable(id<StoryId>()) }),
  run: ({ state }, { story, behind }) => {
    const moving = need(state.stories[story], 'not-found');
    ensure(
      behind === null || (behind !== story && state.stories[behind] !== undefined),
      'not-found',
    );
    moving.order = orderBehind(state.stories, behind, story);
  },
});
