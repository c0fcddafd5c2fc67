import { createRoute, createRouter, redirect, type Router } from '@tanstack/react-router';
import { knownToFail } from '../shell/release/notLoaded.ts';
import type { all } from './all.ts';
import { meetingRoute } from './meeting.ts';
import { root } from './root.tsx';

/**
 * Every other address. The routes of all screens are fetched with the first of them: on a guest's way to the
 * first card nobody needs them, and every new screen would make that way longer.
 */
const otherRoute = createRoute({
  getParentRoute: () => root,
  path: '$',
  beforeLoad: async ({ location }) => {
    await knownToFail(() => import('./all.ts'))();
    // `all.ts` has hung them under the same root, in place of this route.
    router.setRoutes(router.buildRouteTree());
    throw redirect({ href: location.href, replace: true });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([meetingRoute, otherRoute]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 300,
});

declare module '@tanstack/react-router' {
  interface Register {
    // With all screens, so that a link to any of them is checked, whether it is there already or not.
    router: Router<typeof all>;
  }
}
