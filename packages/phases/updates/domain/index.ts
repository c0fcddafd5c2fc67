import { define } from './kind.ts';
import { UpdatesSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const updates = define({
  settings: UpdatesSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
