import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { TaskWithThread } from '@rondo/contract';
import { dateIn } from '@rondo/design';
import { useHistoryWords } from './useHistoryWords.ts';
import styles from './TaskDialog.module.css';

/** Who changed what, the latest first. */
export function History({ task: { history } }: { task: TaskWithThread }) {
  const { t, i18n } = useLingui();
  const words = useHistoryWords();
  if (history.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>
        <Trans>History</Trans>{' '}
        <span className={styles.quiet}>
          (<Plural value={history.length} one="# change" other="# changes" />)
        </span>
      </summary>
      <ol className={styles.history}>
        {history.map((change) => (
          <li key={change.id}>
            <strong>{change.by ?? t`A meeting`}</strong>: {words(change)}{' '}
            <time className={styles.quiet} dateTime={change.at}>
              {dateIn(i18n.locale, new Date(change.at), {
                dateStyle: 'medium',
                timeStyle: 'short',
              })}
            </time>
          </li>
        ))}
      </ol>
    </details>
  );
}
