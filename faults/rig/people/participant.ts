import { createLiveClient, type LiveClient } from '@rondo/live/client';
import type { FromClient, FromServer } from '@rondo/live/messages';
import type { Heard, Made } from '@rondo/live/testing';
import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { WebSocket } from 'ws';
import { machineChance } from '../../../apps/server/src/live/machine.ts';
import type { Seat } from './hall.ts';
import { nothingNoticed, type Noticed } from './noticed.ts';

/** Somebody in a meeting, at the app's own live client over real sockets; all that happens is kept. */
export interface Participant {
  readonly seat: Seat;
  readonly client: LiveClient;
  /** What each connection was told. */
  readonly heard: readonly Heard[];
  /** What they did, as the client has numbered it. */
  readonly made: Made[];
  readonly noticed: Noticed;
  /** Whatever the client says should not happen. */
  readonly defects: readonly string[];
}

/** @param urlNow where the server is to be found at this moment */
export function participant(seat: Seat, urlNow: () => string): Participant {
  const { meeting } = seat;
  const heard: Heard[] = [];
  const made: Made[] = [];
  const defects: string[] = [];
  const noticed = nothingNoticed();
  const client = createLiveClient({
    meeting,
    registry: phases,
    store: {
      adopt: async () => [],
      keep: async (person, id, { server: _, seq: __, ...command }) => {
        made.push({ ...command, person, client: id, answer: null });
      },
      forget: async () => undefined,
      close: () => undefined,
    },
    clock: {
      now: () => performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    chance: { random: Math.random, id: () => machineChance.id<'client'>() },
    report: (defect) => defects.push(String(defect)),
    transport: {
      connect: (on) => {
        const url = urlNow();
        const web = new WebSocket(`${url.replace('http', 'ws')}/live`, {
          headers: { cookie: seat.cookie },
          origin: url,
          // Proxies of tests have certificates that they have signed themselves.
          rejectUnauthorized: false,
        });
        const mine = connectionOf(meeting);
        let [wasOpen, isIn, isOurs] = [false, false, false];
        web.on('open', () => {
          wasOpen = true;
          noticed.connections++;
          heard.push(mine);
          on.open();
        });
        web.on('error', (error) => !wasOpen && !isOurs && noticed.refused.push(error.message));
        web.on('close', (code) => {
          if (wasOpen && !isOurs) noticed.forced.push(code);
          on.close(code);
        });
        web.on('message', (data: Buffer) => {
          const text = data.toString();
          // Only servers of ours are called.
          const message = JSON.parse(text) as FromServer;
          if (message.t === 'welcome') {
            isIn = true;
            mine.person = message.me;
          }
          if (message.t === 'bye' && !isIn) noticed.turnedAway.push(message.why);
          // Of who is here and of beats nobody can say what they should be.
          if (TOLD.has(message.t)) mine.texts.push(text);
          on.message(text);
        });
        return {
          send: (text) => {
            // Written by the client a moment ago.
            const message = JSON.parse(text) as FromClient;
            if (message.t === 'join') mine.since = message.since ?? null;
            if (web.readyState === web.OPEN) web.send(text);
          },
          close: () => {
            isOurs = true;
            web.terminate();
          },
        };
      },
    },
  });
  let wasInUntil: number | null = null;
  let wasIn = false;
  client.subscribe(() => {
    const { is } = client.getState().status;
    const isIn = is === 'live';
    if (isIn === wasIn) return;
    wasIn = isIn;
    if (!isIn) {
      noticed.banners.push(is);
      wasInUntil = performance.now();
    } else if (wasInUntil !== null) noticed.awayMs.push(performance.now() - wasInUntil);
  });
  return { seat, client, heard, made, noticed, defects };
}

/** A list of these is what a checker looks at. */
const TOLD: ReadonlySet<FromServer['t']> = new Set(['welcome', 'view', 'p']);

/** Whose it is shows when it was let in. */
function connectionOf(meeting: MeetingId): Heard & { person: ParticipantId } {
  return { person: `nobody in ${meeting}` as ParticipantId, since: null, texts: [] };
}
