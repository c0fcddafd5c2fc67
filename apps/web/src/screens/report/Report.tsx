import { Trans, useLingui } from '@lingui/react/macro';
import type { Report as ReportOf } from '@rondo/contract';
import { Skeleton } from '@rondo/design';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { reportRoute } from '../../routes/reports.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { Correct } from './Correct.tsx';
import { Draft } from './Draft.tsx';
import { Feedback } from './Feedback.tsx';
import { Head } from './Head.tsx';
import { History } from './History.tsx';
import { Post } from './Post.tsx';
import { Published } from './Published.tsx';
import styles from './Report.module.css';

/** One report: the draft for its team, and once it is published its words for the organization. */
export default function Report(): ReactNode {
  const { t } = useLingui();
  const { report } = reportRoute.useParams();
  const queries = useQueryClient();
  const options = api.reports.get.queryOptions({ input: { report } });
  // The draft's own saving tells of changes; to load it anew would take away what is being typed.
  const query = useQuery({ ...options, refetchOnWindowFocus: false });
  const [isCorrecting, setCorrecting] = useState(false);
  useTitle(query.data ? `#${query.data.number}` : t`Report`);
  needAnswer(query);
  const found = query.data;
  if (!found) return <Skeleton lines={8} label={t`Loading the report`} />;
  const keep = (next: ReportOf): void => {
    queries.setQueryData(options.queryKey, next);
    void queries.invalidateQueries({ queryKey: api.reports.list.key() });
  };
  return (
    <div className={styles.page}>
      {found.you !== 'reader' && (
        <p className={styles.way}>
          <Link to="/teams/$team/reports" params={{ team: found.team.id }}>
            <Trans>Reports of {found.team.name}</Trans>
          </Link>
        </p>
      )}
      <Head report={found} />
      {found.state === 'draft' && found.you !== 'reader' && found.open && (
        <Draft key={found.id} report={found} keep={keep} />
      )}
      {found.state === 'draft' && !found.open && <Post report={found} />}
      {found.state === 'published' && isCorrecting && (
        <Correct report={found} keep={keep} onDone={() => setCorrecting(false)} />
      )}
      {found.state === 'published' && !isCorrecting && (
        <Published report={found} keep={keep} onCorrect={() => setCorrecting(true)} />
      )}
      <History report={found} />
      <Feedback report={found} />
    </div>
  );
}
