import { define } from './kind.ts';
import { PollSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const poll = define({
  settings: PollSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
