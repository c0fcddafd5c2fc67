import routes from 'virtual:contract';
import { callsOf, type Call } from './call.ts';

/** The whole HTTP API, called directly; for whatever a guest on the way to the first card does not see. */
// The routes come from the contract, so the built tree has its shape.
export const call = callsOf(routes) as Call;
