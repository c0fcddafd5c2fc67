import { outside } from './screens.tsx';

export const outcomeRoute = outside(
  '/m/$meeting/outcome',
  () => import('../screens/outcome/Outcome.tsx'),
);

export const playStoryRoute = outside(
  '/demo/$story',
  () => import('../screens/play/PlayStory.tsx'),
);

/** The link of a series, which always leads to its running meeting. */
export const seriesLinkRoute = outside('/s/$key', () => import('../screens/series/SeriesLink.tsx'));

/** For anybody, with or without an account. */
export const openRoutes = [
  outcomeRoute,
  seriesLinkRoute,
  // Meetings in this browser alone, with simulated teammates.
  outside('/demo', () => import('../screens/play/Demo.tsx')),
  playStoryRoute,
  // Its token is behind the # of a mailed link.
  outside('/unsubscribe', () => import('../screens/notifications/Unsubscribe.tsx')),
  outside('/play', () => import('../screens/play/Play.tsx')),
  // A link that carries a whole activity behind its #.
  outside('/compose', () => import('../screens/compose-link/ComposeLink.tsx')),
] as const;
