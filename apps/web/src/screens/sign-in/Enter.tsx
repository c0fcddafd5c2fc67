import { Trans, useLingui } from '@lingui/react/macro';
import { Button, buttonClass, EmptyState } from '@rondo/design';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Outside } from '../../shell/Outside.tsx';

function fromLink(): { token: string; next: string } {
  const parts = new URLSearchParams(location.hash.slice(1));
  const next = parts.get('next') ?? '/';
  return { token: parts.get('token') ?? '', next: /^\/[^/\\]/.test(next) ? next : '/' };
}

/** Whoever has colleagues here, by the domain of their address, is shown where before anything else. */
async function firstPage(queries: QueryClient): Promise<string> {
  const { organizations } = await queries.query(
    api.organizations.offered.queryOptions({ input: {} }),
  );
  return organizations.some(({ asked }) => !asked) ? '/organizations' : '/';
}

/**
 * Where mailed links lead. One tap goes on: programs that check mails open links, and must not use
 * them up.
 */
export default function Enter() {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [{ token, next }] = useState(fromLink);
  const enter = useMutation(
    api.me.enter.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await navigate({ href: next === '/' ? await firstPage(queryClient) : next, replace: true });
      },
    }),
  );
  if (enter.isError) {
    return (
      <Outside title={t`Sign in`}>
        <EmptyState
          isScreen
          title={t`This link does not work`}
          drawing="lines"
          action={
            <Link to="/sign-in" className={buttonClass({ tone: 'primary' })}>
              <Trans>Sign in</Trans>
            </Link>
          }
        >
          {errorWords(enter.error)}
        </EmptyState>
      </Outside>
    );
  }
  return (
    <Outside title={t`Sign in`}>
      <EmptyState
        isScreen
        title={t`Welcome`}
        drawing="rings"
        action={
          <Button
            tone="primary"
            size="l"
            busy={enter.isPending}
            onClick={() => enter.mutate({ token })}
          >
            <Trans>Go on</Trans>
          </Button>
        }
      >
        <Trans>Your address is confirmed with one tap.</Trans>
      </EmptyState>
    </Outside>
  );
}
