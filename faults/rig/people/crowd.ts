import { CLOSE, PROTOCOL, type FromClient, type FromServer } from '@rondo/live/messages';
import { WebSocket } from 'ws';
import { newId } from '../../../apps/server/src/live/machine.ts';
import { cookieName } from '../../../apps/server/src/meetings/credentials.ts';
import type { Seat } from '../../../apps/server/src/operations/rehearsal/stage.ts';

/** `in`: sees its meeting. `waits`: was told to come back later. `broken`: anything else. */
export type Outcome = 'in' | 'waits' | 'broken';

/**
 * People who come once each, and stay, with nothing of the app but its first words: what counts is who
 * gets in. `light` comes back by itself, a `participant` is somebody with the whole app.
 */
export interface Crowd {
  /** As they are now, in the order of their seats: who was in and was cut off is `broken`. */
  readonly outcomes: () => Outcome[];
  readonly count: (outcome: Outcome) => number;
  readonly leave: () => void;
}

/** So long a person waits for a page to come to life, ms. */
const PATIENCE_MS = 3_000;

/**
 * Everybody takes their seat in a meeting, through whatever stands at `url`.
 * @param atATime how many are on their way at the same moment
 */
export async function crowd(url: string, seats: readonly Seat[], atATime = 20): Promise<Crowd> {
  const outcomes: Outcome[] = seats.map(() => 'broken');
  const sockets: WebSocket[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < seats.length) {
      const at = next++;
      const seat = seats[at];
      if (seat) await come(seat, (outcome) => (outcomes[at] = outcome));
    }
  };
  const come = ({ meeting, key }: Seat, tell: (outcome: Outcome) => void): Promise<void> =>
    new Promise((done) => {
      const web = new WebSocket(`${url.replace('http', 'ws')}/live`, {
        headers: { cookie: `${cookieName(meeting, { publicUrl: url })}=${key}` },
        origin: url,
        handshakeTimeout: PATIENCE_MS,
      });
      sockets.push(web);
      let isToldToWait = false;
      const late = setTimeout(() => web.terminate(), PATIENCE_MS);
      const settle = (outcome: Outcome): void => {
        clearTimeout(late);
        tell(outcome);
        done();
      };
      const join: FromClient = { t: 'join', v: PROTOCOL, meeting, client: newId<'client'>() };
      web.on('open', () => web.send(JSON.stringify(join)));
      web.on('message', (data: Buffer) => {
        // Only servers of ours are called.
        const { t } = JSON.parse(data.toString()) as FromServer;
        if (t === 'view') settle('in');
      });
      // `close` follows.
      web.on('error', (error) => (isToldToWait ||= /response: 503/.test(error.message)));
      web.on('close', (code) =>
        settle(isToldToWait || code === CLOSE.overloaded ? 'waits' : 'broken'),
      );
    });
  await Promise.all(Array.from({ length: Math.min(atATime, seats.length) }, worker));
  return {
    outcomes: () => [...outcomes],
    count: (outcome) => outcomes.filter((each) => each === outcome).length,
    leave: () => sockets.forEach((web) => web.terminate()),
  };
}
