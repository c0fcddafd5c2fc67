import { createLiveClient, type LiveClient, type Transport } from '@rondo/live/client';
import { newId } from '@rondo/live/react';
import type { MeetingId } from '@rondo/meeting';
import { onPhaseArrival, phasesHere } from '@rondo/phases/ui';
import { takePart } from '../shell/release/atStake.ts';
import { serverMayBeNew } from '../shell/release/occasion.ts';
import { createCommandStore } from './commandStore.ts';
import { socket } from './socket.ts';
import { stakeOf } from './stakeOf.ts';
import { stream } from './stream.ts';
import { eitherOf } from './transport.ts';

/** Which way gets through is a property of the network, not of one meeting. */
const either = eitherOf(socket, stream);

/** A server that ends sends its people to the next one, which may be of another release. */
const transport: Transport = {
  connect: (on) =>
    either.connect({
      ...on,
      open: () => {
        serverMayBeNew();
        on.open();
      },
    }),
};

/**
 * Goes into a meeting with what this browser has. Call `close` when its screen goes away. After
 * `closed` (signed in again, meeting unlocked) join anew; what was unsent comes along.
 */
export function joinMeeting(meeting: MeetingId): LiveClient {
  const client = createLiveClient({
    meeting,
    registry: phasesHere,
    transport,
    store: createCommandStore(meeting),
    clock: {
      // Does not jump when somebody sets the device's clock.
      now: () => performance.timeOrigin + performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    chance: { random: Math.random, id: () => newId<'client'>() },
    report: reportError,
  });

  const woken = new AbortController();
  const wake = (): void => {
    if (document.visibilityState === 'visible') client.wake();
  };
  window.addEventListener('online', wake, woken);
  window.addEventListener('pageshow', wake, woken);
  document.addEventListener('visibilitychange', wake, woken);

  const forget = onPhaseArrival(client.rethink);
  const leave = takePart(() => stakeOf(client.getState()));
  return {
    ...client,
    close: () => {
      forget();
      leave();
      woken.abort();
      client.close();
    },
  };
}
