import { define } from './kind.ts';
import { AgendaSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const agenda = define({
  settings: AgendaSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
