import { inside } from './home.ts';

export const accountRoute = inside('/account', () => import('../screens/account/Account.tsx'));

export const accountRoutes = [accountRoute] as const;
