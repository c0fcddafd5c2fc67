import { Trans } from '@lingui/react/macro';
import type { Found } from '@rondo/contract';
import { linkClass } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { FoundRow } from './FoundRow.tsx';
import { useKindWords } from './useKindWords.ts';
import page from '../Page.module.css';
import styles from './Search.module.css';

export interface GroupProps {
  kind: Found['kind'];
  count: number;
  found: readonly Found[];
}

/** The best of one kind, and the way to the others. */
export function Group({ kind, count, found }: GroupProps) {
  const plural = useKindWords().find((each) => each.kind === kind)?.plural;
  return (
    <section className={page.section} aria-labelledby={`found-${kind}`}>
      <h2 id={`found-${kind}`} className={page.subtitle}>
        {plural} <span className={styles.count}>{count}</span>
      </h2>
      <ul className={styles.list}>
        {found.map((each) => (
          <FoundRow key={each.id} found={each} />
        ))}
      </ul>
      {count > found.length && (
        <Link to="/search" search={(before) => ({ ...before, kind })} className={linkClass}>
          <Trans>Show all {count}</Trans>
        </Link>
      )}
    </section>
  );
}
