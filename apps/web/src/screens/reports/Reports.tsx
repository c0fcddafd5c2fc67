import { Trans, useLingui } from '@lingui/react/macro';
import type { ReportSummary } from '@rondo/contract';
import { Badge, buttonClass, EmptyState } from '@rondo/design';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MessageSquareText } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { reportsRoute } from '../../routes/reports.ts';
import { Answer } from '../../shell/Answer.tsx';
import { needAnswer } from '../../shell/needAnswer.ts';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { Channel } from './Channel.tsx';
import { reportsOf } from './reportsOf.ts';
import { useDays } from './useDays.ts';
import page from '../Page.module.css';
import styles from './Reports.module.css';

/** What a team has told its readers, and is about to tell. */
export default function Reports(): ReactNode {
  const { t } = useLingui();
  const { team } = reportsRoute.useParams();
  const about = useQuery(api.teams.get.queryOptions({ input: { team } }));
  const list = useInfiniteQuery(reportsOf(team));
  useTitle(t`Reports`);
  // What belongs to others looks as if it were not there.
  needAnswer(about);
  const isFirst = list.data?.pages[0]?.reports.length === 0;
  const isOpen = (about.data?.condition ?? 'open') === 'open';
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Reports</Trans>
        </h1>
        {isOpen && (
          <Link
            to="/teams/$team/library/$activity"
            params={{ team, activity: 'ship-report' }}
            className={buttonClass({ tone: 'primary' })}
          >
            {isFirst ? <Trans>Make the first one</Trans> : <Trans>Make the next one</Trans>}
          </Link>
        )}
        <p className={page.lead}>
          <Trans>What you shipped and what comes next, for readers outside of the team.</Trans>
        </p>
      </div>
      <Answer query={list} loading={t`Loading the reports`}>
        {({ pages }) => {
          const channel = pages[0]?.channel;
          const reports = pages.flatMap((each) => each.reports);
          return (
            <>
              {reports.length === 0 && (
                <EmptyState title={t`No reports yet`} hue="report" drawing="lines">
                  <Trans>
                    Run the activity “Ship Report”, once or every week. What you gather there
                    becomes a draft here when the meeting ends; nobody outside sees it before you
                    publish it.
                  </Trans>
                </EmptyState>
              )}
              <ol className={styles.list}>
                {reports.map((report) => (
                  <Row key={report.id} report={report} />
                ))}
              </ol>
              <ShowMore list={list} shown={reports.length}>
                <Trans>Show older ones</Trans>
              </ShowMore>
              {channel && about.data && (
                <Channel
                  team={team}
                  channel={channel}
                  name={about.data.name}
                  isLead={about.data.role === 'lead' && isOpen}
                />
              )}
            </>
          );
        }}
      </Answer>
    </>
  );
}

function Row({ report }: { report: ReportSummary }) {
  const { t } = useLingui();
  const { week } = useDays();
  const { id, number, title, author, state, audience, feedback } = report;
  return (
    <li className={styles.row}>
      <Link to="/reports/$report" params={{ report: id }} className={styles.link}>
        <span className={styles.number}>#{number}</span>
        <span className={styles.words}>
          <strong className={styles.title}>{title || week(report)}</strong>
          <span className={styles.small}>
            {state === 'draft' && (
              <Badge tone="warn">
                <Trans>Draft</Trans>
              </Badge>
            )}
            {state === 'published' && audience === 'public' && (
              <Badge tone="ok">
                <Trans>Public</Trans>
              </Badge>
            )}
            {state === 'published' && audience === 'private' && (
              <Badge>
                <Trans>Organization</Trans>
              </Badge>
            )}
            {title !== '' && <span>{week(report)}</span>}
            <span>{author}</span>
            {feedback > 0 && (
              <span className={styles.feedback}>
                <MessageSquareText size={15} aria-hidden />
                <span className="visually-hidden">{t`Feedback:`}</span> {feedback}
              </span>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
