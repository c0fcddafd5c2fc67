import { once } from 'node:events';
import { PROTOCOL, type FromClient } from '@rondo/live/messages';
import { WebSocket } from 'ws';
import { machineChance } from '../../../apps/server/src/live/machine.ts';
import type { Person } from './person.ts';

/** Joins as this person once more, and from then on reads nothing and does not mind. */
export async function deafReader(
  url: string,
  { seat: { meeting, cookie } }: Pick<Person, 'seat'>,
): Promise<WebSocket> {
  const web = new WebSocket(`${url.replace('http', 'ws')}/live`, {
    headers: { cookie },
    origin: url,
  });
  web.on('error', () => undefined);
  await once(web, 'open');
  const client = machineChance.id<'client'>();
  const join: FromClient = { t: 'join', v: PROTOCOL, meeting, client };
  web.send(JSON.stringify(join));
  await once(web, 'message');
  web.pause();
  return web;
}
