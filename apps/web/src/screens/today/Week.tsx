import { Trans } from '@lingui/react/macro';
import type { Planned } from '@rondo/contract';
import { Link } from '@tanstack/react-router';
import { When } from '../series/When.tsx';
import page from '../Page.module.css';
import series from '../series/Series.module.css';

interface Props {
  planned: readonly Planned[];
  /** Which team it is has to be said. */
  several: boolean;
}

/** What is planned for the next seven days. */
export function Week({ planned, several }: Props) {
  if (planned.length === 0) return null;
  return (
    <section className={page.section} aria-labelledby="week">
      <h2 id="week" className={page.subtitle}>
        <Trans>In the next seven days</Trans>
      </h2>
      <ul className={series.rows}>
        {planned.map(({ at, zone, name, series: id, team }) => (
          <li key={`${id} ${at}`}>
            <Link
              to="/teams/$team/series/$series"
              params={{ team: team.id, series: id }}
              className={series.row}
            >
              <When at={at} zone={zone} />
              <span className={series.words}>
                <strong className={series.name}>{name}</strong>
                {several && <span className={series.about}>{team.name}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
