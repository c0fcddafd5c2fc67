import { createRoute } from '@tanstack/react-router';
import { home, inside } from './home.ts';
import { lazyScreen } from './screens.tsx';

const KINDS = ['topic', 'task', 'answer', 'report', 'outcome'] as const;
const SHOWN = ['meeting', 'task', 'report', 'team'] as const;

interface Searched {
  words?: string;
  kind?: (typeof KINDS)[number];
  team?: string;
  from?: string;
  to?: string;
}

const oneOf = <Each extends string>(all: readonly Each[], value: unknown): Each | undefined =>
  all.find((each) => each === value);
const dayIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

export const searchRoute = createRoute({
  getParentRoute: () => home,
  path: '/search',
  // What was looked for is in the address, so that going back finds it again.
  validateSearch: ({ words, kind, team, from, to }: Record<string, unknown>): Searched => ({
    // A number was typed, or `true`, which the router has read as such.
    ...((typeof words === 'string' || typeof words === 'number' || typeof words === 'boolean') && {
      words: String(words),
    }),
    ...(oneOf(KINDS, kind) && { kind: oneOf(KINDS, kind) }),
    ...(typeof team === 'string' && { team }),
    ...(dayIn(from) !== undefined && { from: dayIn(from) }),
    ...(dayIn(to) !== undefined && { to: dayIn(to) }),
  }),
  component: lazyScreen(() => import('../screens/search/Search.tsx')),
});

interface Narrowed {
  kind?: (typeof SHOWN)[number];
  /** Meetings of this activity alone. */
  activity?: string;
}

export const timelineRoute = createRoute({
  getParentRoute: () => home,
  path: '/teams/$team/timeline',
  validateSearch: ({ kind, activity }: Record<string, unknown>): Narrowed => ({
    ...(oneOf(SHOWN, kind) && { kind: oneOf(SHOWN, kind) }),
    ...(typeof activity === 'string' && { activity }),
  }),
  component: lazyScreen(() => import('../screens/timeline/Timeline.tsx')),
});

export const todayRoutes = [
  inside('/', () => import('../screens/today/Today.tsx')),
  searchRoute,
  timelineRoute,
] as const;
