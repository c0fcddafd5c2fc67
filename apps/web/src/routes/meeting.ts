import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { knownToFail } from '../shell/release/notLoaded.ts';
import { root } from './root.tsx';

/** A meeting's own page: with or without an account. */
export const meetingRoute = createRoute({
  getParentRoute: () => root,
  path: '/m/$meeting',
  // Asks while the screens are still on their way.
  loader: ({ params }) => call.meetings.door(params),
  component: lazyRouteComponent(knownToFail(() => import('../screens/meeting/Meeting.tsx'))),
});
