import { Trans, useLingui } from '@lingui/react/macro';
import { dateIn, EmptyState, Progress, Stat } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { roomIn, type Room } from './room.ts';
import { weekOf } from './week.ts';
import { WeekTable } from './WeekTable.tsx';
import styles from './PeopleHere.module.css';

/** The ledger writes down every minute; so often it is asked for, ms. */
const EVERY_MS = 30_000;

/** How many people come when, beside how many there is room for. */
export function PeopleHere() {
  const { t, i18n } = useLingui();
  const query = useQuery({
    ...api.operations.peaks.queryOptions({ input: {} }),
    refetchInterval: EVERY_MS,
  });
  const doctor = useQuery(api.operations.doctor.queryOptions({ input: {} }));
  const room = doctor.data ? roomIn(doctor.data.reports) : null;
  const number = new Intl.NumberFormat(i18n.locale);
  return (
    <Answer query={query} loading={t`The numbers of people are loading`}>
      {({ hour, week, month, hours }) => {
        const offset = -new Date().getTimezoneOffset();
        const isTight = room !== null && month.sockets > 0.8 * room.people;
        const seen = weekOf(hours, offset);
        return (
          <>
            <div className={styles.stats}>
              <Stat
                hue="collect"
                value={number.format(week.sockets)}
                label={t`people at the same moment, at most, in the last seven days`}
              />
              <Stat
                value={number.format(month.sockets)}
                label={t`at most in the last four weeks`}
              />
              <Stat value={number.format(hour.sockets)} label={t`usual at this hour`} />
              {room && (
                <Stat
                  hue={isTight ? 'vote' : 'discuss'}
                  value={number.format(room.people)}
                  label={t`people there is room for`}
                  note={<Narrowest room={room} />}
                />
              )}
            </div>
            {room && room.people > 0 && (
              <div className={styles.used}>
                <Progress
                  hue={isTight ? 'vote' : 'discuss'}
                  value={Math.min(month.sockets, room.people)}
                  max={room.people}
                  label={t`Of that room, the peak of four weeks took`}
                  note={new Intl.NumberFormat(i18n.locale, {
                    style: 'percent',
                    maximumFractionDigits: 1,
                  }).format(month.sockets / room.people)}
                />
                <p className={styles.note}>
                  <Trans>
                    Counted is how many connections fit, with what an upgrade needs. Memory and
                    processor may carry fewer; a rehearsal shows that:{' '}
                    <code>npm run rondo -- rehearse</code>
                  </Trans>
                </p>
              </div>
            )}
            <section aria-labelledby="week">
              <h2 id="week" className={styles.title}>
                <Trans>A usual week</Trans>
              </h2>
              {hours.length === 0 ? (
                <EmptyState title={t`Nobody has counted yet`} drawing="lines">
                  <Trans>From the first minute on, every hour of the week appears here.</Trans>
                </EmptyState>
              ) : (
                <>
                  <p className={styles.lead}>
                    {seen.busiest ? (
                      <Trans>
                        Most people usually come on{' '}
                        {dateIn(
                          i18n.locale,
                          new Date(
                            Date.UTC(2024, 0, seen.busiest.weekday, seen.busiest.hour, seen.minute),
                          ),
                          { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' },
                        )}
                        : {number.format(seen.busiest.usual ?? 0)} at the same moment.
                      </Trans>
                    ) : (
                      <Trans>Nobody has been here in the last four weeks.</Trans>
                    )}
                  </p>
                  <WeekTable week={seen} offset={offset} />
                </>
              )}
            </section>
          </>
        );
      }}
    </Answer>
  );
}

function Narrowest({ room: { by } }: { room: Room }) {
  switch (by) {
    case 'files':
      return <Trans>then the server’s limit of connections is reached</Trans>;
    case 'proxy':
      return <Trans>then the proxy is full</Trans>;
    case 'address':
      return <Trans>more did not get in from outside</Trans>;
  }
}
