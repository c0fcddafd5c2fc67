import { define } from './kind.ts';
import { ReviewSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const review = define({
  settings: ReviewSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
