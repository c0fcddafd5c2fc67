import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '@rondo/design';
import { useId } from 'react';
import { whereOf, type Matter, type Seen } from './findings.ts';
import { Repair } from './Repair.tsx';
import { useCheckWords } from './useCheckWords.ts';
import styles from './MatterCard.module.css';

/** What is wrong, what it is for people, and the line that mends it. */
export function MatterCard({ matter: { check, severity, stops, repairs } }: { matter: Matter }) {
  const { t } = useLingui();
  const { title, why } = useCheckWords()(check);
  const id = useId();
  return (
    <article
      aria-labelledby={id}
      className={`${styles.card} ${severity === 'failure' ? styles.failure : styles.warning}`}
    >
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {stops && <Badge tone="danger">{t`stops the next start`}</Badge>}
      </div>
      {why !== '' && <p className={styles.why}>{why}</p>}
      {stops && (
        <p className={styles.why}>
          <Trans>In public, a server does not start with this: people or data would be lost.</Trans>
        </p>
      )}
      {repairs.map(({ repair, seen }) => (
        <div key={repair} className={styles.one}>
          <div className={styles.places}>
            {seen.map((each) => (
              <Measured key={`${whereOf(each)} ${each.measured}`} seen={each} />
            ))}
          </div>
          {repair !== '' && (
            <div className={styles.mend}>
              <h4 className={styles.label}>
                <Trans>How to mend it</Trans>
              </h4>
              <Repair text={repair} />
            </div>
          )}
        </div>
      ))}
      <p className={styles.more}>
        <Trans>
          More in <code>docs/doctor.md#{check}</code>
        </Trans>
      </p>
    </article>
  );
}

function Measured({ seen }: { seen: Seen }) {
  const { measured, threshold } = seen;
  const where = whereOf(seen);
  return (
    <dl className={styles.facts}>
      {where !== '' && (
        <div className={styles.fact}>
          <dt>
            <Trans>Where</Trans>
          </dt>
          <dd lang="en">{where}</dd>
        </div>
      )}
      <div className={styles.fact}>
        <dt>
          <Trans>Is</Trans>
        </dt>
        <dd lang="en" className={styles.measured}>
          {measured}
        </dd>
      </div>
      <div className={styles.fact}>
        <dt>
          <Trans>Should be</Trans>
        </dt>
        <dd lang="en">{threshold}</dd>
      </div>
    </dl>
  );
}
