import type { PhaseId, View } from '@rondo/meeting';

/** The phase's own parts as its kind made them: the types are what the kind says. */
export const partsOf = <Settings, State, HandState>(
  view: View,
  phase: PhaseId,
): { settings: Settings; state: State; hand: HandState | undefined } => ({
  settings: view.board.phases[phase]?.settings as Settings,
  state: view.board.phases[phase]?.state as State,
  hand: view.hand.phases[phase] as HandState | undefined,
});
