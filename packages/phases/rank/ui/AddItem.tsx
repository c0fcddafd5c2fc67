import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextField } from '@rondo/design';
import { newId, useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Plus } from 'lucide-react';
import type { SyntheticEvent } from 'react';
import { useDraft, useExplain } from '../../parts/index.ts';
import { addItem, LONGEST_ITEM } from '../domain/index.ts';
import styles from './Rank.module.css';

/** One more thing to rank. */
export function AddItem({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const send = useSend();
  const explain = useExplain();
  const [text, write] = useDraft(phase, 'item');

  async function add(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted === '') return;
    write('');
    const answer = await send(phase, addItem, { id: newId<'item'>(), text: wanted });
    if (answer === 'done') return;
    write(wanted);
    explain(answer);
  }

  return (
    <form className={styles.add} onSubmit={(event) => void add(event)}>
      <TextField
        label={t`One more item`}
        value={text}
        maxLength={LONGEST_ITEM}
        autoComplete="off"
        onChange={({ target }) => write(target.value)}
      />
      <Button type="submit" icon={<Plus size={18} aria-hidden />} disabled={text.trim() === ''}>
        <Trans>Add</Trans>
      </Button>
    </form>
  );
}
