import { inside } from './home.ts';

export const mailRoute = inside('/outbox/$mail', () => import('../screens/outbox/ReadMail.tsx'));

/** For the owner of this server. */
export const serverRoutes = [
  inside('/outbox', () => import('../screens/outbox/Outbox.tsx')),
  mailRoute,
  inside('/server', () => import('../screens/server/Server.tsx')),
  inside('/server/metrics', () => import('../screens/metrics/ServerMetrics.tsx')),
] as const;
