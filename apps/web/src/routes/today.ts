import { createRoute } from '@tanstack/react-router';
import { home } from './home.ts';

/** The address without anything behind it: to the team somebody was in last. */
const startRoute = createRoute({
  getParentRoute: () => home,
  path: '/',
  beforeLoad: async () => {
    const { goToTeam } = await import('../shell/signedIn.ts');
    await goToTeam();
  },
});

export const todayRoutes = [startRoute] as const;
