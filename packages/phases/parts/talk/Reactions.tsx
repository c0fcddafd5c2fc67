import { useLingui } from '@lingui/react/macro';
import { IconButton, Popover, Tooltip, type Hue } from '@rondo/design';
import { useMe, useView } from '@rondo/live/react';
import {
  ALL_REACTIONS,
  nameOf,
  type ParticipantId,
  type Reaction,
  type Reactions as Given,
  type RefusalCode,
} from '@rondo/meeting';
import { SmilePlus } from 'lucide-react';
import { memo, useRef, useState, type ReactNode } from 'react';
import { useExplain } from '../useExplain.ts';
import { SIGNS } from './reactionSigns.ts';
import { talkHue } from './talkHue.ts';
import styles from './Reactions.module.css';

interface Props {
  given: Given[string] | undefined;
  onReact: (reaction: Reaction, on: boolean) => Promise<'done' | RefusalCode>;
  /** What is reacted to, for the button's name. */
  to: string;
  hue: Hue;
  readOnly: boolean;
}

/** Signs that people gave to something; a press gives one's own or takes it back. */
export const Reactions = memo(function Reactions({ given, onReact, to, hue, readOnly }: Props) {
  const { t } = useLingui();
  const me = useMe();
  const explain = useExplain();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  function toggle(reaction: Reaction): void {
    setOpen(false);
    const on = given?.[reaction]?.[me] === undefined;
    void onReact(reaction, on).then((answer) => {
      if (answer !== 'done') explain(answer);
    });
  }

  const shown = ALL_REACTIONS.filter((reaction) => given?.[reaction]);
  if (readOnly && shown.length === 0) return null;
  return (
    <span className={styles.reactions} style={talkHue(hue)}>
      {shown.map((reaction) => (
        <Sign
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
              {ALL_REACTIONS.map((reaction) => (
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

interface SignProps {
  reaction: Reaction;
  by: Readonly<Record<ParticipantId, true>>;
  readOnly: boolean;
  onToggle: () => void;
}

function Sign({ reaction, by, readOnly, onToggle }: SignProps): ReactNode {
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
