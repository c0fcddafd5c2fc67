import type { Greeting } from '../../rehearsal/echo.ts';
import { failureInWords } from '../../rehearsal/failure.ts';
import { openProbe, type Probe } from '../../rehearsal/probe.ts';
import { settingsSecret } from '../../rehearsal/settings-secret.ts';
import { rehearsalToken } from '../../rehearsal/token.ts';
import type { Check } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, notSeen } from '../finding.ts';

const id = 'proxy-header';
/** For examples in documents (RFC 5737): nobody ever comes from there. */
const PRETENDED = '203.0.113.7';
const SET_IT =
  'nginx: `proxy_set_header X-Forwarded-For $remote_addr;`; HAProxy: `http-request set-header X-Forwarded-For %[src]`';

/** Limits by address work only where the server knows the address, and nobody can make one up. */
export const proxyHeader: Check<DoctorContext> = {
  id,
  means: 'the server sees people’s own addresses, and believes nobody who makes one up',
  scope: 'outside',
  run: async ({ settings }) => {
    const secret = settingsSecret(settings);
    if (secret === undefined)
      return [notSeen(id, 'there is no secret yet', 'Start the server once, then ask again.')];
    const address = settings.publicUrl ?? `http://localhost:${settings.port}`;
    const probe = await openProbe({
      address,
      token: rehearsalToken(secret, { people: 50, until: Date.now() + 60_000 }),
      patienceMs: 5_000,
      openNow: () => 0,
      headers: { 'x-forwarded-for': PRETENDED },
    });
    if ('kind' in probe)
      return [notSeen(id, failureInWords(probe), 'Mend what public-address says first.')];
    probe.close();
    const fault = faultOf(probe, (each) => settings.trustedProxies.has(each));
    return [
      finding(id, fault ? 'failure' : 'ok', {
        place: address,
        measured: fault?.measured ?? seen(probe),
        threshold: 'the address of who asks, whatever they claim',
        repair: fault?.repair ?? '',
      }),
    ];
  },
};

const seen = ({ greeting, local }: Pick<Probe, 'greeting' | 'local'>): string =>
  isDirect(greeting, local) ? 'nothing stands in between' : `people come from ${greeting.address}`;

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '');

function faultOf(
  { greeting, local }: Pick<Probe, 'greeting' | 'local'>,
  isTrusted: (address: string) => boolean,
): { measured: string; repair: string } | null {
  const nearest = plain(greeting.nearest);
  if (isDirect(greeting, local)) return null;
  const hops = (greeting.forwarded ?? '').split(',').map((hop) => plain(hop.trim()));
  const last = hops.at(-1) ?? '';
  if (!isTrusted(nearest) && last !== '')
    return {
      measured: `the server sees the proxy ${nearest} instead of people`,
      repair: `\`RONDO_TRUSTED_PROXIES=${nearest}\`, then restart Rondo`,
    };
  if (last === '')
    return {
      measured: `the proxy ${nearest} does not say for whom it asks`,
      repair: SET_IT,
    };
  // A header that was sent on as it came: whoever makes one up is somebody else each time.
  if (last === PRETENDED)
    return { measured: 'an address that was made up is believed', repair: SET_IT };
  // What our own end of the connection is called may differ behind NAT; what nobody vouches for counts.
  if (greeting.address === PRETENDED && plain(local.address) !== last)
    return {
      measured: `an address that was made up is believed, because ${last} is trusted`,
      repair: `RONDO_TRUSTED_PROXIES without ${last}: only proxies belong there`,
    };
  return null;
}

/** The server has our very connection: nothing stands in between that could set a header. */
const isDirect = (greeting: Greeting, local: Probe['local']): boolean =>
  greeting.nearestPort === local.port && plain(greeting.nearest) === plain(local.address);
