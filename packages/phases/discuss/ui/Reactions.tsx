import { useLingui } from '@lingui/react/macro';
import { IconButton, Popover, Tooltip } from '@rondo/design';
import { useMe, useSend, useView } from '@rondo/live/react';
import { nameOf, type CardId, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { SmilePlus } from 'lucide-react';
import { memo, useRef, useState, type ReactNode } from 'react';
import { useExplain } from '../../parts/index.ts';
import { react, REACTIONS, type CommentId, type Reaction } from '../domain/index.ts';
import { SIGNS } from './reactionSigns.ts';
import { useDiscuss } from './useDiscuss.ts';
import styles from './Reactions.module.css';

// `Object.keys` forgets that these are exactly the reactions.
const ALL = Object.keys(REACTIONS) as Reaction[];

interface Props {
  phase: PhaseId;
  target: { comment: CommentId } | { card: CardId };
  /** What is reacted to, for the button's name. */
  to: string;
  readOnly: boolean;
}

/** Signs that people gave to a card or comment; a press gives one's own or takes it back. */
export const Reactions = memo(function Reactions({ phase, target, to, readOnly }: Props) {
  const { t } = useLingui();
  const me = useMe();
  const send = useSend();
  const explain = useExplain();
  const id = 'comment' in target ? target.comment : target.card;
  const given = useDiscuss(phase).state.reactions[id];
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  function toggle(reaction: Reaction): void {
    setOpen(false);
    const on = given?.[reaction]?.[me] === undefined;
    void send(phase, react, { target, reaction, on }).then((answer) => {
      if (answer !== 'done') explain(answer);
    });
  }

  const shown = ALL.filter((reaction) => given?.[reaction]);
  if (readOnly && shown.length === 0) return null;
  return (
    <span className={styles.reactions}>
      {shown.map((reaction) => (
        <Given
          key={reaction}
          reaction={reaction}
          by={given?.[reaction] ?? {}}
          readOnly={readOnly}
          onToggle={() => toggle(reaction)}
        />
      ))}
      {!readOnly && (
        <>
          <IconButton
            ref={anchor}
            size="s"
            label={t`React to ${to}`}
            icon={<SmilePlus size={17} />}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
          <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} label={t`Reactions`}>
            <div className={styles.palette}>
              {ALL.map((reaction) => (
                <Choice key={reaction} reaction={reaction} onPick={() => toggle(reaction)} />
              ))}
            </div>
          </Popover>
        </>
      )}
    </span>
  );
});

function Choice({ reaction, onPick }: { reaction: Reaction; onPick: () => void }) {
  const { i18n } = useLingui();
  const { Icon, label } = SIGNS[reaction];
  return (
    <IconButton
      label={i18n._(label)}
      icon={<Icon size={20} strokeWidth={1.8} />}
      onClick={onPick}
    />
  );
}

interface GivenProps {
  reaction: Reaction;
  by: Readonly<Record<ParticipantId, true>>;
  readOnly: boolean;
  onToggle: () => void;
}

function Given({ reaction, by, readOnly, onToggle }: GivenProps): ReactNode {
  const { i18n, t } = useLingui();
  const me = useMe();
  const { Icon, label } = SIGNS[reaction];
  // The record's own keys are participant ids.
  const people = Object.keys(by) as ParticipantId[];
  const names = useView(({ board }) =>
    new Intl.ListFormat(i18n.locale).format(
      people.map((person) => (person === me ? t`you` : nameOf(board, person))),
    ),
  );
  const meaning = i18n._(label);
  return (
    <Tooltip text={`${meaning}: ${names}`}>
      <button
        type="button"
        className={styles.given}
        disabled={readOnly}
        aria-pressed={by[me] === true}
        aria-label={`${meaning}, ${people.length}: ${names}`}
        onClick={onToggle}
      >
        <Icon aria-hidden="true" size={15} strokeWidth={2} />
        <span className={styles.count}>{people.length}</span>
      </button>
    </Tooltip>
  );
}
