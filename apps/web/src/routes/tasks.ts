import { createRoute } from '@tanstack/react-router';
import { readBoardSearch, readMySearch } from '../screens/tasks/search.ts';
import { home } from './home.ts';
import { lazyScreen } from './screens.tsx';

export const boardRoute = createRoute({
  getParentRoute: () => home,
  path: '/teams/$team/tasks',
  // A task that is open, and what the board is narrowed to, can be linked.
  validateSearch: readBoardSearch,
  component: lazyScreen(() => import('../screens/tasks/TeamTasks.tsx')),
});

export const myTasksRoute = createRoute({
  getParentRoute: () => home,
  path: '/tasks',
  validateSearch: readMySearch,
  component: lazyScreen(() => import('../screens/tasks/MyTasks.tsx')),
});

export const taskRoutes = [boardRoute, myTasksRoute] as const;
