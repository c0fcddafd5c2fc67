import { Trans, useLingui } from '@lingui/react/macro';
import type { Organization as Seen } from '@rondo/contract';
import { Tabs } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { organizationRoute } from '../../routes/organization.ts';
import { Answer } from '../../shell/Answer.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { OrganizationMetrics } from '../metrics/OrganizationMetrics.tsx';
import { OrganizationData } from './archives/OrganizationData.tsx';
import { People } from './People.tsx';
import { Plan } from './plan/Plan.tsx';
import { usePlan } from './plan/usePlan.ts';
import { Settings } from './Settings.tsx';
import { Teams } from './Teams.tsx';
import { useRoleWords } from './useRoleWords.ts';
import page from '../Page.module.css';

/** In the order in which they stand; a new one is a component of this folder and a line in `Views`. */
const VIEWS = ['teams', 'people', 'plan', 'metrics', 'data', 'settings'] as const;

/** An organization: its teams, its people, and what belongs to all of them. */
export default function Organization() {
  const { t } = useLingui();
  const { organization } = organizationRoute.useParams();
  const query = useQuery(api.organizations.get.queryOptions({ input: { organization } }));
  useTitle(query.data?.name ?? '');
  return (
    <Answer query={query} loading={t`The organization is loading`}>
      {(seen) => <Views key={organization} organization={seen} />}
    </Answer>
  );
}

function Views({ organization }: { organization: Seen }) {
  const { t } = useLingui();
  const roleWords = useRoleWords();
  const { id, name, role, teams, requests } = organization;
  const mayManage = role === 'owner' || role === 'admin';
  const navigate = useNavigate();
  // In the address, so that loading it again leads back; behind the #, as no server needs to know.
  const hash = useLocation({ select: (location) => location.hash });
  // Where there are no plans there is nothing to see.
  const hasPlans = usePlan(id).data?.limited ?? hash === 'plan';
  const shown = VIEWS.filter(
    (each) =>
      ((each !== 'metrics' && each !== 'data') || mayManage) && (each !== 'plan' || hasPlans),
  );
  const view = shown.find((each) => each === hash) ?? 'teams';
  const labels = {
    teams: t`Teams`,
    people: t`People`,
    plan: t`Plan`,
    metrics: t`Metrics`,
    data: t`Data`,
    settings: t`Settings`,
  };
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>{name}</h1>
        <p className={page.lead}>
          <Trans>Your role here: {roleWords(role)}.</Trans>
        </p>
      </div>
      <Tabs
        label={t`About the organization`}
        value={view}
        onChange={(chosen) =>
          void navigate({
            to: '/organizations/$organization',
            params: { organization: id },
            hash: chosen,
            replace: true,
          })
        }
        tabs={shown.map((each) => ({
          id: each,
          label: labels[each],
          ...(each === 'teams' && { count: teams }),
          ...(each === 'people' && requests > 0 && { count: requests }),
        }))}
      >
        {view === 'teams' && <Teams organization={organization} />}
        {view === 'people' && <People organization={organization} />}
        {view === 'plan' && <Plan organization={id} />}
        {view === 'metrics' && <OrganizationMetrics organization={id} />}
        {view === 'data' && <OrganizationData organization={id} />}
        {view === 'settings' && <Settings organization={organization} />}
      </Tabs>
    </>
  );
}
