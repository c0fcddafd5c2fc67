import type { ComponentType } from 'react';

/** A form gets settings of its own kind and gives back such; the registry has forgotten which they are. */
type Load = () => Promise<{ default: ComponentType<never> }>;

/** For each kind, the form with which somebody who composes an activity edits its settings. */
export const settingsForms: Readonly<Record<string, Load>> = {
  agenda: () => import('./agenda/ui/Settings.tsx'),
  appreciate: () => import('./appreciate/ui/Settings.tsx'),
  breakout: () => import('./breakout/ui/Settings.tsx'),
  collect: () => import('./collect/ui/Settings.tsx'),
  discuss: () => import('./discuss/ui/Settings.tsx'),
  estimate: () => import('./estimate/ui/Settings.tsx'),
  icebreaker: () => import('./icebreaker/ui/Settings.tsx'),
  poll: () => import('./poll/ui/Settings.tsx'),
  rank: () => import('./rank/ui/Settings.tsx'),
  rate: () => import('./rate/ui/Settings.tsx'),
  report: () => import('./report/ui/Settings.tsx'),
  review: () => import('./review/ui/Settings.tsx'),
  respond: () => import('./respond/ui/Settings.tsx'),
  updates: () => import('./updates/ui/Settings.tsx'),
  vote: () => import('./vote/ui/Settings.tsx'),
  'wrap-up': () => import('./wrap-up/ui/Settings.tsx'),
};
