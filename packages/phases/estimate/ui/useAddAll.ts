import { newId } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useCallback } from 'react';
import { useAct } from '../../parts/index.ts';
import { addStories, MOST_AT_ONCE, type NewStory } from '../domain/index.ts';

/** What one message may carry is a bit more; the rest of it needs room, too. In UTF-16 units. */
const LARGEST = 12_000;

type Words = Omit<NewStory, 'id'>;

/** Puts many stories on the list, in portions that the connection carries. Tells how many got there. */
export function useAddAll(phase: PhaseId): (stories: readonly Words[]) => Promise<number> {
  const act = useAct(phase);
  return useCallback(
    async (stories) => {
      // All are on their way at once; they are carried out in this order.
      const answers = portions(stories).map(async (portion) => {
        const isDone = await act(addStories, {
          stories: portion.map((each) => ({ ...each, id: newId<'story'>() })),
        });
        return isDone ? portion.length : 0;
      });
      return (await Promise.all(answers)).reduce((sum, count) => sum + count, 0);
    },
    [act],
  );
}

function portions(stories: readonly Words[]): Words[][] {
  const all: Words[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const story of stories) {
    const length = story.title.length + story.description.length + story.acceptance.length;
    const last = all.at(-1);
    if (last && last.length < MOST_AT_ONCE && size + length <= LARGEST) {
      last.push(story);
      size += length;
    } else {
      all.push([story]);
      size = length;
    }
  }
  return all;
}
