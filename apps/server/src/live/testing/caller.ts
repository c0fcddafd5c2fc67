import type { FromClient, FromServer } from '@rondo/live/messages';
import { PROTOCOL } from '@rondo/live/messages';
import { SMALL } from '@rondo/live/testing';
import type { MeetingId } from '@rondo/meeting';
import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';
import { newId } from '../machine.ts';

/** A bare socket of one person: no rebase, no second attempt. */
export interface Caller {
  readonly web: WebSocket;
  readonly messages: FromServer[];
  readonly closed: () => number | null;
  readonly tell: (message: FromClient) => void;
  readonly act: (name: string, args: unknown) => number;
  /** The last of this caller's commands that was answered. */
  readonly answered: () => number;
}

export function call(port: number, who: string, headers: Record<string, string> = {}): Caller {
  const web = new WebSocket(`ws://127.0.0.1:${port}/live`, {
    headers: { cookie: `who=${who}`, ...headers },
  });
  const messages: FromServer[] = [];
  let code: number | null = null;
  // One buffer per message, as is the default of `ws`; and only servers of ours are called.
  web.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as FromServer));
  web.on('close', (with_) => (code = with_));
  web.on('error', () => undefined);
  let n = 0;
  const tell = (message: FromClient): void => web.send(JSON.stringify(message));
  return {
    web,
    messages,
    closed: () => code,
    tell,
    act: (name, args) => {
      tell({ t: 'do', n: ++n, p: SMALL, c: name, a: args });
      return n;
    },
    answered: () =>
      messages.reduce((last, each) => (each.t === 'p' ? Math.max(last, each.n ?? 0) : last), 0),
  };
}

export const isOpen = (caller: Caller): Promise<void> =>
  until(() => expect(caller.web.readyState).toBe(WebSocket.OPEN));

/** Calls, joins and waits until it is in. */
export async function callIn(port: number, meeting: MeetingId, who: string): Promise<Caller> {
  const caller = call(port, who);
  await isOpen(caller);
  caller.tell(joining(meeting));
  await until(() => expect(caller.messages.map(({ t }) => t)).toContain('view'));
  return caller;
}

export const joining = (meeting: MeetingId): FromClient => ({
  t: 'join',
  v: PROTOCOL,
  meeting,
  client: newId<'client'>(),
});

/** Waits for a condition, not for time. */
export const until = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 });
