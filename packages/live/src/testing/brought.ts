import type { Brought, ParticipantId } from '@rondo/meeting';
import type { Chance } from './chance.ts';

/** Open tasks and news as a team may bring them along; some belong to `people`, others to somebody who may never come. */
export function someBrought(chance: Chance, people: readonly ParticipantId[]): Brought {
  const tasks = Array.from({ length: chance.below(5) }, (_, index) => {
    const owner = chance.oneIn(2) ? (chance.pick(people) ?? null) : null;
    return {
      id: `brought-${index}`,
      text: `Promise ${index}`,
      owner,
      ownerName: owner === null && chance.oneIn(2) ? null : `Owner ${index}`,
      due: chance.oneIn(2) ? null : '2026-12-01',
      meeting: 'An earlier one',
      since: 1_700_000_000_000 + index,
      times: index,
      missed: index,
      ...(index === 3 && { promised: false }),
    };
  });
  const news = Array.from({ length: chance.below(4) }, (_, index) => ({
    id: `news-${index}`,
    kind: 'task' as const,
    text: `Finished ${index}`,
    by: null,
    meeting: 'An earlier one',
  }));
  const done = ['done-0', 'done-1'].map((id) => ({
    id,
    text: `Promise ${id}`,
    owner: null,
    ownerName: null,
    due: null,
    meeting: 'An earlier one',
    since: 1_690_000_000_000,
    doneAt: 1_700_000_000_000,
  }));
  return { tasks, agenda: [], done, news };
}
