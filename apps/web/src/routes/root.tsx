import { createRootRoute, Outlet } from '@tanstack/react-router';
import { Broken } from '../shell/Broken.tsx';
import { NotFound } from '../shell/NotFound.tsx';

export const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});
