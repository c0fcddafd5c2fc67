import { define } from './kind.ts';
import { EstimateSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const estimate = define({
  settings: EstimateSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
