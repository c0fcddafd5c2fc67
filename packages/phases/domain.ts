import type { Registry } from '@rondo/meeting';
import { collect } from './collect/domain/index.ts';

/** Every building block, by kind. A new kind is added here and in `ui.tsx`, nowhere else. */
export const phases: Registry = { collect };
