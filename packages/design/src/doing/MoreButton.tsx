import { useEffect, useRef, type ReactNode } from 'react';
import { announce } from '../telling/announce.ts';
import { Button } from './Button.tsx';

export type MoreButtonProps = {
  /** How many entries the list has now. */
  shown: number;
  /** Whether there are more. Without, nothing is drawn; yet the last that came must still be said. */
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
  /** Says to screen readers how many came. */
  cameWords: (count: number) => string;
  children: ReactNode;
};

/**
 * Under a list whose entries are `li`, beside it in one parent: brings more of them. The focus goes on to
 * the first that came, where reading goes on; left on the button it would jump behind them all, or be lost
 * with it.
 */
export function MoreButton({ shown, hasMore, busy, onMore, cameWords, children }: MoreButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const asked = useRef<{ home: Element; before: Set<Element>; shown: number } | null>(null);
  const say = useRef(cameWords);
  useEffect(() => {
    say.current = cameWords;
  });

  useEffect(() => {
    const was = asked.current;
    if (!was || shown <= was.shown) return;
    asked.current = null;
    announce(say.current(shown - was.shown));
    const active = document.activeElement;
    // Whoever has gone on meanwhile is not called back.
    if (active !== document.body && active !== button.current) return;
    const first = [...was.home.querySelectorAll('li')].find((each) => !was.before.has(each));
    if (!first) return;
    // The entry, not a control in it: the first of those may be to remove it.
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  }, [shown]);

  if (!hasMore) return null;
  const ask = (): void => {
    const home = button.current?.parentElement;
    if (home) asked.current = { home, before: new Set(home.querySelectorAll('li')), shown };
    onMore();
  };
  return (
    <Button ref={button} busy={busy} onClick={ask}>
      {children}
    </Button>
  );
}
