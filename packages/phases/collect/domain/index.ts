import { nameOf } from '@rondo/meeting';
import { addCard, define, deleteCard, editCard, movePrompt, setAnonymous } from './commands.ts';
import { reveal } from './reveal.ts';
import { CollectSettings } from './settings.ts';

export {
  addCard,
  deleteCard,
  editCard,
  LONGEST_CARD,
  movePrompt,
  setAnonymous,
} from './commands.ts';
export * from './settings.ts';
export * from './state.ts';

export const collect = define({
  title: { en: 'Collect', de: 'Sammeln' },
  gives: ['cards', 'topics'],
  needs: [],
  settings: CollectSettings,
  state: () => ({ faceDown: {} }),
  hand: () => ({ held: {}, mine: {} }),
  quiet: ({ settings }) => settings.anonymous,
  commands: [addCard, editCard, deleteCard, movePrompt, setAnonymous],
  close: reveal,
  reopen: ({ board }) => {
    board.sealed = false;
  },
  outcome: ({ board, phaseId, settings }) => {
    const inTopics = board.flow.some(
      (id) => board.phases[id]?.kind === 'discuss' && board.phases[id]?.status === 'done',
    );
    if (inTopics) return [];
    const columns = settings.prompts.map((prompt) => ({
      prompt: prompt.title,
      cards: Object.values(board.cards)
        .filter((card) => card.phase === phaseId && card.prompt === prompt.id)
        .map((card) =>
          card.by === undefined
            ? { text: card.text }
            : { text: card.text, by: nameOf(board, card.by) },
        ),
    }));
    return [{ as: 'cards', columns }];
  },
});
