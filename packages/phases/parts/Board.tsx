import type { ComponentProps } from 'react';

/**
 * What everybody sees of a phase; the room gives it its place and lets it scroll. It takes the focus,
 * so that the keyboard can scroll it also where nothing on it can be pressed.
 */
export function Board(props: ComponentProps<'main'>) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
  return <main tabIndex={0} {...props} />;
}
