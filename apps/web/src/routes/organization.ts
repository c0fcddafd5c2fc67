import { inside } from './home.ts';

export const organizationRoute = inside(
  '/organizations/$organization',
  () => import('../screens/organization/Organization.tsx'),
);

export const organizationRoutes = [
  organizationRoute,
  inside('/organizations', () => import('../screens/organization/Organizations.tsx')),
  // Where the mail leads that verifies a domain; its token is behind the #.
  inside('/verify-domain', () => import('../screens/organization/VerifyDomain.tsx')),
] as const;
