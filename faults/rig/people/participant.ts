import type { LiveClient } from '@rondo/live/client';
import type { FromServer } from '@rondo/live/messages';
import type { Heard, Made } from '@rondo/live/testing';
import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { openTab, type Tab } from '../../../apps/server/src/live/testing/tab.ts';
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
  readonly defects: string[];
  readonly socket: Tab['socket'];
}

interface More {
  /** Keeps no record of what was heard and made, for runs that are longer than memory. */
  readonly forgets?: boolean;
  readonly heard?: (message: FromServer) => void;
}

/** @param urlNow where the server is to be found at this moment */
export function participant(
  seat: Seat,
  urlNow: () => string,
  { forgets = false, heard: alsoHeard }: More = {},
): Participant {
  const { meeting, cookie } = seat;
  const heard: Heard[] = [];
  const made: Made[] = [];
  const defects: string[] = [];
  const noticed = nothingNoticed();
  const { client, socket } = openTab(
    // Proxies of tests have certificates that they have signed themselves.
    { meeting, cookie, urlNow, options: { rejectUnauthorized: false } },
    {
      did: (person, id, { server: _, seq: __, ...command }) => {
        if (!forgets) made.push({ ...command, person, client: id, answer: null });
      },
      defect: (defect) => defects.push(String(defect)),
      onlooker: () => {
        const mine = connectionOf(meeting);
        let isIn = false;
        return {
          opened: () => {
            noticed.connections++;
            if (!forgets) heard.push(mine);
          },
          refused: (why) => noticed.refused.push(why),
          cut: (code) => noticed.forced.push(code),
          heard: (message, text) => {
            if (message.t === 'welcome') {
              isIn = true;
              mine.person = message.me;
            }
            if (message.t === 'bye' && !isIn) noticed.turnedAway.push(message.why);
            // Of who is here and of beats nobody can say what they should be.
            if (TOLD.has(message.t) && !forgets) mine.texts.push(text);
            alsoHeard?.(message);
          },
          said: (message) => {
            if (message.t === 'join') mine.since = message.since ?? null;
          },
        };
      },
    },
  );
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
  return { seat, client, heard, made, noticed, defects, socket };
}

/** A list of these is what a checker looks at. */
const TOLD: ReadonlySet<FromServer['t']> = new Set(['welcome', 'view', 'p']);

/** Whose it is shows when it was let in. */
function connectionOf(meeting: MeetingId): Heard & { person: ParticipantId } {
  return { person: `nobody in ${meeting}` as ParticipantId, since: null, texts: [] };
}
