import { useEffect } from 'react';

/**
 * The name of this screen in the browser's tab; screen readers read it on every change of screen.
 * @param title null: something inside says it
 */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    document.title = title === '' ? 'Rondo' : `${title} · Rondo`;
  }, [title]);
}
