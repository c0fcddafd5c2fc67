import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, TextArea, visibleLength } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { LONGEST_TASK } from './limits.ts';
import styles from './Board.module.css';

interface Props {
  team: string;
  stage: 'future' | 'active' | 'stuck';
  column: string;
  onDone: () => void;
}

/** A line for a new task in a column; the rest is told in its dialog. */
export function NewTask({ team, stage, column, onDone }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const [text, setText] = useState<string | null>(null);
  const [isPrivate, setIsPrivate] = useState(false);
  // Whoever closes the line goes on from where they opened it.
  const [wasOpen, setWasOpen] = useState(false);
  const close = (): void => {
    setText(null);
    setWasOpen(true);
  };
  const put = useMutation(
    api.tasks.put.mutationOptions({
      onSuccess: () => {
        // Closed meanwhile, it stays closed.
        setText((now) => (now === null ? null : ''));
        onDone();
      },
    }),
  );
  const words = (text ?? '').trim();
  const isReady = words !== '' && visibleLength(words) <= LONGEST_TASK;
  const send = (): void => {
    if (isReady && !put.isPending) put.mutate({ team, stage, text: words, private: isPrivate });
  };
  if (text === null)
    return (
      <Button
        size="s"
        tone="quiet"
        icon={<Plus size={16} aria-hidden />}
        aria-label={t`New task: ${column}`}
        className={styles.add}
        autoFocus={wasOpen}
        onClick={() => setText('')}
      >
        <Trans>New task</Trans>
      </Button>
    );
  return (
    <form
      className={styles.newTask}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        label={t`New task: ${column}`}
        hideLabel
        placeholder={t`What is to be done? #tags find it again`}
        value={text}
        minRows={2}
        maxRows={6}
        limit={LONGEST_TASK}
        left={(count) => t`${count} left`}
        error={put.isError ? errorWords(put.error) : undefined}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onSubmit={send}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
      />
      <Checkbox
        label={t`Private`}
        hint={isPrivate && t`Only whoever made it and who takes it see it.`}
        checked={isPrivate}
        onChange={(event) => setIsPrivate(event.target.checked)}
      />
      <div className={styles.row}>
        <Button size="s" type="submit" disabled={!isReady} busy={put.isPending}>
          <Trans>Add</Trans>
        </Button>
        <Button size="s" tone="quiet" onClick={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </form>
  );
}
