import { orders } from '@rondo/meeting';
import type { BroughtItem, CardId } from '@rondo/meeting';
import { addCard, deleteCard, editCard, moveItem, pinItem } from './items.ts';
import { define } from './kind.ts';
import { begin, lineUp } from './on-board.ts';
import { agreed } from './outcome.ts';
import { AgendaSettings } from './settings.ts';
import { MOST_ITEMS, type Item } from './state.ts';
import { finishItem, openItem } from './walk.ts';
import { joined } from './words.ts';

export { addCard, deleteCard, editCard, moveItem, pinItem } from './items.ts';
export * from './settings.ts';
export * from './state.ts';
export { finishItem, nextItem, openItem } from './walk.ts';
export { itemText, joined, listed, type ItemWords, type ListedItem } from './words.ts';

const waiting = (item: BroughtItem, order: string): Item => ({
  text: joined({ text: item.text, note: item.note ?? '' }),
  by: item.person ?? null,
  name: item.by,
  pinned: item.pinned,
  done: false,
  order,
});

export const agenda = define({
  settings: AgendaSettings,
  state: (_, brought) => {
    const first = brought.agenda.slice(0, MOST_ITEMS);
    const places = orders(first.length);
    return {
      // The team's list has ids that are ids of cards as well.
      items: Object.fromEntries(
        first.map((item, index) => [item.id as CardId, waiting(item, places[index] ?? '')]),
      ),
      current: null,
      removed: {},
    };
  },
  hand: () => ({}),
  commands: [addCard, editCard, deleteCard, moveItem, pinItem, openItem, finishItem],
  open: begin,
  close: lineUp,
  outcome: agreed,
});
