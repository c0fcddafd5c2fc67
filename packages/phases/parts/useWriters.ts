import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { sameItems, useLive } from '@rondo/live/react';
import { nameOf, type ParticipantId, type PhaseId } from '@rondo/meeting';

/** Who else writes at a place right now, as a sentence; null: nobody. */
export function useWriters(phase: PhaseId, place: string): string | null {
  const { t } = useLingui();
  const names = useLive(
    ({ people, view }) =>
      // The record's own keys are participant ids.
      (Object.keys(people) as ParticipantId[]).flatMap((id) =>
        people[id]?.at === phase && people[id].typing === place && view
          ? [nameOf(view.board, id)]
          : [],
      ),
    sameItems,
  );
  const [name] = names;
  if (!name) return null;
  return names.length === 1
    ? t`${name} is writing`
    : t`${plural(names.length, { one: '# person is writing', other: '# people are writing' })}`;
}
