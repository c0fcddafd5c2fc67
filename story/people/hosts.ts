import type { MeetingId } from '@rondo/meeting';
import { browser, type Answer, type Browser } from '../../apps/server/src/testing/browser.ts';
import type { SharedDatabase } from '../world/database.ts';
import type { Way } from './way.ts';

/** Somebody with an account, who starts meetings. */
export interface Host {
  readonly name: string;
  readonly startMeeting: () => Promise<MeetingId>;
  readonly cookie: () => string;
  readonly way: Way;
}

const PASSWORD = 'a long enough password';
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gwen', 'Hugo'];

export const browserOn = (way: Way): Browser => browser(way.url, way.url, way.options);

export const cookieOf = ({ cookies }: Browser): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Those who lead a team on a new server; the first one owns it. */
export async function hostsOn(
  claimCode: string,
  { query }: SharedDatabase,
  nextWay: () => Way,
  count: number,
): Promise<Host[]> {
  const [first = '', ...others] = NAMES.slice(0, count);
  const way = nextWay();
  const ada = browserOn(way);
  const claimed = await ada.post('/api/server/claim', {
    code: claimCode,
    name: first,
    email: mailOf(first),
    password: PASSWORD,
    organization: 'Engines',
    team: 'Analytics',
    language: 'en',
  });
  const { team } = bodyOf<{ team: string }>(claimed);
  const hosts = [host(first, ada, way, team)];
  for (const name of others) {
    const own = nextWay();
    const there = browserOn(own);
    bodyOf(await ada.post(`/api/teams/${team}/invitations/mail`, { emails: [mailOf(name)] }));
    const [mail] = await query<{ text: string }>('select text from mail where recipient = $1', [
      mailOf(name),
    ]);
    const token = /#(?:token=)?([A-Za-z0-9_-]{20,})/.exec(mail?.text ?? '')?.[1] ?? '';
    bodyOf(await there.post('/api/invitations/join', { token, name, password: PASSWORD }));
    hosts.push(host(name, there, own, team));
  }
  return hosts;
}

function host(name: string, there: Browser, way: Way, team: string): Host {
  const wanted = { activity: 'start-stop-continue', without: [0], guests: 'yes' };
  return {
    name,
    way,
    cookie: () => cookieOf(there),
    startMeeting: async () =>
      bodyOf<{ meeting: MeetingId }>(await there.post(`/api/teams/${team}/meetings`, wanted))
        .meeting,
  };
}

const mailOf = (name: string): string => `${name.toLowerCase()}@example.org`;

/** What the server has answered; its own schema has checked it there. */
export function bodyOf<T>(answer: Answer): T {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return answer.json() as T;
}
