import { Trans, useLingui } from '@lingui/react/macro';
import { Button, EmptyState } from '@rondo/design';
import { errorCode } from '../api/call.ts';
import { NotFound } from './NotFound.tsx';
import { Outside } from './Outside.tsx';
import { LoadAgain } from './release/LoadAgain.tsx';
import { isNotLoaded } from './release/notLoaded.ts';

/** A screen that could not be shown. What you wrote in a meeting is kept all the same. */
export function Broken({ error }: { error: unknown }) {
  const { t } = useLingui();
  if (isNotLoaded(error)) {
    return (
      <Outside title={t`Rondo`}>
        <LoadAgain isScreen />
      </Outside>
    );
  }
  const code = errorCode(error);
  // An address that no meeting or team can have was mistyped.
  if (code === 'not-found' || code === 'bad-input') return <NotFound />;
  return (
    <Outside title={t`Something went wrong`}>
      <EmptyState
        isScreen
        title={
          code === 'offline' ? t`No connection to the server` : t`This page could not be shown`
        }
        drawing="lines"
        action={
          <Button tone="primary" onClick={() => location.reload()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {code === 'offline' ? (
          <Trans>Check your network. Nothing you wrote in a meeting is lost.</Trans>
        ) : (
          <Trans>Loading it again usually helps. Nothing you wrote in a meeting is lost.</Trans>
        )}
      </EmptyState>
    </Outside>
  );
}
