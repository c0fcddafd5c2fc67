import { Trans, useLingui } from '@lingui/react/macro';
import { linkClass, Skeleton } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { activityRoute } from '../../routes/library.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { FavouriteButton } from '../library/FavouriteButton.tsx';
import { Picture } from '../library/Picture.tsx';
import { useTeamActivity } from '../library/useTeamLibrary.ts';
import { Facts } from './Facts.tsx';
import { FlowRing } from './FlowRing.tsx';
import { Occasions } from './Occasions.tsx';
import { OwnActions } from './OwnActions.tsx';
import { StartForm } from './StartForm.tsx';
import { Steps } from './Steps.tsx';
import page from '../Page.module.css';
import styles from './Activity.module.css';

/** One activity: what it is for, how it goes, and the start. */
export default function Activity() {
  const { t, i18n } = useLingui();
  const { team, activity: id } = activityRoute.useParams();
  const activity = useQuery({
    ...api.activities.get.queryOptions({ input: { activity: id } }),
    // A team changes its own ones; those that are built in stay until the next release.
    staleTime: ({ state }) => (state.data?.custom ? 0 : Infinity),
  });
  const ours = useTeamActivity(team, id);
  const title = activity.data ? inLanguage(activity.data.name, i18n.locale) : '';
  useTitle(title);
  needAnswer(activity);
  if (!activity.data) return <Skeleton lines={6} label={t`The activity is loading`} />;
  const { summary, purpose } = activity.data;
  return (
    <article className={styles.activity}>
      <div className={styles.words}>
        <Link to="/teams/$team/library" params={{ team }} className={linkClass}>
          <Trans>Library</Trans>
        </Link>
        <div className={styles.title}>
          <h1 className={page.title}>{title}</h1>
          <FavouriteButton activity={id} name={title} favourite={ours?.favourite ?? false} />
        </div>
        <p className={styles.summary}>{inLanguage(summary, i18n.locale)}</p>
        <p className={styles.purpose}>{inLanguage(purpose, i18n.locale)}</p>
        <Facts activity={activity.data} ours={ours} />
        <OwnActions activity={activity.data} team={team} name={title} />
      </div>
      <aside className={styles.aside}>
        <span className={styles.picture}>
          <Picture activity={activity.data} />
        </span>
        <StartForm key={id} activity={activity.data} team={team} name={title} />
      </aside>
      <div className={styles.more}>
        <section className={styles.how} aria-labelledby="how">
          <h2 id="how" className={styles.subtitle}>
            <Trans>How it goes</Trans>
          </h2>
          <FlowRing activity={activity.data} />
          <Steps activity={activity.data} />
        </section>
        <Occasions activity={activity.data} team={team} />
      </div>
    </article>
  );
}
