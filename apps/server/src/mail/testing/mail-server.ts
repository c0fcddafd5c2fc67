import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** With its headers, as it came. */
  readonly data: string;
}

/**
 * A real mail server, until the test is finished.
 * @param refusals how many mails it refuses before it takes any
 * @param atEnd when it stops instead, such as `afterAll`
 */
export async function mailServer(
  refusals = 0,
  atEnd: (stop: () => Promise<void>) => void = onTestFinished,
): Promise<{ received: Received[]; url: string }> {
  const received: Received[] = [];
  let left = refusals;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (left-- > 0) return done(new Error('Not now'));
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          data: Buffer.concat(chunks).toString(),
        });
        return done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  atEnd(() => new Promise<void>((resolve) => server.close(resolve)));
  // It listens on a port, so its address has one.
  const { port } = listening.address() as AddressInfo;
  return { received, url: `smtp://127.0.0.1:${port}` };
}
