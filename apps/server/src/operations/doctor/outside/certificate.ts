import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import type { Check } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, notSeen, several, tooLittle } from '../finding.ts';

const id = 'certificate';
const DAY_MS = 86_400_000;
const RENEW =
  'Caddy renews by itself, `journalctl -u caddy` says why it does not; with certbot: `certbot renew`, then reload the proxy';

/** How much of the whole lifetime is left counts, not days: lifetimes get shorter from year to year. */
export const certificate: Check<DoctorContext> = {
  id,
  means: 'browsers trust the certificate, and it is renewed in time',
  scope: 'outside',
  run: async ({ settings, now }) => {
    const url = settings.publicUrl ? new URL(settings.publicUrl) : undefined;
    if (!url) return [];
    const place = url.host;
    if (url.protocol !== 'https:') {
      const isNear = url.hostname === 'localhost' || url.hostname.startsWith('127.');
      return [
        finding(id, isNear ? 'ok' : 'failure', {
          place,
          measured: 'no encryption',
          threshold: 'https',
          repair:
            'A proxy with a certificate (deploy/Caddyfile gets one by itself), and `RONDO_PUBLIC_URL=https://…`',
        }),
      ];
    }
    const seen = await look(url);
    if ('why' in seen)
      return [notSeen(id, seen.why, 'Mend what public-address says first.', place)];
    const { cert, distrust } = seen;
    const findings = [];
    const to = Date.parse(cert.valid_to);
    const whole = to - Date.parse(cert.valid_from);
    const left = to - now();
    if (distrust !== null && distrust !== 'CERT_HAS_EXPIRED')
      findings.push(finding(id, 'failure', { place, ...distrusted(distrust, url.hostname) }));
    findings.push(
      finding(id, tooLittle(left / whole, { warn: 1 / 3, fail: 1 / 6 }), {
        place,
        measured:
          left < 0
            ? `expired ${several(-left / DAY_MS, 'day')} ago`
            : `${several(left / DAY_MS, 'day')} of ${several(whole / DAY_MS, 'day')} left`,
        threshold: `at least a third, ${several(whole / 3 / DAY_MS, 'day')}`,
        repair: RENEW,
        data: { daysLeft: Math.round(left / DAY_MS), days: Math.round(whole / DAY_MS) },
      }),
    );
    return findings;
  },
};

type Seen =
  | { readonly cert: DetailedPeerCertificate; readonly distrust: string | null }
  | { readonly why: string };

/** Also of one that cannot be trusted: then it says why. */
function look({ hostname, port }: URL): Promise<Seen> {
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({
      host,
      port: Number(port || 443),
      servername: isIP(host) ? '' : host,
      rejectUnauthorized: false,
      timeout: 10_000,
    });
    const done = (seen: Seen): void => {
      socket.destroy();
      resolve(seen);
    };
    socket.once('secureConnect', () => {
      // It is an `Error` with a code, whatever the types say.
      const distrust: unknown = socket.authorizationError;
      const code = distrust instanceof Error && 'code' in distrust ? distrust.code : distrust;
      done({
        cert: socket.getPeerCertificate(true),
        distrust: socket.authorized ? null : String(code),
      });
    });
    socket.once('timeout', () => done({ why: 'no answer' }));
    socket.once('error', (error) => done({ why: error.message }));
  });
}

function distrusted(code: string, host: string) {
  const threshold =
    'a certificate for this name, with the chain to an authority that browsers know';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return {
      measured: `it is not for ${host}`,
      threshold,
      repair: `\`certbot --nginx -d ${host}\`, or this name in the Caddyfile`,
    };
  if (/UNABLE_TO_(VERIFY_LEAF|GET_ISSUER)/.test(code))
    return {
      measured: 'the chain is incomplete',
      threshold,
      repair:
        'nginx: `ssl_certificate …/fullchain.pem;` instead of cert.pem; HAProxy: the whole chain and the key in one file',
    };
  return {
    measured: `browsers do not trust it (${code})`,
    threshold,
    repair:
      'One of Let’s Encrypt: deploy/Caddyfile gets it by itself, `certbot` for nginx and HAProxy',
  };
}
