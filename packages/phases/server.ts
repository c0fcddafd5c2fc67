import type { Registry } from '@rondo/meeting';
import { phases } from './domain.ts';
import { groupOnServer } from './group/domain/on-server.ts';
import { icebreakerOnServer } from './icebreaker/domain/on-server.ts';

/**
 * The same building blocks as the server runs them: what only it does (close phases, write outcomes)
 * and what is too heavy for the browser's way to the first card.
 */
export const phasesOnServer: Registry = {
  ...phases,
  group: groupOnServer,
  icebreaker: icebreakerOnServer,
};
