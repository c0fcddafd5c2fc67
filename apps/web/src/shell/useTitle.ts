import { useEffect } from 'react';

/** The name of this screen in the browser's tab; screen readers read it on every change of screen. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Rondo' : `${title} · Rondo`;
  }, [title]);
}
