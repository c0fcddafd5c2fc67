import type { MeetingId } from '@rondo/meeting';
import { PROTOCOL } from '../messages/index.ts';
import { createLink, type LinkPorts } from './link.ts';
import { createSender } from './sender.ts';
import type { CommandStream, Settled } from './stream.ts';

export interface DrainEvents {
  /** These were answered, as of entry `s`. */
  readonly settled: (settled: readonly Settled[], s: number) => void;
  /** Nothing is left, or nothing more can be done. */
  readonly done: () => void;
}

/**
 * Sends what an earlier visit left behind, as the client it was numbered for, over a connection of
 * its own. What it hears beside the answers it leaves to the present visit. Returns how to stop.
 */
export function drain(
  stream: CommandStream,
  meeting: MeetingId,
  since: () => number,
  ports: LinkPorts,
  on: DrainEvents,
): () => void {
  let isOver = false;
  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    link.close();
    on.done();
  };

  const link = createLink(ports, {
    join: () => ({ t: 'join', v: PROTOCOL, meeting, client: stream.client, since: since() }),
    message: (message) => {
      if (message.t === 'welcome') sender.welcome(message);
      else if (message.t === 'p') sender.patch(message);
      else return;
      if (stream.unanswered().length === 0) finish();
    },
    down: () => sender.down(),
    stopped: finish,
  });

  const sender = createSender(
    stream,
    { clock: ports.clock, send: link.send, rejoin: link.rejoin },
    {
      settled: on.settled,
      // Whether they were carried out nobody can say any more; never doing them twice comes first.
      forgotten: () => on.settled(stream.abandon('stale'), 0),
    },
  );

  return () => {
    isOver = true;
    link.close();
  };
}
