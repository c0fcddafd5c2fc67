import type { ParticipantId } from '@rondo/meeting';
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
  return { people: next, writing: message.writing ?? (message.all ? {} : writing) };
}
