import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { classes } from '../classes.ts';
import { LinkButton } from '../doing/LinkButton.tsx';
import { dismissToast, shownToasts, watchToasts, type Toast } from './toasts.ts';
import styles from './Toaster.module.css';

/**
 * Where toasts appear; mounted once. It lies in the top layer, so an open dialog does not hide it. What
 * is said to screen readers goes through `announce`, so this region itself is not live.
 */
export function Toaster({ label, dismissLabel }: { label: string; dismissLabel: string }) {
  const toasts = useSyncExternalStore(watchToasts, shownToasts, shownToasts);
  const region = useRef<HTMLElement>(null);
  const latest = toasts.at(-1)?.id;

  useLayoutEffect(() => {
    const element = region.current;
    if (!element) return;
    const isOpen = element.matches(':popover-open');
    // The top layer is a stack: a dialog that came since lies above, until this is shown afresh.
    const isCovered = document.querySelector('dialog:modal') !== null;
    if (isOpen && (latest === undefined || isCovered)) element.hidePopover();
    if (latest !== undefined && (!isOpen || isCovered)) element.showPopover();
  }, [latest]);

  return (
    <section ref={region} popover="manual" aria-label={label} className={styles.toaster}>
      {toasts.map((toast) => (
        <Slip key={toast.id} toast={toast} dismissLabel={dismissLabel} />
      ))}
    </section>
  );
}

function Slip({ toast, dismissLabel }: { toast: Toast; dismissLabel: string }) {
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held || !Number.isFinite(toast.lasts)) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), toast.lasts);
    return () => clearTimeout(timer);
  }, [held, toast]);

  return (
    <div
      className={classes(styles.slip, styles[toast.tone])}
      data-inverse=""
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={styles.text}>{toast.text}</p>
      {toast.action && (
        <LinkButton
          onClick={() => {
            dismissToast(toast.id);
            toast.action?.onAct();
          }}
        >
          {toast.action.label}
        </LinkButton>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={dismissLabel}
        onClick={() => dismissToast(toast.id)}
      >
        <X aria-hidden="true" size={17} />
      </button>
    </div>
  );
}
