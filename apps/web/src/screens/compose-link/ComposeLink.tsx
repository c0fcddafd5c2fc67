import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Activity } from '@rondo/contract';
import { Banner, Button, buttonClass, EmptyState, Skeleton } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import { errorCode } from '../../api/call.ts';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { lastTeam } from '../../shell/lastTeam.ts';
import { Outside } from '../../shell/Outside.tsx';
import { Steps } from '../activity/Steps.tsx';
import { handOver } from '../compose/handOver.ts';
import { Picture } from '../library/Picture.tsx';
import { unpacked } from './link.ts';
import page from '../Page.module.css';
import styles from './ComposeLink.module.css';

/** An activity that came in a link: looked at, played alone, or kept for a team. */
export default function ComposeLink() {
  const { t, i18n } = useLingui();
  const errorWords = useErrorWords();
  const { hash } = useLocation();
  const file = useQuery({
    queryKey: ['compose-link', hash],
    queryFn: () => unpacked(hash),
    staleTime: Infinity,
  });
  const read = useQuery({
    ...api.customActivities.read.queryOptions({ input: { yaml: file.data ?? '' } }),
    enabled: typeof file.data === 'string',
    staleTime: Infinity,
  });
  const activity = read.data?.activity;
  const title = activity ? inLanguage(activity.name, i18n.locale) : t`An activity for you`;
  if (file.data === null || read.data?.problems.length)
    return (
      <Outside title={title}>
        <EmptyState isScreen title={t`This link cannot be read`} drawing="lines">
          <Trans>It may have been cut on its way. Ask for it again, or for the file.</Trans>
        </EmptyState>
      </Outside>
    );
  return (
    <Outside title={title} wide>
      {read.isError && <Banner tone="danger">{errorWords(read.error)}</Banner>}
      {!activity && !read.isError && <Skeleton lines={6} label={t`The activity is loading`} />}
      {activity && (
        <article className={styles.activity}>
          <div className={styles.words}>
            <h1 className={page.title}>{title}</h1>
            <p className={styles.summary}>{inLanguage(activity.summary, i18n.locale)}</p>
            <p className={page.quiet}>{inLanguage(activity.purpose, i18n.locale)}</p>
            <p className={page.quiet}>
              <Plural value={activity.minutes} one="About # minute" other="About # minutes" />
            </p>
          </div>
          <section className={styles.more} aria-labelledby="how">
            <h2 id="how" className={page.subtitle}>
              <Trans>How it goes</Trans>
            </h2>
            <Steps activity={activity} />
          </section>
          <aside className={styles.aside}>
            <span className={styles.picture}>
              <Picture activity={activity} />
            </span>
            <Choices activity={activity} />
          </aside>
        </article>
      )}
    </Outside>
  );
}

function Choices({ activity }: { activity: Activity }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { href } = useLocation();
  const me = useQuery({
    ...api.me.get.queryOptions({ input: {} }),
    // Signed out is an answer here.
    retry: (failed, error) => failed < 2 && errorCode(error) === 'offline',
  });
  const keep = useMutation(
    api.customActivities.create.mutationOptions({
      onSuccess: async ({ activity: id }, { team }) => {
        await queryClient.invalidateQueries({ queryKey: api.activities.key() });
        await navigate({ to: '/teams/$team/library/$activity', params: { team, activity: id } });
      },
    }),
  );
  const teams = (me.data?.organizations ?? [])
    .flatMap((each) => each.teams)
    // The team this browser showed last comes first.
    .toSorted((a, b) => Number(b.id === lastTeam()) - Number(a.id === lastTeam()));
  return (
    <div className={styles.choices}>
      {keep.isError && <Banner tone="danger">{errorWords(keep.error)}</Banner>}
      {teams.map(({ id, name }, index) => (
        <Button
          key={id}
          tone={index === 0 ? 'primary' : 'plain'}
          wide
          busy={keep.isPending && keep.variables.team === id}
          onClick={() => keep.mutate({ team: id, content: { ...activity } })}
        >
          {t`Keep it for ${name}`}
        </Button>
      ))}
      {me.isError && (
        <Link to="/sign-in" search={{ next: href }} className={buttonClass({ wide: true })}>
          <Trans>Sign in to keep it</Trans>
        </Link>
      )}
      <Button
        wide
        icon={<Play size={18} aria-hidden />}
        onClick={() => {
          handOver(activity);
          void navigate({ to: '/play' });
        }}
      >
        <Trans>Try it</Trans>
      </Button>
    </div>
  );
}
