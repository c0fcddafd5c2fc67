import { Trans, useLingui } from '@lingui/react/macro';
import { linkClass, Tabs } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { ServerPlans } from '../organization/plan/ServerPlans.tsx';
import { AuditLog } from './AuditLog.tsx';
import { failuresIn } from './findings.ts';
import { Health } from './Health.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import page from '../Page.module.css';

const VIEWS = ['health', 'people', 'plans', 'log'] as const;

/** How the server is, for its owner alone. */
export default function Server() {
  const { t } = useLingui();
  useTitle(t`Server`);
  // In the address, so that loading it again leads back; behind the #, as no server needs to know.
  const hash = useLocation({ select: (location) => location.hash });
  const view = VIEWS.find((each) => each === hash) ?? 'health';
  const navigate = useNavigate();
  const { data } = useQuery(api.operations.doctor.queryOptions({ input: {} }));
  const plans = useQuery(api.plans.ofServer.queryOptions({ input: { limit: 1 } }));
  const hasPlans = plans.data?.limited ?? hash === 'plans';
  const failures = data ? failuresIn(data.reports) : 0;
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Server</Trans>
        </h1>
        <p className={page.lead}>
          <Trans>
            How it is, how many people it carries, and what was done. Only you see this page. Its
            mails are in the{' '}
            <Link to="/outbox" className={linkClass}>
              outbox
            </Link>
            , and how much it is used stands in its{' '}
            <Link to="/server/metrics" className={linkClass}>
              metrics
            </Link>
            .
          </Trans>
        </p>
      </div>
      <Tabs
        label={t`About the server`}
        value={view}
        onChange={(chosen) => void navigate({ to: '/server', hash: chosen, replace: true })}
        tabs={[
          { id: 'health', label: t`Health`, ...(failures > 0 && { count: failures }) },
          { id: 'people', label: t`People` },
          ...(hasPlans ? [{ id: 'plans' as const, label: t`Plans` }] : []),
          { id: 'log', label: t`Audit log` },
        ]}
      >
        {view === 'health' && <Health />}
        {view === 'people' && <PeopleHere />}
        {view === 'plans' && <ServerPlans />}
        {view === 'log' && <AuditLog />}
      </Tabs>
    </>
  );
}
