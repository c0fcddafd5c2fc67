import { Trans, useLingui } from '@lingui/react/macro';
import { Button, EmptyState, Spinner } from '@rondo/design';
import { useEffect, useState } from 'react';
import { atStake } from './atStake.ts';
import { loadByItself, mayLoadByItself } from './once.ts';
import { buildOfServer } from './ownBuild.ts';

/**
 * In place of a part of the app that could not be fetched: there is a new release and the old one's
 * files are gone, or there is no connection. Outside of meetings a new release is loaded at once.
 */
export function LoadAgain({ isScreen = false }: { isScreen?: boolean }) {
  const { t } = useLingui();
  const [why, setWhy] = useState<'own' | 'other' | 'offline' | null>(null);
  useEffect(() => {
    let isGone = false;
    void buildOfServer().then((build) => {
      if (isGone) return;
      if (build === 'other' && !atStake() && mayLoadByItself()) loadByItself();
      else setWhy(build);
    });
    return () => {
      isGone = true;
    };
  }, []);
  /** Without a server there would be nothing left to look at. */
  async function loadIfThere(): Promise<void> {
    const build = await buildOfServer();
    if (build === 'offline') setWhy(build);
    else location.reload();
  }
  if (why === null) return <Spinner label={t`Loading`} />;
  const titles = {
    own: t`This could not be loaded`,
    other: t`Rondo has been renewed`,
    offline: t`No connection to the server`,
  };
  return (
    <EmptyState
      isScreen={isScreen}
      title={titles[why]}
      drawing="lines"
      action={
        <Button tone="primary" onClick={() => void loadIfThere()}>
          {why === 'other' ? <Trans>Load again</Trans> : <Trans>Try again</Trans>}
        </Button>
      }
    >
      {why === 'offline' ? (
        <Trans>Check your network. Nothing you wrote in a meeting is lost.</Trans>
      ) : (
        <Trans>Load the page again to go on. Nothing you wrote in a meeting is lost.</Trans>
      )}
    </EmptyState>
  );
}
