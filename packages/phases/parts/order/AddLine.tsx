import { useLingui } from '@lingui/react/macro';
import { Button, TextField, visibleLength } from '@rondo/design';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import type { Draft } from '../useDraft.ts';
import styles from './AddLine.module.css';

interface Props {
  draft: Draft;
  label: string;
  /** Stands in the field instead of a label above it. */
  placeholder?: string;
  /** The longest line, in visible characters. */
  limit: number;
  /** What the button says; absent: “Add”. */
  button?: string;
  /** @returns whether it was taken, else the words come back */
  add: (text: string) => Promise<boolean>;
}

/** One more thing on a list, in a line. Enter adds it, and the next one can be written at once. */
export function AddLine({ draft, label, placeholder, limit, button, add }: Props) {
  const { t } = useLingui();
  const { text, write, giveBack } = draft;
  const field = useRef<HTMLInputElement>(null);
  const words = text.trim();
  const left = limit - visibleLength(words);
  const isReady = words !== '' && left >= 0;

  async function submit(): Promise<void> {
    if (!isReady) return;
    write('');
    field.current?.focus();
    if (!(await add(words))) giveBack(words, ' ');
  }

  return (
    <form
      className={styles.add}
      data-labelled={placeholder === undefined ? '' : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        ref={field}
        label={label}
        hideLabel={placeholder !== undefined}
        placeholder={placeholder}
        error={left < 0 ? t`${-left} too many` : undefined}
        value={text}
        autoComplete="off"
        enterKeyHint="send"
        onChange={({ target }) => write(target.value)}
      />
      <Button type="submit" icon={<Plus size={18} aria-hidden />} disabled={!isReady}>
        {button ?? t`Add`}
      </Button>
    </form>
  );
}
