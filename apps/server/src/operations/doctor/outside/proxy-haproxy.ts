import { findHaproxy } from './proxies/haproxy.ts';
import { proxyCheck } from './proxy-check.ts';

export const proxyHaproxy = proxyCheck('HAProxy', findHaproxy);
