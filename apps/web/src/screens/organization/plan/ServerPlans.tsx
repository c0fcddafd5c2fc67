import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ServerPlan } from '@rondo/contract';
import { Banner, EmptyState, Select, toast } from '@rondo/design';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useErrorWords } from '../../../api/useErrorWords.ts';
import { Answer } from '../../../shell/Answer.tsx';
import { ShowMore } from '../../../shell/ShowMore.tsx';
import { FindField } from '../FindField.tsx';
import { useSettled } from '../useSettled.ts';
import { usePlanWords } from './usePlanWords.ts';
import organizationStyles from '../Organization.module.css';
import styles from './Plan.module.css';

const PLANS = ['free', 'team', 'enterprise'] as const;

/** For the server's owner: every organization with its plan, and the way to give it another. */
export function ServerPlans() {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const find = useSettled(typed);
  const list = useInfiniteQuery({
    ...api.plans.ofServer.infiniteOptions({
      input: (after: string | undefined) => ({
        limit: 50,
        ...(find !== '' && { find }),
        ...(after !== undefined && { after }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className={organizationStyles.tools}>
        <FindField label={t`Find an organization`} value={typed} onChange={setTyped} />
      </div>
      <p className={styles.above}>
        <Trans>
          A plan you give holds whatever is paid. What goes beyond a smaller one stays open for 30
          days and can be read for ever.
        </Trans>
      </p>
      <Answer query={list} loading={t`The organizations are loading`}>
        {({ pages }) => {
          const organizations = pages.flatMap((each) => each.organizations);
          if (organizations.length === 0) {
            return <EmptyState title={t`No organization is called like that`} drawing="rings" />;
          }
          return (
            <>
              <ul className={organizationStyles.rows} aria-label={t`Organizations`}>
                {organizations.map((each) => (
                  <Row key={each.organization.id} seen={each} />
                ))}
              </ul>
              <ShowMore list={list} shown={organizations.length}>
                <Trans>Show more organizations</Trans>
              </ShowMore>
            </>
          );
        }}
      </Answer>
    </>
  );
}

function Row({ seen: { organization, plan, setBy, activeTeams } }: { seen: ServerPlan }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const words = usePlanWords();
  const queryClient = useQueryClient();
  const set = useMutation(
    api.plans.set.mutationOptions({
      onSuccess: async () => {
        toast({ text: t`Saved`, tone: 'ok' });
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <li className={organizationStyles.row}>
      <span className={organizationStyles.grow}>
        <span className={organizationStyles.name}>{organization.name}</span>
        <span className={organizationStyles.note}>
          <Plural value={activeTeams} one="# active team" other="# active teams" />
          {' · '}
          {words.name(plan)}
        </span>
      </span>
      <div className={styles.given}>
        <Select
          label={t`Plan of ${organization.name}`}
          hideLabel
          disabled={set.isPending}
          value={setBy === 'server' ? plan : ''}
          onChange={({ target }) =>
            set.mutate({
              organization: organization.id,
              plan: PLANS.find((each) => each === target.value) ?? null,
            })
          }
          options={[
            { value: '', label: t`What it pays for` },
            ...PLANS.map((each) => ({ value: each, label: t`Given: ${words.name(each)}` })),
          ]}
        />
      </div>
      {set.isError && <Banner tone="danger">{errorWords(set.error)}</Banner>}
    </li>
  );
}
