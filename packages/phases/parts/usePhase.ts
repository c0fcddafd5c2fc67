import { useView } from '@rondo/live/react';
import type { Phase, PhaseId } from '@rondo/meeting';

export interface PhaseOf<Settings, State> {
  phase: Phase;
  status: Phase['status'];
  settings: Settings;
  state: State;
}

/** A phase as its own kind knows it: the caller is that kind's screen, so it names the right shapes. */
export function usePhase<Settings extends object, State extends object>(
  id: PhaseId,
): PhaseOf<Settings, State> {
  const phase = useView((view) => view.board.phases[id]);
  if (!phase) throw new Error(`a screen is shown for ${id}, which this meeting has not`);
  return {
    phase,
    status: phase.status,
    // Only the screen of a kind asks, with the types of that kind.
    settings: phase.settings as Settings,
    state: phase.state as State,
  };
}
