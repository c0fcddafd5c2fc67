import { Trans, useLingui } from '@lingui/react/macro';
import { Button, EmptyState } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Outside } from '../../shell/Outside.tsx';

interface Props {
  email: string;
  onBack: () => void;
}

/** A mail is on its way, if there is anything to mail: the screen says no more, so nobody can find out who has an account. */
export function MailSent({ email, onBack }: Props) {
  const { t } = useLingui();
  const server = useQuery(api.server.info.queryOptions({ input: {} }));
  return (
    <Outside title={t`Look into your mail`}>
      <EmptyState
        isScreen
        title={t`Look into your mail`}
        drawing="cards"
        action={
          <Button onClick={onBack}>
            <Trans>Use another address</Trans>
          </Button>
        }
      >
        <Trans>
          We have written to {email}. The link in that mail brings you on; it works once and only
          for a while.
        </Trans>
        {server.data?.mail === 'outbox' && (
          <>
            {' '}
            <Trans>
              This server sends no mails: its owner finds the link in the outbox and can pass it on
              to you.
            </Trans>
          </>
        )}
      </EmptyState>
    </Outside>
  );
}
