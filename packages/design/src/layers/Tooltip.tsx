import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { keepPlaced } from '../behaviour/place.ts';
import styles from './Tooltip.module.css';

/** Long enough that a pointer on its way across the screen leaves no trail of labels. */
const hoverDelay = 350;

/** A short text about the one element in it, on hover and on keyboard focus; Escape hides it. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const id = useId();
  const wrapper = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  const hide = () => {
    clearTimeout(timer.current);
    setShown(false);
  };

  return (
    <span
      ref={wrapper}
      className={styles.wrapper}
      onPointerOver={(event) => {
        if (event.pointerType !== 'mouse') return;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setShown(true), hoverDelay);
      }}
      onPointerOut={hide}
      onPointerDown={hide}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) setShown(true);
      }}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hide();
      }}
    >
      {children}
      {shown && <Tip id={id} text={text} wrapper={wrapper} />}
    </span>
  );
}

function Tip({
  id,
  text,
  wrapper,
}: {
  id: string;
  text: string;
  wrapper: RefObject<HTMLElement | null>;
}) {
  const tip = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    const anchor = wrapper.current?.firstElementChild;
    const surface = tip.current;
    if (!surface || !anchor) return undefined;
    const isItsName = anchor.getAttribute('aria-label') === text;
    if (!isItsName) anchor.setAttribute('aria-describedby', id);
    let release = (): void => undefined;
    // Not at once: the press that brought us here may be opening a menu, and the platform throws when
    // one popover is shown in the middle of showing another.
    const frame = requestAnimationFrame(() => {
      surface.showPopover();
      release = keepPlaced(surface, anchor, 'above', 'centre');
    });
    return () => {
      cancelAnimationFrame(frame);
      release();
      if (!isItsName) anchor.removeAttribute('aria-describedby');
    };
  }, [id, text, wrapper]);

  return (
    <span ref={tip} id={id} role="tooltip" popover="manual" className={styles.tip}>
      {text}
    </span>
  );
}
