import { inside } from './home.ts';

export const reportsRoute = inside(
  '/teams/$team/reports',
  () => import('../screens/reports/Reports.tsx'),
);
export const reportRoute = inside('/reports/$report', () => import('../screens/report/Report.tsx'));

export const reportRoutes = [reportsRoute, reportRoute] as const;
