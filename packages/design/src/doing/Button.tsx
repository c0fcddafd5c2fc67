import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Spinner } from '../progress/Spinner.tsx';
import styles from './Button.module.css';

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger';
export type ButtonSize = 's' | 'm' | 'l';

export type ButtonLook = { tone?: ButtonTone; size?: ButtonSize; wide?: boolean };

export type ButtonProps = ComponentProps<'button'> &
  ButtonLook & { icon?: ReactNode; iconEnd?: ReactNode; busy?: boolean };

/** The look of a button for something that is none: a router's link. */
export function buttonClass({ tone = 'plain', size = 'm', wide = false }: ButtonLook = {}): string {
  return classes(styles.button, styles[tone], styles[size], wide && styles.wide);
}

/**
 * While `busy` the button keeps its width and its focus and refuses to be pressed again, so that an
 * impatient second click does nothing. Neither does the second half of a double click on one that can be
 * busy: it comes before anybody could tell the button that it is.
 */
export function Button({
  tone,
  size,
  wide,
  icon,
  iconEnd,
  busy,
  onClick,
  className,
  children,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || (busy !== undefined && event.detail > 1)) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={classes(buttonClass({ tone, size, wide }), className)}
      onClick={press}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
    >
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
      {iconEnd && <span className={styles.icon}>{iconEnd}</span>}
      {busy && (
        <span className={styles.spinner}>
          <Spinner size={18} />
        </span>
      )}
    </button>
  );
}
