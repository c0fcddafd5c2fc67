import { inside } from './home.ts';

export const teamRoute = inside('/teams/$team', () => import('../screens/team/Team.tsx'));
export const teamSettingsRoute = inside(
  '/teams/$team/settings',
  () => import('../screens/team-settings/TeamSettings.tsx'),
);

export const importRoute = inside(
  '/teams/$team/import',
  () => import('../screens/import/ImportMeeting.tsx'),
);

export const teamRoutes = [teamRoute, teamSettingsRoute, importRoute] as const;
