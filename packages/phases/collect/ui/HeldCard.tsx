import { useLingui } from '@lingui/react/macro';
import { Card, Markdown, markdownText, Menu, type MenuEntry } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { CardId, PhaseId } from '@rondo/meeting';
import { ArrowRight, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { useChange, useWords } from '../../parts/index.ts';
import { deleteCard, movePrompt, type HeldCard as Held } from '../domain/index.ts';
import { CardEditor } from './CardEditor.tsx';
import { useCollect } from './useCollect.ts';
import styles from './HeldCard.module.css';

interface Props {
  phase: PhaseId;
  id: CardId;
  card: Held;
}

/** A card in one's own hand: changed in place, moved to another prompt, or taken back. */
export const HeldCard = memo(function HeldCard({ phase, id, card }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const send = useSend();
  const { status, settings } = useCollect(phase);
  const [isEditing, setEditing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useChange(isEditing, () => {
    if (!isEditing) place.current?.querySelector('button')?.focus();
  });
  const prompt = settings.prompts.find((each) => each.id === card.prompt);
  if (isEditing) {
    return (
      <CardEditor
        phase={phase}
        card={id}
        text={card.text}
        hue={prompt?.hue}
        onDone={() => setEditing(false)}
      />
    );
  }
  const others = status === 'open' ? settings.prompts.filter((each) => each !== prompt) : [];
  const items: MenuEntry[] = [
    { label: t`Edit`, icon: <Pencil size={16} />, onSelect: () => setEditing(true) },
    ...others.map((each) => ({
      label: t`To “${words(each.title)}”`,
      icon: <ArrowRight size={16} />,
      onSelect: () => void send(phase, movePrompt, { id, prompt: each.id }),
    })),
    'line',
    {
      label: t`Delete`,
      icon: <Trash2 size={16} />,
      danger: true,
      onSelect: () => void send(phase, deleteCard, { id }),
    },
  ];
  return (
    <Card
      ref={place}
      hue={prompt?.hue}
      size="s"
      data-flip={id}
      className={styles.card}
      footer={prompt && words(prompt.title)}
      actions={
        <Menu
          label={t`Your card “${markdownText(card.text)}”`}
          iconOnly
          size="s"
          align="end"
          button={<Ellipsis size={18} />}
          items={items}
        />
      }
      onDoubleClick={() => setEditing(true)}
    >
      <div className={styles.words}>
        <Markdown text={card.text} />
      </div>
    </Card>
  );
});
