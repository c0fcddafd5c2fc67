import { useLingui } from '@lingui/react/macro';
import { Card as Shown, markdownText, Menu } from '@rondo/design';
import type { CardId } from '@rondo/meeting';
import { Check, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { memo, useId, useState, type MouseEvent } from 'react';
import { CardWords, OwnCardEditor, useOwnCard, useWords } from '../../parts/index.ts';
import { Carried } from './Carried.tsx';
import { useIsActive, useIsChosen, useSelection } from './selection.ts';
import type { BoxCard } from './useBox.ts';
import styles from './GroupCard.module.css';

interface Props extends BoxCard {
  /** Cards can be moved. */
  open: boolean;
  /** Says which prompt it answers: the group lies under that of another card. */
  showPrompt: boolean;
  /** The name of somebody else who drags it right now. */
  carrier: string | undefined;
}

/** A card that can be dragged, and chosen by tap, by Space or by x. */
export const GroupCard = memo(function GroupCard({
  id,
  card,
  prompt,
  author,
  isOwn,
  open,
  showPrompt,
  carrier,
}: Props) {
  const words = useWords();
  const textId = useId();
  const selection = useSelection();
  const isChosen = useIsChosen(id);
  const isActive = useIsActive(id);
  const [isEditing, setEditing] = useState(false);
  if (!card) return null;
  if (isEditing && isOwn) {
    return (
      <OwnCardEditor
        card={id}
        text={card.text}
        hue={prompt?.hue}
        onDone={() => setEditing(false)}
      />
    );
  }

  function tap(event: MouseEvent): void {
    // A link in a card is followed, its menu opened; a marked word is not a choice.
    if (!(event.target instanceof Element) || event.target.closest('a, button, [popover]')) return;
    if (getSelection()?.isCollapsed === false) return;
    selection.toggle(id);
    selection.setActive(id);
  }

  const small = [showPrompt && prompt ? words(prompt.title) : null, author ?? null].filter(
    (each) => each !== null,
  );
  return (
    <Shown
      hue={prompt?.hue}
      size="s"
      selected={isChosen}
      className={styles.card}
      data-card={id}
      data-flip={id}
      data-prompt={card.prompt}
      data-drag={open ? id : undefined}
      data-carried={carrier === undefined ? undefined : ''}
      onClick={open ? tap : undefined}
      footer={small.length > 0 ? <span>{small.join(' · ')}</span> : undefined}
      actions={isOwn && <OwnMenu card={id} text={card.text} onEdit={() => setEditing(true)} />}
    >
      {open && (
        <input
          type="checkbox"
          className={styles.check}
          aria-labelledby={textId}
          checked={isChosen}
          tabIndex={isActive ? 0 : -1}
          onChange={() => selection.toggle(id)}
          onFocus={() => selection.setActive(id)}
        />
      )}
      <CardWords id={textId} text={card.text} />
      {isChosen && (
        <span className={styles.mark} aria-hidden="true">
          <Check size={13} strokeWidth={3} />
        </span>
      )}
      {carrier !== undefined && <Carried by={carrier} />}
    </Shown>
  );
});

/** One's own cards can be changed until grouping closes. */
function OwnMenu({ card, text, onEdit }: { card: CardId; text: string; onEdit: () => void }) {
  const { t } = useLingui();
  const own = useOwnCard(card);
  return (
    <span className={styles.menu}>
      <Menu
        label={t`Your card “${markdownText(text)}”`}
        iconOnly
        size="s"
        align="end"
        button={<Ellipsis size={18} />}
        items={[
          { label: t`Edit`, icon: <Pencil size={16} />, onSelect: onEdit },
          {
            label: t`Delete`,
            icon: <Trash2 size={16} />,
            danger: true,
            onSelect: () => own?.remove(),
          },
        ]}
      />
    </span>
  );
}
