import { define } from './kind.ts';
import { RespondSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const respond = define({
  settings: RespondSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
