export { createLiveClient, type LiveClientPorts } from './create.ts';
export type * from './ports.ts';
export type * from './state.ts';
