import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextArea, visibleLength } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useEffect, useState } from 'react';
import { useDraft, useTyping } from '../../parts/index.ts';
import styles from './Report.module.css';

interface Props {
  phase: PhaseId;
  /** What is edited, to keep a draft of it on this device. */
  slot: string;
  label: string;
  text: string;
  revision: number;
  longest: number;
  mayBeEmpty?: boolean;
  rows?: number;
  /** Gets the words and the revision that they were changed from. */
  save: (text: string, revision: number) => Promise<boolean>;
  onDone: () => void;
}

/**
 * Words changed in place. Somebody else may save meanwhile: the revision is that of the beginning, so
 * the server sees it and keeps both texts.
 */
export function EditWords({
  phase,
  slot,
  label,
  text,
  revision,
  longest,
  mayBeEmpty = false,
  rows = 2,
  save,
  onDone,
}: Props) {
  const { t } = useLingui();
  const [begunWith] = useState(revision);
  const { text: draft, write: setDraft } = useDraft(phase, slot);
  const [value, setValue] = useState(draft || text);
  const typing = useTyping(phase);
  useEffect(() => () => typing(null), [typing]);
  const isReady = visibleLength(value) <= longest && (mayBeEmpty || value.trim() !== '');

  async function done(): Promise<void> {
    if (!isReady) return;
    if (value.trim() === text || (await save(value, begunWith))) leave();
  }
  function leave(): void {
    setDraft('');
    onDone();
  }
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault();
        void done();
      }}
    >
      <TextArea
        autoFocus
        hideLabel
        label={label}
        value={value}
        minRows={rows}
        limit={longest}
        left={(count) => t`${count} left`}
        onSubmit={rows <= 2 ? () => void done() : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          leave();
        }}
        onChange={({ target }) => {
          setValue(target.value);
          setDraft(target.value);
          typing(slot);
        }}
      />
      {begunWith !== revision && (
        <p className={styles.small} role="status">
          <Trans>Somebody has changed this meanwhile. Both texts will be kept.</Trans>
        </p>
      )}
      <div className={styles.buttons}>
        <Button tone="primary" size="s" type="submit" disabled={!isReady}>
          <Trans>Save</Trans>
        </Button>
        <Button tone="quiet" size="s" onClick={leave}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
