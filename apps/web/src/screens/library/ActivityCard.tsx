import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { TeamActivity } from '@rondo/contract';
import { inLanguage } from '@rondo/meeting';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useShareNames } from '../activity/useShareNames.ts';
import { FavouriteButton } from './FavouriteButton.tsx';
import { Picture } from './Picture.tsx';
import styles from './ActivityCard.module.css';

interface Props {
  activity: TeamActivity;
  team: string;
  /** Where cards of several categories stand side by side. */
  category?: string | undefined;
}

/** An activity on a shelf. The whole card leads to it; its heading is the link that is read out. */
export const ActivityCard = memo(function ActivityCard({ activity, team, category }: Props) {
  const { i18n } = useLingui();
  const name = inLanguage(activity.name, i18n.locale);
  const shares = useShareNames();
  const { minutes, people, teamRuns, custom } = activity;
  return (
    <li className={styles.card}>
      <span className={styles.picture}>
        <Picture activity={activity} />
      </span>
      <div className={styles.words}>
        {category !== undefined && <p className={styles.category}>{category}</p>}
        <h3 className={styles.name}>
          <Link
            to="/teams/$team/library/$activity"
            params={{ team, activity: activity.id }}
            className={styles.link}
          >
            {name}
          </Link>
        </h3>
        <p className={styles.summary}>{inLanguage(activity.summary, i18n.locale)}</p>
        <p className={styles.facts}>
          <Trans>
            {minutes} min · {people.min}–{people.max} people
          </Trans>
          {teamRuns > 0 && (
            <>
              {' · '}
              <Plural value={teamRuns} one="run once" other="run # times" />
            </>
          )}
          {custom &&
            ` · ${custom.mayEdit ? shares[custom.share] : (custom.team?.name ?? shares.server)}`}
        </p>
      </div>
      <span className={styles.favourite}>
        <FavouriteButton activity={activity.id} name={name} favourite={activity.favourite} />
      </span>
    </li>
  );
});
