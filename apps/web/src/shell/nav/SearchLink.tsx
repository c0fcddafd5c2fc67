import { Trans, useLingui } from '@lingui/react/macro';
import { Kbd } from '@rondo/design';
import { Link, useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect } from 'react';
import styles from './SearchLink.module.css';

/** The way to the search, also by `/` wherever nothing is being typed. */
export function SearchLink() {
  const { t } = useLingui();
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      const field = document.querySelector<HTMLInputElement>('[data-search]');
      if (field) field.select();
      else void navigate({ to: '/search' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate]);
  return (
    <Link to="/search" className={styles.search} aria-label={t`Search`} aria-keyshortcuts="/">
      <Search size={18} aria-hidden />
      <span className={styles.words}>
        <Trans>Search</Trans>
      </span>
      <span className={styles.key}>
        <Kbd>/</Kbd>
      </span>
    </Link>
  );
}

/** In a field, or in a dialog, which has keys of its own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], dialog, [popover]') !== null;
