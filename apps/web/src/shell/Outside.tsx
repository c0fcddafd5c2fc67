import { Logo } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LanguageMenu } from './LanguageMenu.tsx';
import { useTitle } from './useTitle.ts';
import styles from './Outside.module.css';

interface Props {
  /** The screen's name in the tab; null: what is inside says it. */
  title: string | null;
  /** For what needs more than a column of text. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of screens outside of a team: one column, nothing else. */
export function Outside({ title, wide = false, children }: Props) {
  useTitle(title);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Link to="/" className={styles.home} aria-label="Rondo">
          <Logo />
        </Link>
        <LanguageMenu />
      </header>
      <main className={styles.main} data-wide={wide ? '' : undefined}>
        {children}
      </main>
    </div>
  );
}
