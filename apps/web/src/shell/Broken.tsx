import { Trans, useLingui } from '@lingui/react/macro';
import { Button, EmptyState } from '@rondo/design';
import { errorCode } from '../api/call.ts';
import { NothingHere } from './NotFound.tsx';
import { Outside } from './Outside.tsx';
import { LoadAgain } from './release/LoadAgain.tsx';
import { isNotLoaded } from './release/notLoaded.ts';
import { useTitle } from './useTitle.ts';

/** A screen that could not be shown, with nothing around it. */
export function Broken({ error }: { error: unknown }) {
  return (
    <Outside title={null}>
      <BrokenInside error={error} />
    </Outside>
  );
}

/** The same where a frame stands around it, and leads elsewhere. What you wrote in a meeting is kept all the same. */
export function BrokenInside({ error }: { error: unknown }) {
  const { t } = useLingui();
  const isOld = isNotLoaded(error);
  useTitle(isOld ? t`Rondo` : t`Something went wrong`);
  if (isOld) return <LoadAgain isScreen />;
  const code = errorCode(error);
  // An address that no meeting or team can have was mistyped.
  if (code === 'not-found' || code === 'bad-input') return <NothingHere />;
  return (
    <EmptyState
      isScreen
      title={code === 'offline' ? t`No connection to the server` : t`This page could not be shown`}
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
  );
}
