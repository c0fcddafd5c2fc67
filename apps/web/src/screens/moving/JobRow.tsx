import { Trans, useLingui } from '@lingui/react/macro';
import type { DataJob } from '@rondo/contract';
import {
  Banner,
  Button,
  buttonClass,
  ConfirmButton,
  dateIn,
  linkClass,
  Progress,
} from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { api } from '../../api/client.ts';
import { useFailureWords } from './useFailureWords.ts';
import { useSizeWords } from './useSizeWords.ts';
import styles from './Moving.module.css';

/** An export or import: how far it is, what came of it. */
export function JobRow({ job }: { job: DataJob }) {
  const { t, i18n } = useLingui();
  const failureWords = useFailureWords();
  const sizeWords = useSizeWords();
  const queryClient = useQueryClient();
  const cancel = useMutation(
    api.dataJobs.cancel.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.dataJobs.key() }),
    }),
  );
  const { id, kind, scope, about, state, done, total, failure, failedAt, file, made } = job;
  const isGoing = state === 'waiting' || state === 'working';
  const title =
    kind === 'import'
      ? t`Import`
      : scope === 'person'
        ? t`Everything about you`
        : t`Export of ${about}`;
  const asked = dateIn(i18n.locale, new Date(job.askedAt), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const until =
    file && dateIn(i18n.locale, new Date(file.until), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <span className={styles.name}>{title}</span>
        <span className={styles.note}>
          {asked}
          {state === 'cancelled' && ` · ${t`cancelled`}`}
          {file && ` · ${sizeWords(file.bytes)} · ${t`until ${until}`}`}
          {state === 'ready' && kind === 'export' && !file && ` · ${t`not kept any longer`}`}
        </span>
        {isGoing && (
          <Progress
            label={
              kind === 'export' ? t`The export file is being made` : t`The teams are being made`
            }
            hideLabel
            note={total > 0 ? t`${done} of ${total}` : t`waiting`}
            value={total > 0 ? done : 0}
            max={Math.max(total, 1)}
          />
        )}
        {failure && (
          <Banner tone="danger">
            {failureWords(failure)}
            {failedAt !== null && (
              <code lang="en" className={styles.where}>
                {failedAt}
              </code>
            )}
          </Banner>
        )}
        {made.length > 0 && (
          <ul className={styles.made} aria-label={t`Teams that were made`}>
            {made.map((team) => (
              <li key={team.id}>
                <Link className={linkClass} to="/teams/$team" params={{ team: team.id }}>
                  {team.name}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      {file && (
        <a
          className={buttonClass({ tone: 'primary', size: 's' })}
          href={`/api/exports/${id}/file`}
          download={file.name}
        >
          <Download aria-hidden="true" size={16} />
          <Trans>Fetch</Trans>
        </a>
      )}
      {isGoing && (
        <Button size="s" busy={cancel.isPending} onClick={() => cancel.mutate({ job: id })}>
          <Trans>Cancel</Trans>
        </Button>
      )}
      {file && (
        <ConfirmButton
          size="s"
          question={t`Delete the export file?`}
          busy={cancel.isPending}
          onConfirm={() => cancel.mutate({ job: id })}
        >
          {t`Delete`}
        </ConfirmButton>
      )}
    </li>
  );
}
