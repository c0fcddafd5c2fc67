import { findCaddy } from './proxies/caddy.ts';
import { proxyCheck } from './proxy-check.ts';

export const proxyCaddy = proxyCheck('Caddy', findCaddy);
