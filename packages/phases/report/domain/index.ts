import { addEntry, moveEntry, removeEntry, setAuthor, takePick } from './entries.ts';
import { gather } from './gather.ts';
import { define } from './kind.ts';
import { ReportSettings } from './settings.ts';
import { MOST_PICKS } from './state.ts';
import { asOutcome } from './told.ts';
import { setEntry, setIntro, setTitle } from './words.ts';

export { addEntry, moveEntry, removeEntry, setAuthor, takePick } from './entries.ts';
export * from './settings.ts';
export * from './state.ts';
export { entriesOf, reportOf, type Told } from './told.ts';
export { setEntry, setIntro, setTitle } from './words.ts';

export const report = define({
  settings: ReportSettings,
  state: (_, { news = [] }) => ({
    title: { text: '', revision: 0 },
    intro: { text: '', revision: 0 },
    author: null,
    entries: {},
    picks: Object.fromEntries(
      news.slice(0, MOST_PICKS).map(({ id, ...rest }, place) => [id, { ...rest, place }]),
    ),
  }),
  hand: () => ({}),
  commands: [setTitle, setIntro, setEntry, addEntry, takePick, moveEntry, removeEntry, setAuthor],
  open: gather,
  outcome: asOutcome,
});
