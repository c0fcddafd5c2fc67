import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, EmptyState } from '@rondo/design';
import { useLiveClient } from '@rondo/live/react';
import { useEffect } from 'react';
import { Outside } from '../../shell/Outside.tsx';
import { NextTry } from './NextTry.tsx';

/** More people are here than the server takes; the page goes on by itself. */
export function Full({ nextAt }: { nextAt: number }) {
  const { t } = useLingui();
  const client = useLiveClient();
  useFullNotice();
  return (
    <Outside title={t`Waiting`}>
      <EmptyState
        isScreen
        title={t`Waiting for room`}
        drawing="rings"
        action={
          <Button onClick={client.wake}>
            <Trans>Try now</Trans>
          </Button>
        }
      >
        <Trans>
          There are more people here than this server can take right now. You are let in as soon as
          there is room; you need not do anything.
        </Trans>{' '}
        <NextTry at={nextAt} />
      </EmptyState>
    </Outside>
  );
}

/** Said once; the seconds that go by are for the eye. */
function useFullNotice(): void {
  const { t } = useLingui();
  useEffect(() => {
    announce(
      t`There are more people here than this server can take right now. You are let in as soon as there is room.`,
    );
    // oxlint-disable-next-line react/exhaustive-deps -- another language says nothing new.
  }, []);
}
