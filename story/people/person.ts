import type { LiveClient } from '@rondo/live/client';
import { meetingCommands, type MeetingId } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { frameOrder } from '../../apps/server/src/live/testing/frame-order.ts';
import { openTab } from '../../apps/server/src/live/testing/tab.ts';
import type { Deed } from '../../apps/server/src/operations/rehearsal/deeds.ts';
import type { Noticed } from './noticed.ts';
import type { Seen } from './seen.ts';
import type { Way } from './way.ts';

/**
 * Somebody in a meeting: the app's own live client, and what they notice, by scenes. The people of the
 * faults keep every word for a checker instead; here hundreds are in meetings for minutes, and write down
 * in one book.
 */
export interface Person {
  readonly name: string;
  readonly meeting: MeetingId;
  readonly client: LiveClient;
  readonly act: (deed: Deed) => void;
  /** Actions that nobody has answered. */
  readonly unanswered: () => number;
  /** Cards and comments that the server has said are there, by their ids. */
  readonly made: Set<string>;
  /** A banner that is still shown ends here, for what is counted. */
  readonly closeBook: () => void;
  readonly leave: () => void;
}

interface Ticket {
  readonly name: string;
  readonly meeting: MeetingId;
  readonly cookie: string;
  readonly way: Way;
  readonly seen: Seen;
  /** Where it is written down just now. */
  readonly book: () => Noticed;
}

/** So long without a connection, and a banner says so, ms. */
const BANNER_MS = 1_000;
/** Somebody who waits longer for a handshake thinks that nobody is there, ms. */
const HANDSHAKE_MS = 10_000;

export function person({ name, meeting, cookie, way, seen, book }: Ticket): Person {
  let connections = 0;
  let unanswered = 0;
  const made = new Set<string>();
  const refused = (): void => {
    book().refusals++;
    book().refused.add(name);
  };
  const { client } = openTab(
    {
      meeting,
      cookie,
      urlNow: () => way.url,
      options: { ...way.options, handshakeTimeout: HANDSHAKE_MS },
    },
    {
      onlooker: () => {
        let isIn = false;
        const follows = frameOrder(() => book().outOfOrder++);
        return {
          opened: () => {
            if (connections++ > 0) book().moved++;
          },
          refused,
          cut: () => book().forced++,
          heard: (message) => {
            if (message.t === 'welcome') isIn = true;
            if (message.t === 'bye' && !isIn) refused();
            follows(message);
          },
        };
      },
    },
  );

  let awaySince: number | undefined;
  const isBack = (): void => {
    if (awaySince === undefined) return;
    const ms = performance.now() - awaySince;
    awaySince = undefined;
    if (ms > BANNER_MS) book().banners.push(ms);
  };
  client.subscribe(() => {
    const { is } = client.getState().status;
    if (is === 'offline' || is === 'closed') awaySince ??= performance.now();
    else if (is === 'live') isBack();
  });
  seen.watch(client);

  return {
    name,
    meeting,
    client,
    made,
    unanswered: () => unanswered,
    act: ({ phase, command: named, args }) => {
      const kind = phase && client.getState().view?.board.phases[phase]?.kind;
      const commands = phase === null ? meetingCommands : phases[kind ?? '']?.commands;
      const command = commands?.[named];
      if (!command) throw new Error(`there is no command ${named} any more`);
      book().actions++;
      unanswered++;
      const at = performance.now();
      void client.send(phase, command, args).then((answer) => {
        unanswered--;
        if (answer !== 'done') return;
        seen.done(client.getState().seq, at);
        const { id } = args as { id?: string };
        if (id !== undefined && /^add(Card|Comment)$/.test(named)) made.add(id);
      });
    },
    closeBook: () => {
      if (awaySince === undefined) return;
      isBack();
      awaySince = performance.now();
    },
    leave: () => {
      seen.left(client);
      client.close();
    },
  };
}
