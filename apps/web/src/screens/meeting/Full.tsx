import { Trans, useLingui } from '@lingui/react/macro';
import { announce, EmptyState } from '@rondo/design';
import { useEffect } from 'react';
import { Outside } from '../../shell/Outside.tsx';
import { NextTry } from './NextTry.tsx';

/** More people are here than the server takes; the page goes on by itself. */
export function Full({ nextAt }: { nextAt: number }) {
  const { t } = useLingui();
  useFullNotice();
  return (
    <Outside title={t`Waiting`}>
      <EmptyState isScreen title={t`Full right now`} drawing="rings">
        <Trans>
          There are more people here than this server can take right now. You are let in as soon as
          there is room; you need not do anything.
        </Trans>
        <div>
          <NextTry at={nextAt} />
        </div>
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
