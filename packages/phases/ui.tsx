import type { PhaseId, PhaseKind } from '@rondo/meeting';
import { lazy, useState, type ComponentType } from 'react';
import { arrived } from './here.ts';

export { onPhaseArrival, phasesHere } from './here.ts';

interface ScreenProps {
  phaseId: PhaseId;
}

type Screen = ComponentType<ScreenProps>;
type Load = () => Promise<{ default: Screen; kind: PhaseKind }>;

const loaders: Readonly<Record<string, Load>> = {
  agenda: () => import('./agenda/ui/index.ts'),
  appreciate: () => import('./appreciate/ui/index.ts'),
  breakout: () => import('./breakout/ui/index.ts'),
  collect: () => import('./collect/ui/index.ts'),
  discuss: () => import('./discuss/ui/index.ts'),
  estimate: () => import('./estimate/ui/index.ts'),
  group: () => import('./group/ui/index.ts'),
  icebreaker: () => import('./icebreaker/ui/index.ts'),
  poll: () => import('./poll/ui/index.ts'),
  rank: () => import('./rank/ui/index.ts'),
  rate: () => import('./rate/ui/index.ts'),
  report: () => import('./report/ui/index.ts'),
  respond: () => import('./respond/ui/index.ts'),
  review: () => import('./review/ui/index.ts'),
  updates: () => import('./updates/ui/index.ts'),
  vote: () => import('./vote/ui/index.ts'),
  'wrap-up': () => import('./wrap-up/ui/index.ts'),
};

/** Those that are here already. */
const loaded = new Map<string, Screen>();
async function load(kind: string, from: Load): Promise<{ default: Screen }> {
  const module = await from();
  loaded.set(kind, module.default);
  arrived(module.kind);
  return module;
}

const lazyScreens: ReadonlyMap<string, Screen> = new Map(
  Object.entries(loaders).map(([kind, from]) => [kind, lazy(() => load(kind, from))]),
);

/**
 * The screen of a phase; give it the phase as its key. One that was fetched before is there at once:
 * a lazy component would show an empty board first, and cards could not fly from one phase to the next.
 */
export function PhaseScreen({ kind, phaseId }: ScreenProps & { kind: string }) {
  // Chosen once: another component in its place would lose what the screen holds.
  const [{ Screen }] = useState(() => ({ Screen: loaded.get(kind) ?? lazyScreens.get(kind) }));
  return Screen ? <Screen phaseId={phaseId} /> : null;
}

/** Fetches a screen before it is needed, so that a phase opens at once also on a slow network. */
export async function preloadScreen(kind: string): Promise<void> {
  const from = loaders[kind];
  // A failed fetch shows when the screen is really asked for.
  if (from) await load(kind, from).catch(() => undefined);
}
