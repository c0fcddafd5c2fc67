import type { PhasePlay } from '@rondo/live/testing';
import { collectPlay } from '../collect/testing/play.ts';

/** How each kind is played in tests. A test fails when a kind of the registry is missing here. */
export const plays: readonly PhasePlay[] = [collectPlay];
