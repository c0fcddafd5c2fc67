import { Trans } from '@lingui/react/macro';
import { LinkButton } from '@rondo/design';
import type { Saving } from './createKeeper.ts';
import styles from './Report.module.css';

/** Whether what is on the screen is safe. */
export function SavingWords({ saving, retry }: { saving: Saving; retry: () => void }) {
  return (
    <p className={styles.small} role="status">
      {saving === 'saved' && <Trans>Everything is saved</Trans>}
      {(saving === 'waiting' || saving === 'saving') && <Trans>Saving…</Trans>}
      {saving === 'conflict' && <Trans>Not saved</Trans>}
      {saving === 'failed' && (
        <>
          <Trans>Not saved: no connection, or something is missing.</Trans>{' '}
          <LinkButton onClick={retry}>
            <Trans>Try again</Trans>
          </LinkButton>
        </>
      )}
    </p>
  );
}
