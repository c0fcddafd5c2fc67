import type { Hue } from '@rondo/design';
import type { CSSProperties } from 'react';

/** The hue of the phase for what is mine or speaks to me; `--h` may already be that of a prompt. */
export const talkHue = (hue: Hue): CSSProperties => ({ '--talk-hue': `var(--hue-${hue})` });
