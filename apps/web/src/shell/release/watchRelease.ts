import type { AnyRouter } from '@tanstack/react-router';
import { isWriting } from '../../api/call.ts';
import { atStake } from './atStake.ts';
import { watchAttention } from './attention.ts';
import { mayLoadAnew, type Moment } from './loadAnew.ts';
import { onOccasion, serverMayBeNew } from './occasion.ts';
import { buildOfServer, ownBuild } from './ownBuild.ts';

/** Within this time after an occasion to ask the server, ms: hundreds may have the same occasion. */
const SPREAD = 5_000;
/** How often a page asks that has no other occasion, ms. */
const EVERY = 30 * 60_000;
/** Who comes back after this time, ms, may have missed a release. */
const AWAY = 5 * 60_000;
/** How often an old page looks whether it may go, ms. */
const LOOK = 10_000;

const LAST = 'rondo.loaded-anew-at';

/**
 * Finds out when the server has another build of the web app, and loads the page anew where nobody
 * notices: on the way to another screen, at the end of a meeting, or in a pause.
 */
export function watchRelease(router: AnyRouter): void {
  if (ownBuild === null) return;
  const attention = watchAttention();
  let isOld = false;
  let asking: number | undefined;

  const may = (occasion: Moment['occasion']): boolean => {
    const stake = atStake();
    return mayLoadAnew({
      occasion,
      idleMs: attention.idleMs(),
      inMeeting: stake !== null,
      hasUnsent: stake?.hasUnsent === true || attention.hasBegun(),
      leadsTimer: stake?.leadsTimer === true,
      isWriting: isWriting(),
      sinceLastMs: Date.now() - lastTime(),
    });
  };

  async function look(): Promise<void> {
    const build = await buildOfServer();
    if (build !== 'offline') isOld = build === 'other';
  }

  async function goInPause(): Promise<void> {
    if (!isOld || !may('pause')) return;
    // Nobody is there to try again, should the server be away just now.
    if ((await buildOfServer()) !== 'other' || !may('pause') || !rememberTime()) return;
    location.reload();
  }

  onOccasion(() => {
    asking ??= window.setTimeout(() => {
      asking = undefined;
      void look();
    }, Math.random() * SPREAD);
  });
  setInterval(serverMayBeNew, EVERY);
  setInterval(() => void goInPause(), LOOK);

  let hiddenAt = Infinity;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hiddenAt = performance.now();
    else if (performance.now() - hiddenAt > AWAY) serverMayBeNew();
  });

  router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
    if (!isOld || !pathChanged || !navigator.onLine || !may('navigation')) return;
    // The address is the new one then, and what is loaded is the screen that it leads to.
    router.history.flush();
    location.reload();
  });
}

function lastTime(): number {
  try {
    return Number(sessionStorage.getItem(LAST) ?? -Infinity);
  } catch {
    // Where nothing can be kept, `rememberTime` says no.
    return -Infinity;
  }
}

/** @returns whether this browser keeps it */
function rememberTime(): boolean {
  try {
    sessionStorage.setItem(LAST, String(Date.now()));
    return true;
  } catch {
    return false;
  }
}
