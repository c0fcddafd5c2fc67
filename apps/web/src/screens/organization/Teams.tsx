import { Trans, useLingui } from '@lingui/react/macro';
import type { Organization } from '@rondo/contract';
import { EmptyState, Select } from '@rondo/design';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { FindField } from './FindField.tsx';
import { NewTeam } from './NewTeam.tsx';
import { TeamRow } from './TeamRow.tsx';
import { useSettled } from './useSettled.ts';
import styles from './Organization.module.css';

const SHOWN = ['active', 'yours', 'archived'] as const;

/** The teams of an organization: to find, to join, to make another. */
export function Teams({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [show, setShow] = useState<(typeof SHOWN)[number]>('active');
  const find = useSettled(typed);
  const list = useInfiniteQuery({
    ...api.organizations.teams.infiniteOptions({
      input: (after: string | undefined) => ({
        organization: organization.id,
        show,
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
      <div className={styles.tools}>
        <FindField label={t`Find a team`} value={typed} onChange={setTyped} />
        <Select
          label={t`Which teams`}
          hideLabel
          value={show}
          onChange={(event) =>
            setShow(SHOWN.find((each) => each === event.target.value) ?? 'active')
          }
          options={[
            { value: 'active', label: t`All teams` },
            { value: 'yours', label: t`Your teams` },
            { value: 'archived', label: t`Archived` },
          ]}
        />
      </div>
      <Answer query={list} loading={t`The teams are loading`}>
        {({ pages }) => {
          const teams = pages.flatMap((each) => each.teams);
          if (teams.length === 0)
            return (
              <EmptyState
                title={find === '' ? t`No team here yet` : t`No team is called like that`}
                drawing="rings"
              />
            );
          return (
            <>
              <ul className={styles.rows} aria-label={t`Teams`}>
                {teams.map((team) => (
                  <TeamRow key={team.id} team={team} organization={organization.id} />
                ))}
              </ul>
              <ShowMore list={list} shown={teams.length}>
                <Trans>Show more teams</Trans>
              </ShowMore>
            </>
          );
        }}
      </Answer>
      <NewTeam organizations={[organization]} />
    </>
  );
}
