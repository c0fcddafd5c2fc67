import { createRoute } from '@tanstack/react-router';
import { root } from './root.tsx';
import { outside, querying, type Load } from './screens.tsx';

/** A path a person came from, to return to after signing in; only paths of this app. */
const next = (search: Record<string, unknown>): { next?: string } => {
  const path = search['next'];
  return typeof path === 'string' && /^\/[^/\\]/.test(path) ? { next: path } : {};
};

const comingBack = <const Path extends string>(path: Path, load: Load) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: next,
    component: querying(load),
  });

export const signInRoute = comingBack('/sign-in', () => import('../screens/sign-in/SignIn.tsx'));
export const signUpRoute = comingBack('/sign-up', () => import('../screens/sign-in/SignUp.tsx'));
export const signInRoutes = [
  signInRoute,
  signUpRoute,
  comingBack('/forgot-password', () => import('../screens/sign-in/ForgotPassword.tsx')),
  comingBack('/first-start', () => import('../screens/first-start/FirstStart.tsx')),
  // The tokens of mailed or shared links come behind the #, so no server on the way sees them.
  outside('/join', () => import('../screens/join/Join.tsx')),
  // Where mailed links lead that sign in or make the account.
  outside('/enter', () => import('../screens/sign-in/Enter.tsx')),
  outside('/new-password', () => import('../screens/sign-in/NewPassword.tsx')),
] as const;
