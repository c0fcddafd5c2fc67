import { lazy } from 'react';

const loadInvite = () => import('./InviteDialog.tsx');
const loadPeople = () => import('./PeopleSheet.tsx');
const loadPanels = () => import('./MeetingPanels.tsx');

// Opened by a tap, so nobody waits for them before the first card: 4 kB.
export const InviteDialog = lazy(async () => ({ default: (await loadInvite()).InviteDialog }));
export const PeopleSheet = lazy(async () => ({ default: (await loadPeople()).PeopleSheet }));
export const MeetingPanels = lazy(async () => ({ default: (await loadPanels()).MeetingPanels }));

/** Fetches them before they are needed, so that they also open without a connection. */
export function preloadDialogs(): void {
  // A failed fetch shows when the dialog is really asked for.
  for (const load of [loadInvite, loadPeople, loadPanels]) load().catch(() => undefined);
}
