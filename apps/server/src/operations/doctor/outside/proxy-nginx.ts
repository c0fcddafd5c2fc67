import { findNginx } from './proxies/nginx.ts';
import { proxyCheck } from './proxy-check.ts';

export const proxyNginx = proxyCheck('nginx', findNginx);
