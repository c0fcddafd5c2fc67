import { useState, type ComponentProps, type KeyboardEvent } from 'react';
import { classes } from '../classes.ts';
import { Field, type FieldWords } from './Field.tsx';
import { visibleLength } from './visibleLength.ts';
import fieldStyles from './Field.module.css';
import styles from './TextArea.module.css';

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'children' | 'onSubmit'> &
  FieldWords & {
    /** The most visible characters allowed; the field warns and never cuts what somebody wrote. */
    limit?: number;
    /** The words for the characters left; negative when there are too many. */
    left?: (count: number) => string;
    minRows?: number;
    maxRows?: number;
    /** No box of its own: for a field that lies on a card. */
    bare?: boolean;
    /** Enter sends, Shift+Enter breaks the line. Without it, Enter breaks the line. */
    onSubmit?: () => void;
  };

/** Several lines of text in a field that grows with them. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  hideLabel,
  limit,
  left,
  minRows = 2,
  maxRows = 12,
  bare = false,
  onSubmit,
  onChange,
  onKeyDown,
  id,
  ...textarea
}: TextAreaProps) {
  const [typed, setTyped] = useState(String(textarea.value ?? textarea.defaultValue ?? ''));
  const text = textarea.value === undefined ? typed : String(textarea.value);
  const remaining = remainingNearLimit(text, limit);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event);
    if (!onSubmit || event.defaultPrevented || event.key !== 'Enter' || event.shiftKey) return;
    // While an input method is composing, Enter chooses a word.
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit();
  };

  return (
    <Field {...{ id, label, hint, error, optional, hideLabel }}>
      {(control) => (
        <span
          className={classes(styles.area, bare ? styles.bare : fieldStyles.box)}
          style={{ '--min-rows': minRows, '--max-rows': maxRows }}
          data-text={`${text}\n`}
        >
          <textarea
            rows={minRows}
            {...textarea}
            {...control}
            className={styles.text}
            onKeyDown={press}
            onChange={(event) => {
              setTyped(event.target.value);
              onChange?.(event);
            }}
          />
          {remaining !== undefined && left && (
            <output className={classes(styles.count, 'tabular', remaining < 0 && styles.over)}>
              {left(remaining)}
            </output>
          )}
        </span>
      )}
    </Field>
  );
}

/** What is left of the limit, once a tenth of it or less is left. */
function remainingNearLimit(text: string, limit: number | undefined): number | undefined {
  if (limit === undefined) return undefined;
  // A visible character has at least one code unit: far below the limit there is nothing to count.
  if (text.length < limit * 0.9) return undefined;
  const remaining = limit - visibleLength(text);
  return remaining <= limit * 0.1 ? remaining : undefined;
}
