import { Trans, useLingui } from '@lingui/react/macro';
import type { Report } from '@rondo/contract';
import { Banner, Button, ConfirmButton, Select, Tabs, toast } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { ContentForm } from './ContentForm.tsx';
import { Post } from './Post.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { SavingWords } from './SavingWords.tsx';
import { useAutosave } from './useAutosave.ts';
import styles from './Report.module.css';

interface Props {
  report: Report;
  keep: (report: Report) => void;
}

/** A draft, edited by every member of the team and saved by itself. */
export function Draft({ report, keep }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const [view, setView] = useState<'write' | 'preview'>('write');
  const [isPublishing, setPublishing] = useState(false);
  const draft = useAutosave(report, keep);
  const remove = useMutation(
    api.reports.remove.mutationOptions({
      onSuccess: () => navigate({ to: '/teams/$team/reports', params: { team: report.team.id } }),
      onError: (error) => void toast({ text: errorWords(error), tone: 'warn' }),
    }),
  );
  const mayPublish = report.you === 'publisher';
  const author = report.members.find(({ id }) => id === draft.author)?.name ?? report.author;
  return (
    <>
      {draft.saving === 'conflict' && (
        <Banner
          tone="warn"
          action={
            <>
              <Button size="s" onClick={() => void draft.takeTheirs()}>
                <Trans>Take theirs</Trans>
              </Button>
              <Button size="s" onClick={() => void draft.keepMine()}>
                <Trans>Keep mine</Trans>
              </Button>
            </>
          }
        >
          <Trans>
            Somebody else has saved this draft meanwhile. Yours is still here, and not saved.
          </Trans>
        </Banner>
      )}
      <div className={styles.bar}>
        <SavingWords saving={draft.saving} retry={() => void draft.flush()} />
        <span className={styles.space} />
        {mayPublish && (
          <Button
            tone="primary"
            disabled={draft.saving === 'conflict'}
            onClick={() => void draft.flush().then((isSaved) => isSaved && setPublishing(true))}
          >
            <Trans>Publish…</Trans>
          </Button>
        )}
      </div>
      {!mayPublish && (
        <p className={styles.small}>
          <Trans>A lead of the team or the author publishes it.</Trans>
        </p>
      )}
      <Tabs
        label={t`Draft`}
        value={view}
        onChange={setView}
        tabs={[
          { id: 'write', label: t`Write` },
          { id: 'preview', label: t`Preview` },
        ]}
      >
        {view === 'preview' ? (
          <Post report={report} content={draft.content} author={author} />
        ) : (
          <>
            <ContentForm content={draft.content} counted={report.counted} change={draft.change} />
            <div className={styles.author}>
              <Select
                label={t`Author`}
                value={draft.author ?? ''}
                onChange={({ target }) => draft.setAuthor(target.value || null)}
                options={[
                  // Somebody who is in the team no more, or came as a guest.
                  ...(draft.author === null ? [{ value: '', label: report.author }] : []),
                  ...report.members.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </div>
          </>
        )}
      </Tabs>
      {mayPublish && (
        <p>
          <ConfirmButton
            question={t`Really delete it? #${report.number} is not given again.`}
            busy={remove.isPending}
            onConfirm={() => remove.mutate({ report: report.id })}
          >
            <Trans>Delete this draft</Trans>
          </ConfirmButton>
        </p>
      )}
      <PublishDialog
        open={isPublishing}
        report={report}
        version={draft.version}
        keep={keep}
        onClose={() => setPublishing(false)}
      />
    </>
  );
}
