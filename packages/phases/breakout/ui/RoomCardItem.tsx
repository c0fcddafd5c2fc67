import { useLingui } from '@lingui/react/macro';
import { Card, Menu, visibleLength, type MenuEntry } from '@rondo/design';
import { newId, useView } from '@rondo/live/react';
import type { CardId, GroupId, PhaseId } from '@rondo/meeting';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { CardEditor, CardWords, useWords } from '../../parts/index.ts';
import {
  deleteCard,
  editCard,
  LONGEST_CARD,
  placeCard,
  splitCard,
  type RoomGroup,
} from '../domain/index.ts';
import { beginning, groupName, useBreakout, useIsMine } from './useBreakout.ts';
import { useDo } from './useDo.ts';

interface Props {
  phase: PhaseId;
  id: CardId;
  /** Where it could go. */
  others: readonly [GroupId, RoomGroup][];
  mayGroup: boolean;
  isAlone: boolean;
}

/** A card in a room: dragged onto another, or put there from its menu. */
export function RoomCardItem({ phase, id, others, mayGroup, isAlone }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const act = useDo(phase);
  const { settings, state } = useBreakout(phase);
  const isMine = useIsMine(phase, id);
  const card = state.cards[id];
  const author = useView((view) => (card?.by ? view.board.people[card.by]?.name : undefined));
  const [isEditing, setEditing] = useState(false);
  if (!card) return null;
  const prompt = settings.prompts.find((each) => each.id === card.prompt);
  if (isEditing) {
    return (
      <CardEditor
        text={card.text}
        hue={prompt?.hue}
        limit={LONGEST_CARD}
        canSave={(text) => text !== '' && visibleLength(text) <= LONGEST_CARD}
        onSave={(text) => act(editCard, { id, text })}
        onDone={() => setEditing(false)}
      />
    );
  }
  const entries: MenuEntry[] = [
    ...(isMine
      ? [
          { label: t`Edit`, onSelect: () => setEditing(true) },
          { label: t`Delete`, danger: true, onSelect: () => act(deleteCard, { id }) },
        ]
      : []),
    ...(isMine && mayGroup && (others.length > 0 || !isAlone) ? ['line' as const] : []),
    ...(mayGroup && !isAlone
      ? [
          {
            label: t`Take out of the group`,
            onSelect: () => act(splitCard, { card: id, into: newId<'group'>() }),
          },
        ]
      : []),
    ...(mayGroup
      ? others.map(([into, group]) => ({
          label: t`Put with “${groupName(state, group)}”`,
          onSelect: () => act(placeCard, { card: id, into }),
        }))
      : []),
  ];
  const small = [
    settings.prompts.length > 1 && prompt ? words(prompt.title) : null,
    author ?? null,
  ];
  const footer = small.filter((each) => each !== null).join(' · ');
  return (
    <Card
      hue={prompt?.hue}
      size="s"
      data-drag={mayGroup ? id : undefined}
      footer={footer === '' ? undefined : footer}
      actions={
        entries.length > 0 && (
          <Menu
            label={t`Card “${beginning(card.text)}”`}
            iconOnly
            size="s"
            align="end"
            button={<Ellipsis size={16} />}
            items={entries}
          />
        )
      }
    >
      <CardWords text={card.text} />
    </Card>
  );
}
