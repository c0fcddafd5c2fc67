import { visibleLength, type Hue } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { CardId, PhaseId } from '@rondo/meeting';
import { CardEditor as Editor } from '../../parts/index.ts';
import { editCard, LONGEST_CARD } from '../domain/index.ts';

interface Props {
  phase: PhaseId;
  card: CardId;
  text: string;
  hue: Hue | undefined;
  onDone: () => void;
}

/** One's own card of this phase, in the hand or on the board, being changed in place. */
export function CardEditor({ phase, card, ...rest }: Props) {
  const send = useSend();
  return (
    <Editor
      {...rest}
      limit={LONGEST_CARD}
      canSave={(words) => words !== '' && visibleLength(words) <= LONGEST_CARD}
      onSave={(text) => void send(phase, editCard, { id: card, text })}
    />
  );
}
