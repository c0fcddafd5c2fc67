import type { AnyRouter } from '@tanstack/react-router';
import { call } from '../api/call.ts';

/** Do Not Track, and its successor, which the types do not know yet. */
const objects = (): boolean =>
  navigator.doNotTrack === '1' ||
  ('globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true);

/**
 * Tells the server that another page is looked at: the pattern of its address, without ids, and nothing
 * about who looks. The first page it has counted itself.
 */
export function countViews(router: AnyRouter): void {
  if (objects()) return;
  router.subscribe('onResolved', ({ pathChanged }) => {
    const match: { fullPath?: string } | undefined = router.state.matches.at(-1);
    if (!pathChanged || !match?.fullPath) return;
    call.insight.view({ page: match.fullPath }).catch(() => {
      // A view that is not counted costs nobody anything.
    });
  });
}
