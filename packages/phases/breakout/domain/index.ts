import { define } from './kind.ts';
import { BreakoutSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const breakout = define({
  settings: BreakoutSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
