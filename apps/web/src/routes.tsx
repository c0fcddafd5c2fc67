import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { call } from './api/call.ts';
import { loadLaterWords } from './language/language.ts';
import { readFilters } from './screens/library/filters.ts';
import { Broken } from './shell/Broken.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { knownToFail } from './shell/release/notLoaded.ts';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

type Load = () => Promise<{ default: ComponentType }>;

// Any module with a screen in it: to name its type here would go round in circles with the screens
// that ask their own route for its parameters.
const lazyScreen = <Module extends Record<string, unknown>>(load: () => Promise<Module>) =>
  lazyRouteComponent<Module>(knownToFail(load));

/**
 * A screen with the queries and words it needs. Queries come with the first such screen, not with the app: 11 kB
 * that a meeting does without, as it has its own live store.
 */
const querying = (load: Load) =>
  lazyScreen(async () => {
    const [{ Queries }, { default: Screen }] = await Promise.all([
      import('./shell/Queries.tsx'),
      load(),
      loadLaterWords(),
    ]);
    const Querying = () => (
      <Queries>
        <Screen />
      </Queries>
    );
    return { default: Querying };
  });

/** A path a person came from, to return to after signing in; only paths of this app. */
const next = (search: Record<string, unknown>): { next?: string } => {
  const path = search['next'];
  return typeof path === 'string' && /^\/[^/\\]/.test(path) ? { next: path } : {};
};

const outside = <const Path extends string>(path: Path, load: Load) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: next,
    component: querying(load),
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
  component: querying(() => import('./screens/join/Join.tsx')),
});

/** Where mailed links lead that sign in or make the account; the token is behind the # here too. */
export const enterRoute = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  component: querying(() => import('./screens/sign-in/Enter.tsx')),
});

/** Its token is behind the # too. */
const newPasswordRoute = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: querying(() => import('./screens/sign-in/NewPassword.tsx')),
});

/** Everything for people with an account, inside the frame with the team's navigation. */
const home = createRoute({
  getParentRoute: () => root,
  id: 'home',
  beforeLoad: async ({ location }) => {
    const { needAccount } = await import('./shell/signedIn.ts');
    await needAccount(location.href);
  },
  component: querying(() => import('./shell/Home.tsx')),
});

const inside = <const Path extends string>(path: Path, load: Load) =>
  createRoute({ getParentRoute: () => home, path, component: lazyScreen(load) });

/** The address without anything behind it: to the team somebody was in last. */
const startRoute = createRoute({
  getParentRoute: () => home,
  path: '/',
  beforeLoad: async () => {
    const { goToTeam } = await import('./shell/signedIn.ts');
    await goToTeam();
  },
});
export const teamRoute = inside('/teams/$team', () => import('./screens/team/Team.tsx'));
export const teamSettingsRoute = inside(
  '/teams/$team/settings',
  () => import('./screens/team-settings/TeamSettings.tsx'),
);
export const libraryRoute = createRoute({
  getParentRoute: () => home,
  path: '/teams/$team/library',
  // What somebody looked for is in the address, so that going back finds it again.
  validateSearch: readFilters,
  component: lazyScreen(() => import('./screens/library/Library.tsx')),
});
export const activityRoute = inside(
  '/teams/$team/library/$activity',
  () => import('./screens/activity/Activity.tsx'),
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
  component: lazyScreen(() => import('./screens/compose/Compose.tsx')),
});
export const scheduleRoute = createRoute({
  getParentRoute: () => home,
  path: '/teams/$team/schedule',
  validateSearch: ({ activity }: Record<string, unknown>): { activity?: string } =>
    typeof activity === 'string' ? { activity } : {},
  component: lazyScreen(() => import('./screens/schedule/Schedule.tsx')),
});
export const seriesRoute = inside(
  '/teams/$team/series/$series',
  () => import('./screens/series/Series.tsx'),
);
export const editSeriesRoute = inside(
  '/teams/$team/series/$series/edit',
  () => import('./screens/schedule/EditSchedule.tsx'),
);
export const accountRoute = inside('/account', () => import('./screens/account/Account.tsx'));
export const outboxRoute = inside('/outbox', () => import('./screens/outbox/Outbox.tsx'));
export const mailRoute = inside('/outbox/$mail', () => import('./screens/outbox/ReadMail.tsx'));
const serverRoute = inside('/server', () => import('./screens/server/Server.tsx'));

/** A meeting's own page: with or without an account. */
export const meetingRoute = createRoute({
  getParentRoute: () => root,
  path: '/m/$meeting',
  // Asks while the screens are still on their way.
  loader: ({ params }) => call.meetings.door(params),
  component: lazyScreen(() => import('./screens/meeting/Meeting.tsx')),
});
export const outcomeRoute = createRoute({
  getParentRoute: () => root,
  path: '/m/$meeting/outcome',
  component: querying(() => import('./screens/outcome/Outcome.tsx')),
});

/** Meetings in this browser alone, with simulated teammates; for anybody. */
export const demoRoute = outside('/demo', () => import('./screens/play/Demo.tsx'));
export const playStoryRoute = createRoute({
  getParentRoute: () => root,
  path: '/demo/$story',
  component: querying(() => import('./screens/play/PlayStory.tsx')),
});
const playRoute = outside('/play', () => import('./screens/play/Play.tsx'));

/** A link that carries a whole activity behind its #; with or without an account. */
const composeLinkRoute = createRoute({
  getParentRoute: () => root,
  path: '/compose',
  component: querying(() => import('./screens/compose-link/ComposeLink.tsx')),
});

/** The link of a series, which always leads to its running meeting; with or without an account. */
export const seriesLinkRoute = createRoute({
  getParentRoute: () => root,
  path: '/s/$key',
  component: querying(() => import('./screens/series/SeriesLink.tsx')),
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
  seriesLinkRoute,
  demoRoute,
  playStoryRoute,
  playRoute,
  composeLinkRoute,
  home.addChildren([
    startRoute,
    teamRoute,
    teamSettingsRoute,
    libraryRoute,
    activityRoute,
    composeRoute,
    scheduleRoute,
    seriesRoute,
    editSeriesRoute,
    accountRoute,
    outboxRoute,
    mailRoute,
    serverRoute,
  ]),
]);

export const createAppRouter = () =>
  createRouter({
    routeTree: tree,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 300,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
