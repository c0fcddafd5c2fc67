import { Trans, useLingui } from '@lingui/react/macro';
import { Button, buttonClass, EmptyState } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { errorCode } from '../../api/call.ts';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { useTitle } from '../../shell/useTitle.ts';

/** Where the mail leads. One tap confirms: programs that check mails open links, and must not use them up. */
export default function VerifyDomain() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  useTitle(t`Mail domain`);
  const [token] = useState(() => location.hash.slice(1));
  const confirm = useMutation(api.organizations.confirmDomain.mutationOptions());
  if (confirm.isSuccess) {
    const { organization, domain } = confirm.data;
    return (
      <EmptyState
        isScreen
        title={t`${domain} is verified`}
        drawing="rings"
        action={
          <Link
            to="/organizations/$organization"
            params={{ organization }}
            hash="settings"
            className={buttonClass({ tone: 'primary' })}
          >
            <Trans>To the organization</Trans>
          </Link>
        }
      />
    );
  }
  if (confirm.isError) {
    return (
      <EmptyState isScreen title={t`This link does not work`} drawing="lines">
        {['not-allowed', 'not-found'].includes(errorCode(confirm.error))
          ? t`Only owners and admins of the organization may confirm it. Sign in as one of them.`
          : errorWords(confirm.error)}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      isScreen
      title={t`Confirm the mail domain?`}
      drawing="rings"
      action={
        <Button
          tone="primary"
          size="l"
          busy={confirm.isPending}
          onClick={() => confirm.mutate({ token })}
        >
          <Trans>Confirm</Trans>
        </Button>
      }
    >
      <Trans>You read mail at this domain, so it belongs to your organization.</Trans>
    </EmptyState>
  );
}
