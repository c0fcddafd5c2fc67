import { Trans, useLingui } from '@lingui/react/macro';
import { Button, MentionArea, visibleLength } from '@rondo/design';
import { useMe, useView } from '@rondo/live/react';
import { LONGEST_COMMENT, peopleIn } from '@rondo/meeting';
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
  const words = value.trim();
  const canSend = words !== '' && visibleLength(words) <= LONGEST_COMMENT;
  const isOpen = value !== '' || onCancel !== undefined;

  const others = peopleIn(board).filter((id) => id !== me);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) onSubmit();
      }}
    >
      <MentionArea
        label={label}
        hideLabel
        placeholder={placeholder}
        value={value}
        people={others.map((id) => ({ id, label: people[id]?.name ?? '–' }))}
        mention={{
          label: t`Speak to somebody`,
          placeholder: t`Type a name`,
          empty: t`Nobody here has that name.`,
        }}
        minRows={1}
        maxRows={12}
        limit={LONGEST_COMMENT}
        left={(count) => (count < 0 ? t`${-count} too many` : t`${count} left`)}
        autoFocus={autoFocus}
        onChange={onChange}
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
