import { Trans, useLingui } from '@lingui/react/macro';
import type { Report } from '@rondo/contract';
import { Banner, Button, TextArea, toast } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { isSame } from './content.ts';
import { ContentForm } from './ContentForm.tsx';
import styles from './Report.module.css';

interface Props {
  report: Report;
  keep: (report: Report) => void;
  onDone: () => void;
}

/** Says something published differently, and tells readers why. */
export function Correct({ report, keep, onDone }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const [content, setContent] = useState(report.content);
  const [note, setNote] = useState('');
  const correct = useMutation(
    api.reports.correct.mutationOptions({
      onSuccess: (corrected) => {
        toast({ text: t`Corrected`, tone: 'ok' });
        keep(corrected);
        onDone();
      },
    }),
  );
  const isReady = note.trim() !== '' && !isSame(content, report.content);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) {
          correct.mutate({ report: report.id, version: report.version, content, note });
        }
      }}
    >
      <Banner tone="info">
        <Trans>
          Readers see that it was corrected, and why. What it said before stays here for the team.
          Nobody is mailed again.
        </Trans>
      </Banner>
      <ContentForm content={content} counted={report.counted} change={setContent} />
      <TextArea
        label={t`What was wrong?`}
        hint={t`Stands on the page with today’s date.`}
        value={note}
        minRows={1}
        limit={400}
        left={(count) => t`${count} left`}
        onChange={({ target }) => setNote(target.value)}
      />
      {correct.isError && <Banner tone="danger">{errorWords(correct.error)}</Banner>}
      <div className={styles.bar}>
        <Button tone="primary" type="submit" busy={correct.isPending} disabled={!isReady}>
          <Trans>Publish the correction</Trans>
        </Button>
        <Button tone="quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
