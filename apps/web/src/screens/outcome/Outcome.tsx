import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, buttonClass, ConfirmButton, Logo, Menu, toast, Toaster } from '@rondo/design';
import type { Outcome as OutcomeOf, OutcomePart } from '@rondo/meeting';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { api } from '../../api/client.ts';
import { call } from '../../api/every.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { outcomeRoute } from '../../routes/open.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { OutcomeBody } from './OutcomeBody.tsx';
import { Reopen } from './Reopen.tsx';
import { Trends } from './trends.ts';
import styles from './Outcome.module.css';

/** What remains of a meeting, for the team and for the guests who were there. */
export default function Outcome() {
  const { meeting } = outcomeRoute.useParams();
  const query = useQuery(api.outcomes.get.queryOptions({ input: { meeting } }));
  // The contract passes the meeting package's own shape through.
  const outcome = query.data as OutcomeOf | undefined;
  const earlier = useQuery({
    ...api.outcomes.trend.queryOptions({ input: { meeting } }),
    enabled: outcome !== undefined && outcome.phases.some(({ parts }) => parts.some(isFollowed)),
  });
  const trends = useMemo(
    () => new Map((earlier.data?.statements ?? []).map((each) => [each.statement, each.runs])),
    [earlier.data],
  );
  useTitle(outcome?.name ?? '');
  needAnswer(query);
  if (!outcome) return null;
  return (
    <div className={styles.page}>
      <Top meeting={meeting} />
      <main className={styles.main}>
        {outcome.phases.some(({ kind }) => kind === 'report') && <ToReports meeting={meeting} />}
        <Trends value={trends}>
          <OutcomeBody outcome={outcome} />
        </Trends>
        <Remove meeting={meeting} name={outcome.name} />
      </main>
    </div>
  );
}

/** The words of a report live on as its draft: for members of the team. */
function ToReports({ meeting }: { meeting: string }) {
  const door = useQuery(api.meetings.door.queryOptions({ input: { meeting } }));
  const team = door.data?.team;
  if (!team) return null;
  return (
    <div className={styles.notice}>
      <Banner
        tone="info"
        action={
          <Link
            to="/teams/$team/reports"
            params={{ team: team.id }}
            className={buttonClass({ size: 's' })}
          >
            <Trans>To the reports</Trans>
          </Link>
        }
      >
        <Trans>What you wrote here has become a report: a draft, until it is published.</Trans>
      </Banner>
    </div>
  );
}

/** Whether the answers to a part are followed from meeting to meeting. */
const isFollowed = (part: OutcomePart): boolean =>
  part.as === 'scale' && part.statement !== undefined;

function Top({ meeting }: { meeting: string }) {
  const { t, i18n } = useLingui();
  const errorWords = useErrorWords();
  const door = useQuery(api.meetings.door.queryOptions({ input: { meeting } }));
  const team = door.data?.team;
  const mail = useMutation(
    api.outcomes.mail.mutationOptions({
      onSuccess: ({ mails }) => toast({ text: t`Mails on their way: ${mails}`, tone: 'ok' }),
    }),
  );
  const language = i18n.locale.startsWith('de') ? ('de' as const) : ('en' as const);
  const copy = async (): Promise<void> => {
    const file = await call.outcomes.file({ meeting, format: 'markdown', language });
    await navigator.clipboard.writeText(await file.text());
    toast({ text: t`Copied as Markdown`, tone: 'ok' });
  };
  const download = (format: 'markdown' | 'csv' | 'json'): void => {
    const link = document.createElement('a');
    link.href = `/api/meetings/${meeting}/outcome/${format}?language=${language}`;
    // Kept as a file under the name that the server gives it, rather than shown.
    link.download = '';
    link.click();
  };
  return (
    <header className={styles.top}>
      <Link to="/" className={styles.home} aria-label="Rondo">
        <Logo />
      </Link>
      {team && (
        <Link to="/teams/$team" params={{ team: team.id }} className={styles.team}>
          {team.name}
        </Link>
      )}
      <span className={styles.space} />
      {team && door.data?.reopens && <Reopen meeting={meeting} />}
      <Menu
        label={t`Take it along`}
        button={
          <span className={styles.team}>
            <Download size={18} aria-hidden /> <Trans>Take it along</Trans>
          </span>
        }
        align="end"
        items={[
          ...(window.isSecureContext
            ? [{ label: t`Copy as Markdown`, onSelect: () => void copy() }]
            : []),
          { label: t`Markdown file`, onSelect: () => download('markdown') },
          { label: t`CSV for a spreadsheet`, onSelect: () => download('csv') },
          { label: t`JSON`, onSelect: () => download('json') },
          {
            label: t`Print or save as PDF`,
            icon: <Printer size={16} />,
            onSelect: () => window.print(),
          },
          ...(team
            ? [
                'line' as const,
                { label: t`Mail it to the team again`, onSelect: () => mail.mutate({ meeting }) },
              ]
            : []),
        ]}
      />
      {mail.isError && <Banner tone="danger">{errorWords(mail.error)}</Banner>}
      <Toaster label={t`Messages`} dismissLabel={t`Dismiss`} />
    </header>
  );
}

/** At the end of the page, where nobody gets by accident; for members of the team. */
function Remove({ meeting, name }: { meeting: string; name: string }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const door = useQuery(api.meetings.door.queryOptions({ input: { meeting } }));
  const team = door.data?.team;
  const remove = useMutation(
    api.meetings.remove.mutationOptions({
      onSuccess: () =>
        team ? navigate({ to: '/teams/$team', params: { team: team.id } }) : navigate({ to: '/' }),
    }),
  );
  if (!team) return null;
  return (
    <div className={styles.remove}>
      <ConfirmButton
        tone="quiet"
        busy={remove.isPending}
        question={t`Delete “${name}” for good?`}
        onConfirm={() => remove.mutate({ meeting })}
      >
        {t`Delete this meeting`}
      </ConfirmButton>
      {remove.isError && <Banner tone="danger">{errorWords(remove.error)}</Banner>}
    </div>
  );
}
