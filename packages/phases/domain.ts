import type { Registry } from '@rondo/meeting';
import { collect } from './collect/domain/index.ts';
import { discuss } from './discuss/domain/index.ts';
import { group } from './group/domain/index.ts';
import { icebreaker } from './icebreaker/domain/index.ts';
import { vote } from './vote/domain/index.ts';
import { wrapUp } from './wrap-up/domain/index.ts';

/** Every building block, by kind, as the browser runs it. A new kind is added here and in `ui.tsx`, nowhere else. */
export const phases: Registry = { icebreaker, collect, group, vote, discuss, 'wrap-up': wrapUp };
