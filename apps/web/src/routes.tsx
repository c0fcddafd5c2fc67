import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { api, errorCode } from './api/client.ts';
import { Broken } from './shell/Broken.tsx';
import { lastTeam } from './shell/lastTeam.ts';
import { NotFound } from './shell/NotFound.tsx';

interface Context {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

/** A path a person came from, to return to after signing in; only paths of this app. */
const next = (search: Record<string, unknown>): { next?: string } => {
  const path = search['next'];
  return typeof path === 'string' && /^\/[^/\\]/.test(path) ? { next: path } : {};
};

const outside = <const Path extends string>(
  path: Path,
  load: () => Promise<{ default: React.ComponentType }>,
) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: next,
    component: lazyRouteComponent(load),
  });

export const signInRoute = outside('/sign-in', () => import('./screens/sign-in/SignIn.tsx'));
export const signUpRoute = outside('/sign-up', () => import('./screens/sign-in/SignUp.tsx'));
export const forgotRoute = outside(
  '/forgot-password',
  () => import('./screens/sign-in/ForgotPassword.tsx'),
);
export const firstStartRoute = outside(
  '/first-start',
  () => import('./screens/first-start/FirstStart.tsx'),
);

/** The token comes behind the # of a mailed or shared link, so no server on the way sees it. */
export const joinRoute = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('./screens/join/Join.tsx')),
});

/** Where mailed links lead that sign in or make the account; the token is behind the # here too. */
export const enterRoute = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  component: lazyRouteComponent(() => import('./screens/sign-in/Enter.tsx')),
});

/** Its token is behind the # too. */
const newPasswordRoute = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('./screens/sign-in/NewPassword.tsx')),
});

/**
 * Everything for people with an account, inside the frame with the team's navigation. Who has none is
 * asked to sign in and comes back to the same address.
 */
const home = createRoute({
  getParentRoute: () => root,
  id: 'home',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      await queryClient.ensureQueryData(api.me.get.queryOptions({ input: {} }));
    } catch (error) {
      if (errorCode(error) !== 'signed-out') throw error;
      const server = await queryClient.ensureQueryData(api.server.info.queryOptions({ input: {} }));
      if (!server.claimed) throw redirect({ to: '/first-start' });
      throw redirect({ to: '/sign-in', search: { next: location.href } });
    }
  },
  component: lazyRouteComponent(() => import('./shell/Home.tsx')),
});

const inside = <const Path extends string>(
  path: Path,
  load: () => Promise<{ default: React.ComponentType }>,
) => createRoute({ getParentRoute: () => home, path, component: lazyRouteComponent(load) });

/** The address without anything behind it: to the team somebody was in last. */
const startRoute = createRoute({
  getParentRoute: () => home,
  path: '/',
  beforeLoad: async ({ context: { queryClient } }) => {
    const me = await queryClient.ensureQueryData(api.me.get.queryOptions({ input: {} }));
    const teams = me.organizations.flatMap((each) => each.teams);
    const team = teams.find((each) => each.id === lastTeam()) ?? teams[0];
    throw team
      ? redirect({ to: '/teams/$team', params: { team: team.id } })
      : redirect({ to: '/account' });
  },
});
export const teamRoute = inside('/teams/$team', () => import('./screens/team/Team.tsx'));
export const teamSettingsRoute = inside(
  '/teams/$team/settings',
  () => import('./screens/team-settings/TeamSettings.tsx'),
);
export const libraryRoute = inside(
  '/teams/$team/library',
  () => import('./screens/library/Library.tsx'),
);
export const activityRoute = inside(
  '/teams/$team/library/$activity',
  () => import('./screens/activity/Activity.tsx'),
);
export const accountRoute = inside('/account', () => import('./screens/account/Account.tsx'));
export const outboxRoute = inside('/outbox', () => import('./screens/outbox/Outbox.tsx'));
export const mailRoute = inside('/outbox/$mail', () => import('./screens/outbox/ReadMail.tsx'));

/** A meeting's own page: with or without an account. */
export const meetingRoute = createRoute({
  getParentRoute: () => root,
  path: '/m/$meeting',
  component: lazyRouteComponent(() => import('./screens/meeting/Meeting.tsx')),
});
export const outcomeRoute = createRoute({
  getParentRoute: () => root,
  path: '/m/$meeting/outcome',
  component: lazyRouteComponent(() => import('./screens/outcome/Outcome.tsx')),
});

const tree = root.addChildren([
  signInRoute,
  signUpRoute,
  forgotRoute,
  newPasswordRoute,
  firstStartRoute,
  joinRoute,
  enterRoute,
  meetingRoute,
  outcomeRoute,
  home.addChildren([
    startRoute,
    teamRoute,
    teamSettingsRoute,
    libraryRoute,
    activityRoute,
    accountRoute,
    outboxRoute,
    mailRoute,
  ]),
]);

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 300,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
