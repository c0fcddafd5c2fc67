import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { whereOf, type Examined, type Matter, type Seen } from './findings.ts';
import { MatterCard } from './MatterCard.tsx';
import { Repair } from './Repair.tsx';
import { useCheckWords } from './useCheckWords.ts';
import styles from './Findings.module.css';

/** The worst first; what is well is folded away. */
export function Findings({
  examined: { failures, warnings, unseen, well },
}: {
  examined: Examined;
}) {
  return (
    <>
      {failures.length > 0 && (
        <Group id="failures" title={<Trans>To be mended</Trans>}>
          <Cards matters={failures} />
        </Group>
      )}
      {warnings.length > 0 && (
        <Group id="warnings" title={<Trans>Worth mending</Trans>}>
          <Cards matters={warnings} />
        </Group>
      )}
      {unseen.length > 0 && (
        <Group id="unseen" title={<Trans>Could not be looked at from here</Trans>}>
          <Unseen unseen={unseen} />
        </Group>
      )}
      {well.length > 0 && <Well matters={well} />}
    </>
  );
}

function Group({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

const Cards = ({ matters }: { matters: readonly Matter[] }) => (
  <ul className={styles.cards}>
    {matters.map((matter) => (
      <li key={matter.check}>
        <MatterCard matter={matter} />
      </li>
    ))}
  </ul>
);

const placesOf = (seen: readonly Seen[]): string =>
  [...new Set(seen.map(whereOf))].filter((where) => where !== '').join(', ');

function Unseen({ unseen }: Pick<Examined, 'unseen'>) {
  const words = useCheckWords();
  return (
    <ul className={styles.unseen}>
      {unseen.map(({ why, repair, seen }) => (
        <li key={`${why} ${repair}`} className={styles.reason}>
          <h3 className={styles.what}>
            {[...new Set(seen.map(({ check }) => words(check).title))].join(' · ')}
          </h3>
          <p className={styles.why} lang="en">
            {placesOf(seen) && `${placesOf(seen)}: `}
            {why}
          </p>
          <Repair text={repair} />
        </li>
      ))}
    </ul>
  );
}

function Well({ matters }: { matters: readonly Matter[] }) {
  const words = useCheckWords();
  return (
    <details className={styles.well}>
      <summary className={styles.summary}>
        <Trans>What is well</Trans> <span className={styles.count}>{matters.length}</span>
      </summary>
      <dl className={styles.list}>
        {matters.map(({ check, repairs }) => (
          <div key={check} className={styles.row}>
            <dt>{words(check).title}</dt>
            <dd>
              <Places seen={repairs.flatMap(({ seen }) => seen)} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** More than these would be a list nobody reads. */
const MOST_PLACES = 6;

function Places({ seen }: { seen: readonly Seen[] }) {
  if (seen.length > MOST_PLACES)
    return (
      <span>
        <Plural value={seen.length} one="# place, all well" other="# places, all well" />
      </span>
    );
  return seen.map((each) => (
    <span key={`${whereOf(each)} ${each.measured}`} className={styles.measured} lang="en">
      {whereOf(each) && `${whereOf(each)}: `}
      {each.measured}
    </span>
  ));
}
