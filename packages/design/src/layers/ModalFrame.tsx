import { X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '../doing/IconButton.tsx';
import styles from './ModalFrame.module.css';

export type ModalProps = {
  open: boolean;
  /** Escape, the close button, or a tap outside. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  description?: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
};

/**
 * The native modal dialog behind Dialog and Sheet: everything else is inert, the focus comes back to
 * where it was. The children exist only while it is open, so their state starts afresh each time.
 */
export function ModalFrame({ open, className, ...rest }: ModalProps & { className: string }) {
  return open ? <OpenModal {...rest} className={className} /> : null;
}

function OpenModal({
  onClose,
  title,
  closeLabel,
  description,
  footer,
  children,
  className,
}: Omit<ModalProps, 'open'> & { className: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const descriptionId = useId();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    if (!element.open) element.showModal();
    // A tap on the backdrop lands on the dialog itself; its content covers the rest of it. Only when it
    // also began there: selecting text and letting go outside must not close anything.
    let beganOutside = false;
    const down = (event: PointerEvent) => {
      beganOutside = event.target === element;
    };
    const click = (event: MouseEvent) => {
      if (beganOutside && event.target === element) close.current();
    };
    const cancel = (event: Event) => {
      // Cancelling a file chooser inside sends the same event upwards.
      if (event.target !== element) return;
      event.preventDefault();
      close.current();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('click', click);
    element.addEventListener('cancel', cancel);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('click', click);
      element.removeEventListener('cancel', cancel);
      // Gives the focus back to whatever had it when the dialog opened.
      element.close();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={titleId}
      aria-describedby={description ? descriptionId : undefined}
    >
      <div className={styles.frame}>
        <div className={styles.head}>
          <div>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            {description && (
              <p id={descriptionId} className={styles.description}>
                {description}
              </p>
            )}
          </div>
          <IconButton label={closeLabel} icon={<X aria-hidden="true" />} onClick={onClose} />
        </div>
        {children && <div className={styles.body}>{children}</div>}
        {footer && <div className={styles.foot}>{footer}</div>}
      </div>
    </dialog>
  );
}
