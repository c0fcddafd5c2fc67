import { createRoute } from '@tanstack/react-router';
import { readFilters } from '../screens/library/filters.ts';
import { home, inside } from './home.ts';
import { lazyScreen } from './screens.tsx';

export const libraryRoute = createRoute({
  getParentRoute: () => home,
  path: '/teams/$team/library',
  // What somebody looked for is in the address, so that going back finds it again.
  validateSearch: readFilters,
  component: lazyScreen(() => import('../screens/library/Library.tsx')),
});

export const activityRoute = inside(
  '/teams/$team/library/$activity',
  () => import('../screens/activity/Activity.tsx'),
);

interface Composed {
  /** Begin with a copy of this activity. */
  from?: string;
  /** Make the next version of this one, a team's own. */
  edit?: string;
  /** Begin with this version of it instead of the newest. */
  version?: number;
}

export const composeRoute = createRoute({
  getParentRoute: () => home,
  path: '/teams/$team/compose',
  validateSearch: ({ from, edit, version }: Record<string, unknown>): Composed => ({
    ...(typeof from === 'string' && { from }),
    ...(typeof edit === 'string' && { edit }),
    ...(typeof version === 'number' && { version }),
  }),
  component: lazyScreen(() => import('../screens/compose/Compose.tsx')),
});

export const libraryRoutes = [libraryRoute, activityRoute, composeRoute] as const;
