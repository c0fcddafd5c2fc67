import { outcomeCard, sorted } from '@rondo/meeting';
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
  settings: CollectSettings,
  state: () => ({ faceDown: {} }),
  hand: () => ({ held: {}, mine: {} }),
  quiet: ({ settings }) => settings.anonymous,
  commands: [addCard, editCard, deleteCard, movePrompt, setAnonymous],
  open: ({ board }) => {
    board.sealed = false;
  },
  close: reveal,
  outcome: ({ board, phaseId, settings, takenFurther }) => {
    if (takenFurther) return [];
    const columns = settings.prompts.map((prompt) => ({
      prompt: prompt.title,
      cards: sorted(board.groups)
        .flatMap(([, group]) => group.cards.map((id) => board.cards[id]))
        .filter((card) => card?.phase === phaseId && card.prompt === prompt.id)
        .flatMap((card) => {
          if (!card) return [];
          const { prompt: _, ...rest } = outcomeCard(board, card);
          return [rest];
        }),
    }));
    return [{ as: 'cards', columns }];
  },
});
