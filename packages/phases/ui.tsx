import type { PhaseId } from '@rondo/meeting';
import { lazy, useState, type ComponentType } from 'react';

interface ScreenProps {
  phaseId: PhaseId;
}

type Screen = ComponentType<ScreenProps>;
type Load = () => Promise<{ default: Screen }>;

const loaders: Readonly<Record<string, Load>> = {
  collect: () => import('./collect/ui/Collect.tsx'),
  discuss: () => import('./discuss/ui/Discuss.tsx'),
  group: () => import('./group/ui/Group.tsx'),
  icebreaker: () => import('./icebreaker/ui/Icebreaker.tsx'),
  vote: () => import('./vote/ui/Vote.tsx'),
  'wrap-up': () => import('./wrap-up/ui/WrapUp.tsx'),
};

/** Those that are here already. */
const loaded = new Map<string, Screen>();

async function load(kind: string, from: Load): Promise<{ default: Screen }> {
  const module = await from();
  loaded.set(kind, module.default);
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
export function preloadScreen(kind: string): void {
  const from = loaders[kind];
  // A failed fetch shows when the screen is really asked for.
  if (from) load(kind, from).catch(() => undefined);
}
