import { define } from './kind.ts';
import { AppreciateSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const appreciate = define({
  settings: AppreciateSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
