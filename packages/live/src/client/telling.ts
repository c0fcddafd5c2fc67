import type { FromClient } from '../messages/index.ts';
import type { ClientClock } from './ports.ts';
import type { Doing } from './state.ts';

/** At most one message in so many ms. */
const EVERY = 100;

/** Tells others what this person is doing: only the latest, only when it changed, not too often. */
export function createTelling(clock: ClientClock, send: (message: FromClient) => boolean) {
  let doing: Doing | null = null;
  let told = '';
  let isWaiting = false;

  function say(): void {
    if (!doing || isWaiting) return;
    const text = JSON.stringify(doing);
    if (text === told || !send({ t: 'now', ...doing })) return;
    told = text;
    isWaiting = true;
    clock.after(EVERY, () => {
      isWaiting = false;
      say();
    });
  }

  return {
    tell: (now: Doing): void => {
      doing = now;
      say();
    },
    /** A new connection has heard nothing yet. */
    again: (): void => {
      told = '';
      say();
    },
  };
}
