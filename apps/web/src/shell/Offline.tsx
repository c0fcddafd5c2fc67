import { Trans } from '@lingui/react/macro';
import { Banner } from '@rondo/design';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import styles from './Offline.module.css';

/** Says why nothing gets on. Outside of meetings what somebody does waits in their tab alone. */
export function Offline() {
  const isOnline = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  if (isOnline) return null;
  return (
    <div className={styles.offline}>
      <Banner tone="offline">
        <Trans>
          No connection. What you do here is sent when it is back, as long as this tab stays open.
        </Trans>
      </Banner>
    </div>
  );
}
