import { inside } from './home.ts';

export const accountRoute = inside('/account', () => import('../screens/account/Account.tsx'));

const notificationsRoute = inside(
  '/notifications',
  () => import('../screens/notifications/Notifications.tsx'),
);

const notificationSettingsRoute = inside(
  '/account/notifications',
  () => import('../screens/notifications/NotificationSettings.tsx'),
);

const accountDataRoute = inside(
  '/account/data',
  () => import('../screens/account-data/AccountData.tsx'),
);

export const accountRoutes = [
  notificationsRoute,
  notificationSettingsRoute,
  accountDataRoute,
  accountRoute,
] as const;
