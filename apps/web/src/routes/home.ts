import { createRoute } from '@tanstack/react-router';
import { BrokenInside } from '../shell/Broken.tsx';
import { root } from './root.tsx';
import { lazyScreen, querying, type Load } from './screens.tsx';

/** Everything for people with an account, inside the frame with the navigation. */
export const home = createRoute({
  getParentRoute: () => root,
  id: 'home',
  beforeLoad: async ({ location }) => {
    const { needAccount } = await import('../shell/signedIn.ts');
    await needAccount(location.href);
  },
  component: querying(() => import('../shell/Home.tsx')),
});

/** A screen inside that frame, which stays and leads elsewhere where the screen cannot be shown. */
export const inside = <const Path extends string>(path: Path, load: Load) =>
  createRoute({
    getParentRoute: () => home,
    path,
    component: lazyScreen(load),
    errorComponent: BrokenInside,
  });
