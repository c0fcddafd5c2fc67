import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FindList, Popover, TextArea, visibleLength } from '@rondo/design';
import { useMe, useView } from '@rondo/live/react';
import { LONGEST_COMMENT, peopleIn } from '@rondo/meeting';
import { useRef, useState } from 'react';
import styles from './CommentField.module.css';

interface Props {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  onSubmit: () => void;
  submit: string;
  onCancel?: () => void;
  autoFocus?: boolean;
  onBlur?: () => void;
}

/** A field for a comment; `@` opens a list of people to speak to. */
export function CommentField({
  label,
  placeholder,
  value,
  onChange,
  onSubmit,
  submit,
  onCancel,
  autoFocus,
  onBlur,
}: Props) {
  const { t } = useLingui();
  const me = useMe();
  const people = useView((view) => view.board.people);
  const board = useView((view) => view.board);
  const field = useRef<HTMLTextAreaElement>(null);
  /** Behind the `@` that the list was opened by. */
  const [mentionAt, setMentionAt] = useState<number | null>(null);
  const words = value.trim();
  const canSend = words !== '' && visibleLength(words) <= LONGEST_COMMENT;
  const isOpen = value !== '' || onCancel !== undefined;

  function typed(element: HTMLTextAreaElement): void {
    const at = element.selectionStart;
    const isNewAt = element.value.length === value.length + 1 && element.value[at - 1] === '@';
    const isAtStart = at < 2 || /\s/.test(element.value[at - 2] ?? '');
    onChange(element.value);
    if (isNewAt && isAtStart) setMentionAt(at);
  }

  function backTo(at: number): void {
    setMentionAt(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  }

  function mention(name: string, at: number): void {
    const inserted = `${name} `;
    onChange(value.slice(0, at) + inserted + value.slice(at));
    backTo(at + inserted.length);
  }

  const others = peopleIn(board).filter((id) => id !== me);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) onSubmit();
      }}
    >
      <TextArea
        ref={field}
        label={label}
        hideLabel
        placeholder={placeholder}
        value={value}
        minRows={1}
        maxRows={12}
        limit={LONGEST_COMMENT}
        left={(count) => (count < 0 ? t`${-count} too many` : t`${count} left`)}
        autoFocus={autoFocus}
        onChange={(event) => typed(event.target)}
        onSubmit={() => {
          if (canSend) onSubmit();
        }}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !onCancel) return;
          event.preventDefault();
          onCancel();
        }}
      />
      {mentionAt !== null && (
        <Popover
          open
          anchor={field}
          label={t`Speak to somebody`}
          onClose={() => setMentionAt(null)}
        >
          <FindList
            label={t`Speak to somebody`}
            placeholder={t`Type a name`}
            items={others.map((id) => ({ id, label: people[id]?.name ?? '–' }))}
            empty={t`Nobody here has that name.`}
            onPick={(id) => {
              const name = others.find((each) => each === id);
              if (name) mention(people[name]?.name ?? '', mentionAt);
            }}
            onCancel={() => backTo(mentionAt)}
          />
        </Popover>
      )}
      {isOpen && (
        <div className={styles.buttons}>
          <Button size="s" type="submit" disabled={!canSend}>
            {submit}
          </Button>
          {onCancel && (
            <Button size="s" tone="quiet" onClick={onCancel}>
              <Trans>Cancel</Trans>
            </Button>
          )}
          <span className={styles.hint}>
            <Trans>@ speaks to somebody</Trans>
          </span>
        </div>
      )}
    </form>
  );
}
