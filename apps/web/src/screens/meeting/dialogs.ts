import { lazy } from 'react';
import { loadLaterWords } from '../../language/language.ts';

/** With all words: its form for new members is one of the team's screens too. */
const loadInvite = async () => {
  const [dialog] = await Promise.all([
    import('./InviteDialog.tsx').then(({ InviteDialog }) => ({ default: InviteDialog })),
    loadLaterWords(),
  ]);
  return dialog;
};
const loadWindow = async () => {
  const [dialog] = await Promise.all([
    import('../window/WindowDialog.tsx').then(({ WindowDialog }) => ({ default: WindowDialog })),
    loadLaterWords(),
  ]);
  return dialog;
};
const loadPeople = () => import('./PeopleSheet.tsx');
const loadPanels = () => import('./MeetingPanels.tsx');

// Opened by a tap, so nobody waits for them before the first card: 4 kB.
export const InviteDialog = lazy(loadInvite);
export const WindowDialog = lazy(loadWindow);
export const PeopleSheet = lazy(async () => ({ default: (await loadPeople()).PeopleSheet }));
export const MeetingPanels = lazy(async () => ({ default: (await loadPanels()).MeetingPanels }));

/** Fetches them before they are needed, so that they also open without a connection. */
export function preloadDialogs(): void {
  // A failed fetch shows when the dialog is really asked for.
  for (const load of [loadInvite, loadWindow, loadPeople, loadPanels])
    load().catch(() => undefined);
}
