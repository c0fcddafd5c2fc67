import { createRoute } from '@tanstack/react-router';
import { home, inside } from './home.ts';
import { lazyScreen } from './screens.tsx';

export const scheduleRoute = createRoute({
  getParentRoute: () => home,
  path: '/teams/$team/schedule',
  validateSearch: ({ activity }: Record<string, unknown>): { activity?: string } =>
    typeof activity === 'string' ? { activity } : {},
  component: lazyScreen(() => import('../screens/schedule/Schedule.tsx')),
});
export const seriesRoute = inside(
  '/teams/$team/series/$series',
  () => import('../screens/series/Series.tsx'),
);
export const editSeriesRoute = inside(
  '/teams/$team/series/$series/edit',
  () => import('../screens/schedule/EditSchedule.tsx'),
);

export const scheduleRoutes = [scheduleRoute, seriesRoute, editSeriesRoute] as const;
