import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadLaterWords } from '../language/language.ts';
import { knownToFail } from '../shell/release/notLoaded.ts';
import { root } from './root.tsx';

export type Load = () => Promise<{ default: ComponentType }>;

// Any module with a screen in it: to name its type here would go round in circles with the screens
// that ask their own route for its parameters.
export const lazyScreen = <Module extends Record<string, unknown>>(load: () => Promise<Module>) =>
  lazyRouteComponent<Module>(knownToFail(load));

/**
 * A screen with the queries and words it needs. Queries come with the first such screen, not with the app: 11 kB
 * that a meeting does without, as it has its own live store.
 */
export const querying = (load: Load) =>
  lazyScreen(async () => {
    const [{ Queries }, { default: Screen }] = await Promise.all([
      import('../shell/Queries.tsx'),
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

/** A screen for anybody, with or without an account, outside of the frame with the navigation. */
export const outside = <const Path extends string>(path: Path, load: Load) =>
  createRoute({ getParentRoute: () => root, path, component: querying(load) });
