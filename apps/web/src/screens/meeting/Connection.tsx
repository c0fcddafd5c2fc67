import { Plural, Trans } from '@lingui/react/macro';
import { Banner, Button } from '@rondo/design';
import type { LiveStatus } from '@rondo/live/client';
import { useLive, useStatus, useUnsent } from '@rondo/live/react';
import { useLiveClient } from '@rondo/live/react';
import { useState } from 'react';
import { NextTry } from './NextTry.tsx';
import { useLasting } from './useLasting.ts';

/** How long a break may last before it is worth a word, ms. */
const PATIENCE = 1_500;

/** Shown while nothing can be saved: what is kept here, and that it goes on by itself. */
export function Connection() {
  const status = useStatus();
  const unsent = useUnsent();
  const stored = useLive((state) => state.stored);
  const late = useLive((state) => (state.late ? state.waiting.length : 0));
  const client = useLiveClient();
  const isAway = useLasting(status.is === 'offline', PATIENCE);
  const isFull = useIsFull(status);
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
  if (late > 0) {
    return (
      <Banner tone="offline">
        <Plural
          value={late}
          one="The server cannot save anything right now. One change is kept on this device until it can."
          other="The server cannot save anything right now. # changes are kept on this device until it can."
        />
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
      {isFull && (
        <>
          <Trans>There are more people here than this server can take right now.</Trans>{' '}
          {status.is === 'offline' && <NextTry at={status.nextAt} />}{' '}
        </>
      )}
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

/** Whether the server said so, and has not been heard of since: most of those who are too many are only refused. */
function useIsFull(status: LiveStatus): boolean {
  const [isFull, setIsFull] = useState(false);
  const is = status.is === 'offline' && (isFull || status.why === 'overloaded');
  if (is !== isFull) setIsFull(is);
  return is;
}
