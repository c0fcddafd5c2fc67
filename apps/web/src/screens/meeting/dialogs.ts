import { lazy } from 'react';
import { loadLaterWords } from '../../language/language.ts';

/** Its form for new members is a screen of the team's too. */
const loadInvite = async () => {
  const [module] = await Promise.all([import('./InviteDialog.tsx'), loadLaterWords()]);
  return module;
};
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
