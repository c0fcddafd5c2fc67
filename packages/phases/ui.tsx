import type { PhaseId } from '@rondo/meeting';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

export interface PhaseScreenProps {
  phaseId: PhaseId;
}

type Load = () => Promise<{ default: ComponentType<PhaseScreenProps> }>;

const loaders: Readonly<Record<string, Load>> = {
  collect: () => import('./collect/ui/Collect.tsx'),
  discuss: () => import('./discuss/ui/Discuss.tsx'),
  group: () => import('./group/ui/Group.tsx'),
  icebreaker: () => import('./icebreaker/ui/Icebreaker.tsx'),
  vote: () => import('./vote/ui/Vote.tsx'),
  'wrap-up': () => import('./wrap-up/ui/WrapUp.tsx'),
};

/** The screen of every phase kind, loaded when it is first shown. */
export const phaseScreens: Readonly<Record<string, LazyExoticComponent<ComponentType<PhaseScreenProps>>>> =
  Object.fromEntries(Object.entries(loaders).map(([kind, load]) => [kind, lazy(load)]));

/** Fetches a screen before it is needed, so that a phase opens at once also on a slow network. */
export function preloadScreen(kind: string): void {
  // A failed fetch shows when the screen is really asked for.
  loaders[kind]?.().catch(() => undefined);
}
