import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Tooltip } from '../layers/Tooltip.tsx';
import { Spinner } from '../progress/Spinner.tsx';
import { buttonClass, type ButtonTone } from './Button.tsx';
import styles from './Button.module.css';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  label: string;
  icon: ReactNode;
  tone?: ButtonTone;
  size?: 's' | 'm';
  pressed?: boolean;
  busy?: boolean;
};

/** A button that shows only a sign; its name appears as a tooltip on hover and focus. */
export function IconButton({
  label,
  icon,
  tone = 'quiet',
  size,
  pressed,
  busy = false,
  onClick,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        aria-busy={busy || undefined}
        aria-disabled={busy || rest['aria-disabled'] || undefined}
        onClick={busy ? undefined : onClick}
        className={classes(buttonClass({ tone, size }), styles.square, className)}
      >
        <span className={styles.icon}>{busy ? <Spinner size={18} /> : icon}</span>
      </button>
    </Tooltip>
  );
}
