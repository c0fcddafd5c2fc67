import { define } from './kind.ts';
import { RateSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const rate = define({
  settings: RateSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
