import { Trans, useLingui } from '@lingui/react/macro';
import type { Organization, OrganizationRole } from '@rondo/contract';
import { EmptyState, Select } from '@rondo/design';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { FindField } from './FindField.tsx';
import { PersonRow } from './PersonRow.tsx';
import { Requests } from './Requests.tsx';
import { useSettled } from './useSettled.ts';
import styles from './Organization.module.css';

const ROLES: readonly OrganizationRole[] = ['owner', 'admin', 'billing', 'member'];

/** Who is in the organization; owners and admins give roles and remove. */
export function People({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<OrganizationRole | undefined>();
  const find = useSettled(typed);
  const list = useInfiniteQuery({
    ...api.organizations.people.infiniteOptions({
      input: (after: string | undefined) => ({
        organization: organization.id,
        limit: 50,
        ...(find !== '' && { find }),
        ...(role !== undefined && { role }),
        ...(after !== undefined && { after }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });
  const seesMail = organization.role === 'owner' || organization.role === 'admin';
  return (
    <>
      {organization.requests > 0 && <Requests organization={organization.id} />}
      <div className={styles.tools}>
        <FindField
          label={seesMail ? t`Find a name or an address` : t`Find a name`}
          value={typed}
          onChange={setTyped}
        />
        <Select
          label={t`Role`}
          hideLabel
          value={role ?? ''}
          onChange={(event) => setRole(ROLES.find((each) => each === event.target.value))}
          options={[
            { value: '', label: t`Everybody` },
            { value: 'owner', label: t`Owners` },
            { value: 'admin', label: t`Admins` },
            { value: 'billing', label: t`Billing` },
            { value: 'member', label: t`Members` },
          ]}
        />
      </div>
      <Answer query={list} loading={t`The people are loading`}>
        {({ pages }) => {
          const people = pages.flatMap((each) => each.people);
          if (people.length === 0)
            return <EmptyState title={t`Nobody here is called like that`} drawing="lines" />;
          return (
            <>
              <ul className={styles.rows} aria-label={t`People`}>
                {people.map((person) => (
                  <PersonRow key={person.id} person={person} organization={organization} />
                ))}
              </ul>
              <ShowMore list={list} shown={people.length}>
                <Trans>Show more people</Trans>
              </ShowMore>
            </>
          );
        }}
      </Answer>
    </>
  );
}
