import { Trans, useLingui } from '@lingui/react/macro';
import type { Series, Team } from '@rondo/contract';
import { Badge, Button, buttonClass } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarDays, CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { CalendarLinks } from './CalendarLinks.tsx';
import { useRhythmWords } from './useRhythmWords.ts';
import { hereZone, When, zoneWords } from './When.tsx';
import page from '../Page.module.css';
import styles from './Series.module.css';

/** How often the list looks for news while the page is seen, ms. */
const REFRESH = 60_000;

/** What a team has planned, the soonest first. */
export function ComingUp({ team }: { team: Pick<Team, 'id' | 'name' | 'condition'> }) {
  const { t } = useLingui();
  const [subscribing, setSubscribing] = useState(false);
  const planned = useQuery({
    ...api.series.list.queryOptions({ input: { team: team.id } }),
    refetchInterval: REFRESH,
  });
  const all = planned.data?.series ?? [];
  const going = all.filter(({ state }) => state !== 'ended');
  const ended = all.filter(({ state }) => state === 'ended');
  // Where nothing can be planned, an empty list would only promise something.
  if (team.condition !== 'open' && planned.isSuccess && all.length === 0) return null;
  return (
    <section className={page.section} aria-labelledby="coming-up">
      <div className={styles.head}>
        <h2 id="coming-up" className={styles.subtitle}>
          <Trans>Coming up</Trans>
        </h2>
        {team.condition === 'open' && (
          <Link
            to="/teams/$team/schedule"
            params={{ team: team.id }}
            className={buttonClass({ size: 's' })}
          >
            <CalendarPlus size={16} aria-hidden className={styles.sign} />
            <Trans>Schedule a meeting</Trans>
          </Link>
        )}
        {all.length > 0 && (
          <Button
            size="s"
            tone="quiet"
            icon={<CalendarDays size={16} aria-hidden />}
            onClick={() => setSubscribing(true)}
          >
            <Trans>In your calendar</Trans>
          </Button>
        )}
      </div>
      <Answer query={planned} loading={t`Looking for what is planned`}>
        {() =>
          going.length === 0 ? (
            <p className={page.quiet}>
              <Trans>
                Nothing is planned. A meeting can be made by itself: once, or every week, with the
                same settings and one link that stays.
              </Trans>
            </p>
          ) : (
            <Rows series={going} team={team.id} />
          )
        }
      </Answer>
      {ended.length > 0 && (
        <details className={styles.ended}>
          <summary>
            <Trans>No longer going: {ended.length}</Trans>
          </summary>
          <Rows series={ended} team={team.id} />
        </details>
      )}
      <CalendarLinks team={team} open={subscribing} onClose={() => setSubscribing(false)} />
    </section>
  );
}

function Rows({ series, team }: { series: readonly Series[]; team: string }) {
  const { t, i18n } = useLingui();
  const rhythmWords = useRhythmWords();
  return (
    <ul className={styles.rows}>
      {series.map((each) => {
        const [next] = each.next;
        return (
          <li key={each.id}>
            <Link
              to="/teams/$team/series/$series"
              params={{ team, series: each.id }}
              className={styles.row}
            >
              {next ? (
                <When at={next.at} zone={each.zone} />
              ) : (
                <span className={styles.when}>{each.state === 'paused' ? t`Paused` : t`Over`}</span>
              )}
              <span className={styles.words}>
                <strong className={styles.name}>{next?.name ?? each.title}</strong>
                <span className={styles.about}>
                  {inLanguage(each.activity.name, i18n.locale)} · {rhythmWords(each)}
                  {each.zone !== hereZone() && `, ${zoneWords(each.zone)}`}
                </span>
              </span>
              {each.running !== null && <Badge tone="ok">{t`running now`}</Badge>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
