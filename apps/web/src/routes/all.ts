import { accountRoutes } from './account.ts';
import { home } from './home.ts';
import { libraryRoutes } from './library.ts';
import { meetingRoute } from './meeting.ts';
import { openRoutes } from './open.ts';
import { organizationRoutes } from './organization.ts';
import { reportRoutes } from './reports.ts';
import { root } from './root.tsx';
import { scheduleRoutes } from './schedule.ts';
import { serverRoutes } from './server.ts';
import { signInRoutes } from './sign-in.ts';
import { taskRoutes } from './tasks.ts';
import { teamRoutes } from './team.ts';
import { todayRoutes } from './today.ts';

/** Every screen there is. A new one goes into the file of its area, a new area in here. */
export const all = root.addChildren([
  meetingRoute,
  ...signInRoutes,
  ...openRoutes,
  home.addChildren([
    ...todayRoutes,
    ...teamRoutes,
    ...taskRoutes,
    ...reportRoutes,
    ...libraryRoutes,
    ...scheduleRoutes,
    ...organizationRoutes,
    ...accountRoutes,
    ...serverRoutes,
  ]),
]);
