import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, dateIn } from '@rondo/design';
import { useMe } from '../../shell/useMe.ts';
import type { Entry } from './days.ts';
import { useFactWords } from './useFactWords.ts';
import styles from './AuditLog.module.css';

/** So much of an id tells it from others at a glance. */
const SHORT = 8;

export function ActRow({ entry: { act, times, failed }, words }: { entry: Entry; words: string }) {
  const { t, i18n } = useLingui();
  const { me } = useMe();
  const fact = useFactWords();
  const { n, at, actor, network, about } = act;
  const rest = Object.entries(about).filter(([key]) => !SAID.has(key));
  return (
    <li className={styles.act}>
      <time className={styles.time} dateTime={at}>
        {dateIn(i18n.locale, new Date(at), { timeStyle: 'short' })}
      </time>
      <div className={styles.what}>
        <span className={styles.words}>
          {words}
          {times > 1 && (
            <>
              {' '}
              <span className={styles.times}>
                {t`${plural(times, { one: '# time', other: '# times' })}`}
              </span>
            </>
          )}{' '}
          {failed && (
            <Badge tone="warn">{isDoctorRun(about) ? t`found something` : t`failed`}</Badge>
          )}
        </span>
        {rest.length > 0 && (
          <span className={styles.about}>
            {rest.map(([key, value]) => (
              <span key={key} className={styles.fact}>
                {fact(key)} <Short id={value} />
              </span>
            ))}
          </span>
        )}
      </div>
      <div className={styles.who}>
        <span>
          {actor === null ? null : actor === me.id ? (
            <Trans>you</Trans>
          ) : (
            <Trans>
              account <Short id={actor} />
            </Trans>
          )}
        </span>
        {network !== null && <span className={styles.network}>{network}</span>}
      </div>
      <span className={styles.number}>
        <span className="visually-hidden">
          <Trans>Row</Trans>{' '}
        </span>
        {n}
      </span>
    </li>
  );
}

/** Said by the words for the act, or by a badge. */
const SAID = new Set(['succeeded', 'kind']);

const isDoctorRun = (about: Readonly<Record<string, string>>): boolean =>
  about['kind'] === 'doctor';

/** The end of an id, as many begin with the time they were made at; all of it on hover. */
function Short({ id }: { id: string }) {
  if (!/^(?=.*\d)[\w-]{16,}$/.test(id)) return <span className={styles.value}>{id}</span>;
  return (
    <code className={styles.id} title={id}>
      …{id.slice(-SHORT)}
    </code>
  );
}
