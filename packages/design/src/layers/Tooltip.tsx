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
    if (!tip.current || !anchor) return undefined;
    const isItsName = anchor.getAttribute('aria-label') === text;
    if (!isItsName) anchor.setAttribute('aria-describedby', id);
    tip.current.showPopover();
    const release = keepPlaced(tip.current, anchor, 'above', 'centre');
    return () => {
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
