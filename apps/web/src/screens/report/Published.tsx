import { Trans, useLingui } from '@lingui/react/macro';
import type { Report } from '@rondo/contract';
import { Button, buttonClass, ConfirmButton, toast } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { Download, ExternalLink, Pencil } from 'lucide-react';
import { api } from '../../api/client.ts';
import { call } from '../../api/every.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { CopyField } from '../../shell/CopyField.tsx';
import { Post } from './Post.tsx';
import styles from './Report.module.css';

interface Props {
  report: Report;
  keep: (report: Report) => void;
  onCorrect: () => void;
}

/** What is published, and what may still be done with it. */
export function Published({ report, keep, onCorrect }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const back = useMutation(
    api.reports.unpublish.mutationOptions({
      onSuccess: keep,
      onError: (error) => void toast({ text: errorWords(error), tone: 'warn' }),
    }),
  );
  const download = async (): Promise<void> => {
    const { file, text } = await call.reports.markdown({ report: report.id });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
    link.download = file;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const mayChange = report.you === 'publisher' && report.open;
  return (
    <>
      {report.url !== null && report.you !== 'reader' && (
        <CopyField label={t`Public page`} value={report.url} />
      )}
      <div className={styles.bar}>
        {report.url !== null && (
          <a href={report.url} target="_blank" rel="noreferrer" className={buttonClass({})}>
            <ExternalLink size={17} aria-hidden /> <Trans>Open the page</Trans>
          </a>
        )}
        <Button
          icon={<Download size={17} aria-hidden />}
          onClick={() =>
            void download().catch((error: unknown) =>
              toast({ text: errorWords(error), tone: 'warn' }),
            )
          }
        >
          <Trans>Markdown</Trans>
        </Button>
        {mayChange && (
          <>
            <Button icon={<Pencil size={17} aria-hidden />} onClick={onCorrect}>
              <Trans>Correct it</Trans>
            </Button>
            <ConfirmButton
              question={t`Really? The page is gone at once.`}
              busy={back.isPending}
              onConfirm={() => back.mutate({ report: report.id, version: report.version })}
            >
              <Trans>Take it back</Trans>
            </ConfirmButton>
          </>
        )}
      </div>
      <Post report={report} />
    </>
  );
}
