import type { ParticipantId, PhaseId } from '@rondo/meeting';
import type { HereMessage, Presence } from '../messages/index.ts';
import type { LiveState } from './state.ts';

/** Who is here, after a message about it. */
export function heard(
  { people, writing }: Pick<LiveState, 'people' | 'writing'>,
  message: HereMessage,
  me: ParticipantId | null,
): Pick<LiveState, 'people' | 'writing'> {
  const next: Record<ParticipantId, Presence> = message.all ? {} : { ...people };
  // The record's own keys are participant ids.
  for (const [person, presence] of Object.entries(message.people) as [
    ParticipantId,
    Presence | null,
  ][]) {
    if (person === me || presence === null) delete next[person];
    else next[person] = presence;
  }
  return { people: next, writing: nextWriting(message.all ? {} : writing, message.writing) };
}

function nextWriting(
  known: LiveState['writing'],
  change: Record<PhaseId, string[]> | undefined,
): LiveState['writing'] {
  if (!change) return known;
  const next: Record<PhaseId, readonly string[]> = { ...known };
  for (const [phase, places] of Object.entries(change) as [PhaseId, string[]][]) {
    if (places.length === 0) delete next[phase];
    else next[phase] = places;
  }
  return next;
}
