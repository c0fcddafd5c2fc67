import { Trans, useLingui } from '@lingui/react/macro';
import type { TaskWithThread } from '@rondo/contract';
import { Banner, Button, Markdown, TextArea, visibleLength } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorCode } from '../../api/call.ts';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { LONGEST_DETAILS, LONGEST_TASK } from './limits.ts';
import styles from './TaskDialog.module.css';

interface Draft {
  text: string;
  details: string;
  /** Of the words that it began with. */
  version: number;
}

const draftOf = ({ text, details, version }: TaskWithThread): Draft => ({ text, details, version });

/**
 * Text and details. What somebody types stays theirs until they save; when somebody else has saved
 * meanwhile they see both, and choose.
 */
export function Words({ task, readOnly }: { task: TaskWithThread; readOnly: boolean }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft | null>(null);
  const save = useMutation(
    api.tasks.change.mutationOptions({
      onSuccess: () => setDraft(null),
      onSettled: () => queries.invalidateQueries({ queryKey: api.tasks.key() }),
    }),
  );
  if (draft === null)
    return (
      <div>
        <div className={styles.text}>
          <Markdown text={task.text} />
        </div>
        {task.details !== '' && <Markdown text={task.details} />}
        {!readOnly && (
          <Button size="s" onClick={() => setDraft(draftOf(task))}>
            {task.details === '' ? <Trans>Change or add details</Trans> : <Trans>Change</Trans>}
          </Button>
        )}
      </div>
    );
  const isChangedByOthers = task.version !== draft.version;
  const words = draft.text.trim();
  const isReady =
    words !== '' && visibleLength(words) <= LONGEST_TASK && draft.details.length <= LONGEST_DETAILS;
  const send = (version: number): void =>
    save.mutate({ task: task.id, text: words, details: draft.details, version });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isChangedByOthers) send(draft.version);
      }}
    >
      <TextArea
        label={t`Task`}
        value={draft.text}
        minRows={2}
        maxRows={6}
        limit={LONGEST_TASK}
        left={(count) => t`${count} left`}
        autoFocus
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      />
      <TextArea
        label={t`Details`}
        hint={t`**bold**, *italic*, lists, links. #tags find it again.`}
        value={draft.details}
        minRows={4}
        maxRows={16}
        limit={LONGEST_DETAILS}
        left={(count) => t`${count} left`}
        onChange={(event) => setDraft({ ...draft, details: event.target.value })}
      />
      {isChangedByOthers ? (
        <Banner tone="warn">
          <p>
            <Trans>Somebody else has changed it meanwhile. It says now:</Trans>
          </p>
          <div className={styles.theirs}>
            <Markdown text={task.text} />
          </div>
          {task.details !== '' && <Markdown text={task.details} />}
          <div className={styles.row}>
            <Button size="s" disabled={!isReady} onClick={() => send(task.version)}>
              <Trans>Save mine</Trans>
            </Button>
            <Button size="s" tone="quiet" onClick={() => setDraft(null)}>
              <Trans>Take theirs</Trans>
            </Button>
          </div>
        </Banner>
      ) : (
        <div className={styles.row}>
          <Button tone="primary" type="submit" disabled={!isReady} busy={save.isPending}>
            <Trans>Save</Trans>
          </Button>
          <Button tone="quiet" onClick={() => setDraft(null)}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      )}
      {save.isError && errorCode(save.error) !== 'conflict' && (
        <Banner tone="danger">{errorWords(save.error)}</Banner>
      )}
    </form>
  );
}
