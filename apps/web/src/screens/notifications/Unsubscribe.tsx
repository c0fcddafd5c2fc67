import { Trans, useLingui } from '@lingui/react/macro';
import { Button, buttonClass, EmptyState } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Outside } from '../../shell/Outside.tsx';
import { useMailingWords } from './useMailingWords.ts';

/**
 * Where the link in a mail leads that switches such mails off; nobody needs to sign in. One tap does
 * it: programs that check mails open links, and must not switch anything off.
 */
export default function Unsubscribe() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const [token] = useState(() => location.hash.slice(1));
  const stop = useMutation(api.notifications.unsubscribe.mutationOptions());
  const again = useMutation(
    api.notifications.resubscribe.mutationOptions({ onSuccess: () => stop.reset() }),
  );
  const error = stop.error ?? again.error;
  if (error) {
    return (
      <Outside title={t`Mails`}>
        <EmptyState isScreen title={t`This link does not work`} drawing="lines">
          {errorWords(error)}
        </EmptyState>
      </Outside>
    );
  }
  if (stop.data) {
    return (
      <Outside title={t`Mails`}>
        <EmptyState
          isScreen
          title={t`You get no more of these mails`}
          drawing="rings"
          action={
            <>
              <Button busy={again.isPending} onClick={() => again.mutate({ token })}>
                <Trans>Switch them on again</Trans>
              </Button>{' '}
              <Link to="/account/notifications" className={buttonClass({ tone: 'quiet' })}>
                <Trans>All settings</Trans>
              </Link>
            </>
          }
        >
          <Switched {...stop.data} />
        </EmptyState>
      </Outside>
    );
  }
  return (
    <Outside title={t`Mails`}>
      <EmptyState
        isScreen
        title={again.data ? t`They are switched on again` : t`No more of these mails?`}
        drawing="rings"
        action={
          <Button
            tone="primary"
            size="l"
            busy={stop.isPending}
            onClick={() => stop.mutate({ token })}
          >
            <Trans>Stop these mails</Trans>
          </Button>
        }
      >
        {again.data ? (
          <Switched {...again.data} />
        ) : (
          <Trans>One tap is enough, and you can switch them on again at any time.</Trans>
        )}
      </EmptyState>
    </Outside>
  );
}

function Switched({
  mailing,
  team,
}: {
  mailing: keyof ReturnType<typeof useMailingWords>;
  team: { name: string } | null;
}) {
  const words = useMailingWords();
  return <p>{team === null ? words[mailing] : `${words[mailing]}: ${team.name}`}</p>;
}
