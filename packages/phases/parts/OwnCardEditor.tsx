import type { Hue } from '@rondo/design';
import type { CardId } from '@rondo/meeting';
import { CardEditor } from './CardEditor.tsx';
import { useOwnCard } from './useOwnCard.ts';

interface Props {
  card: CardId;
  text: string;
  hue: Hue | undefined;
  onDone: () => void;
}

/** One's own card on the board, being changed in place. */
export function OwnCardEditor({ card, ...rest }: Props) {
  const own = useOwnCard(card);
  return (
    <CardEditor
      {...rest}
      canSave={(words) => own?.canSay(words) ?? false}
      onSave={(words) => own?.say(words)}
    />
  );
}
