import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, markdownText, Menu } from '@rondo/design';
import { useSend, useView } from '@rondo/live/react';
import { promptOf, type CardId, type PhaseId } from '@rondo/meeting';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { BoardCard } from '../../parts/index.ts';
import { deleteCard } from '../domain/index.ts';
import { CardEditor } from './CardEditor.tsx';
import { useIsMine } from './useCollect.ts';

interface Props {
  phase: PhaseId;
  card: CardId;
}

/** A card that lies open. One's own is marked, and can be changed until grouping closes. */
export const OpenCard = memo(function OpenCard({ phase, card }: Props) {
  const isMine = useIsMine(phase, card);
  return isMine ? <OwnCard phase={phase} card={card} /> : <BoardCard card={card} />;
});

function OwnCard({ phase, card: id }: Props) {
  const { t } = useLingui();
  const send = useSend();
  const [isEditing, setEditing] = useState(false);
  const isSealed = useView((view) => view.board.sealed);
  const card = useView((view) => view.board.cards[id]);
  const hue = useView((view) => (card ? promptOf(view.board, card)?.hue : undefined));
  if (!card) return null;
  if (isEditing && !isSealed) {
    return (
      <CardEditor
        phase={phase}
        card={id}
        text={card.text}
        hue={hue}
        onDone={() => setEditing(false)}
      />
    );
  }
  return (
    <BoardCard
      card={id}
      footer={
        <Badge>
          <Trans>Yours</Trans>
        </Badge>
      }
      actions={
        !isSealed && (
          <Menu
            label={t`Your card “${markdownText(card.text)}”`}
            iconOnly
            size="s"
            align="end"
            button={<Ellipsis size={18} />}
            items={[
              { label: t`Edit`, icon: <Pencil size={16} />, onSelect: () => setEditing(true) },
              {
                label: t`Delete`,
                icon: <Trash2 size={16} />,
                danger: true,
                onSelect: () => void send(phase, deleteCard, { id }),
              },
            ]}
          />
        )
      }
    />
  );
}
