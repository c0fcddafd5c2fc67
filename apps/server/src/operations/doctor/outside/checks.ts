import type { Check } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { certificate } from './certificate.ts';
import { mail } from './mail.ts';
import { proxyCaddy } from './proxy-caddy.ts';
import { proxyHaproxy } from './proxy-haproxy.ts';
import { proxyHeader } from './proxy-header.ts';
import { proxyNginx } from './proxy-nginx.ts';
import { publicAddress } from './public-address.ts';

/** What can be wrong between people and this server. */
export const outsideChecks: readonly Check<DoctorContext>[] = [
  publicAddress,
  proxyHeader,
  proxyNginx,
  proxyHaproxy,
  proxyCaddy,
  certificate,
  mail,
];
