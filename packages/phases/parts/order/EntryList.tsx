import { Trans, useLingui } from '@lingui/react/macro';
import { Button, IconButton, TextField } from '@rondo/design';
import type { LocalText } from '@rondo/meeting';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useWords } from '../useWords.ts';
import { moved } from './moved.ts';
import styles from './EntryList.module.css';

export interface Entry {
  id: string;
  text: LocalText;
}

interface Props {
  /** What they are together. */
  title: string;
  entries: readonly Entry[];
  /** What a new one says until somebody writes. */
  fresh: (number: number) => string;
  least: number;
  most: number;
  longest: number;
  change: (entries: Entry[]) => void;
}

/** Short texts in their order, for a form: changed, moved, removed, and one more. */
export function EntryList({ title, entries, fresh, least, most, longest, change }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const order = entries.map(({ id }) => id);
  const put = (id: string, to: number): void =>
    change(
      moved(order, id, to).flatMap((each) => entries.find((entry) => entry.id === each) ?? []),
    );
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>{title}</legend>
      {entries.map(({ id, text }, index) => (
        <div key={id} className={styles.row}>
          <TextField
            hideLabel
            label={t`Entry ${index + 1}`}
            maxLength={longest}
            value={words(text)}
            onChange={({ target }) =>
              change(entries.map((each) => (each.id === id ? { id, text: target.value } : each)))
            }
          />
          <IconButton
            size="s"
            label={t`Move entry ${index + 1} up`}
            icon={<ArrowUp size={16} />}
            disabled={index === 0}
            onClick={() => put(id, index - 1)}
          />
          <IconButton
            size="s"
            label={t`Move entry ${index + 1} down`}
            icon={<ArrowDown size={16} />}
            disabled={index === entries.length - 1}
            onClick={() => put(id, index + 1)}
          />
          <IconButton
            size="s"
            label={t`Remove entry ${index + 1}`}
            icon={<Trash2 size={16} />}
            disabled={entries.length <= least}
            onClick={() => change(entries.filter((each) => each.id !== id))}
          />
        </div>
      ))}
      <Button
        size="s"
        icon={<Plus size={16} aria-hidden />}
        disabled={entries.length >= most}
        onClick={() =>
          change([...entries, { id: freeId(entries), text: fresh(entries.length + 1) }])
        }
      >
        <Trans>One more</Trans>
      </Button>
    </fieldset>
  );
}

/** An id that no other entry has. */
function freeId(entries: readonly Entry[]): string {
  const taken = new Set(entries.map(({ id }) => id));
  for (let n = entries.length + 1; ; n++) if (!taken.has(`e${n}`)) return `e${n}`;
}
