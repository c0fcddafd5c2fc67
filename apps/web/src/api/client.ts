import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { call } from './every.ts';

/** The HTTP API, as queries and mutations. */
export const api = createTanstackQueryUtils(call);
