import { Plural, Trans } from '@lingui/react/macro';
import { Banner, Button } from '@rondo/design';
import { useLive, useStatus, useUnsent } from '@rondo/live/react';
import { useLiveClient } from '@rondo/live/react';
import { useLasting } from './useLasting.ts';

/** How long a break may last before it is worth a word, ms. */
const PATIENCE = 1_500;

/** Shown while there is no connection: what is kept here, and that it goes on by itself. */
export function Connection() {
  const status = useStatus();
  const unsent = useUnsent();
  const stored = useLive((state) => state.stored);
  const client = useLiveClient();
  const isAway = useLasting(status.is === 'offline', PATIENCE);
  if (!stored && unsent > 0) {
    return (
      <Banner tone="warn">
        <Trans>
          This browser does not let Rondo store anything. Keep this tab open until you are connected
          again.
        </Trans>
      </Banner>
    );
  }
  if (!isAway) return null;
  return (
    <Banner
      tone="offline"
      action={
        <Button size="s" onClick={client.wake}>
          <Trans>Try now</Trans>
        </Button>
      }
    >
      {unsent > 0 ? (
        <Plural
          value={unsent}
          one="No connection. One change is kept on this device and sent as soon as there is one."
          other="No connection. # changes are kept on this device and sent as soon as there is one."
        />
      ) : (
        <Trans>No connection. You can go on; it is sent as soon as there is one.</Trans>
      )}
    </Banner>
  );
}
