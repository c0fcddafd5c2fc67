import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { keepPlaced } from '../behaviour/place.ts';
import styles from './Popover.module.css';

export type PopoverProps = {
  open: boolean;
  /** Escape, a tap outside, or the focus leaving. */
  onClose: () => void;
  anchor: RefObject<HTMLElement | null>;
  label: string;
  align?: 'start' | 'end';
  children: ReactNode;
};

/**
 * A small surface beside its anchor. The focus goes to its first control and, when it closes by Escape,
 * back to the anchor; a tap on the anchor is left to the anchor, which may close it or not.
 */
export function Popover({ open, ...rest }: PopoverProps) {
  return open ? <OpenPopover {...rest} /> : null;
}

const focusable = 'input, select, textarea, button, a[href], [tabindex]:not([tabindex="-1"])';

function OpenPopover({
  onClose,
  anchor,
  label,
  align = 'start',
  children,
}: Omit<PopoverProps, 'open'>) {
  const surface = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const element = surface.current;
    const beside = anchor.current;
    if (!element || !beside) return undefined;
    element.showPopover();
    const release = keepPlaced(element, beside, 'below', align);
    if (!element.contains(document.activeElement)) {
      (element.querySelector<HTMLElement>(focusable) ?? element).focus({ preventScroll: true });
    }

    const isElsewhere = (target: EventTarget | null) =>
      target instanceof Node && !element.contains(target) && !beside.contains(target);
    const down = (event: PointerEvent) => {
      if (isElsewhere(event.target)) close.current();
    };
    const leave = (event: FocusEvent) => {
      if (isElsewhere(event.relatedTarget)) close.current();
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // A modal dialog underneath must not close with it.
      event.preventDefault();
      event.stopPropagation();
      beside.focus();
      close.current();
    };
    document.addEventListener('pointerdown', down, true);
    element.addEventListener('focusout', leave);
    element.addEventListener('keydown', press);
    return () => {
      release();
      document.removeEventListener('pointerdown', down, true);
      element.removeEventListener('focusout', leave);
      element.removeEventListener('keydown', press);
    };
  }, [align, anchor]);

  return (
    <div
      ref={surface}
      popover="manual"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={styles.popover}
    >
      {children}
    </div>
  );
}
