import { define } from './kind.ts';
import { RankSettings } from './settings.ts';

export * from './settings.ts';
export * from './state.ts';

export const rank = define({
  settings: RankSettings,
  state: () => ({}),
  hand: () => ({}),
  commands: [],
});
