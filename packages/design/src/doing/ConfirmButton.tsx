import { useEffect, useState, type MouseEvent } from 'react';
import { classes } from '../classes.ts';
import { announce } from '../telling/announce.ts';
import { Button, type ButtonProps } from './Button.tsx';
import styles from './Button.module.css';

export type ConfirmButtonProps = Omit<ButtonProps, 'onClick'> & {
  /** What the button says after the first tap: "Really end it?" */
  question: string;
  onConfirm: () => void;
  /** How long the question stands, in seconds. */
  seconds?: number;
};

/**
 * Guards what others would lose by, without a dialog: the first tap turns the label into a question and
 * says it to screen readers, the second does it. Escape, leaving the button or waiting takes it back.
 */
export function ConfirmButton({
  question,
  onConfirm,
  seconds = 8,
  tone = 'danger',
  children,
  className,
  ...rest
}: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    if (!asking) return undefined;
    const timer = setTimeout(() => setAsking(false), seconds * 1000);
    return () => clearTimeout(timer);
  }, [asking, seconds]);

  const press = (event: MouseEvent) => {
    // The second half of a double click is no answer: nobody has read the question yet.
    if (event.detail > 1) return;
    setAsking(!asking);
    if (asking) onConfirm();
    else announce(question, { assertive: true });
  };

  return (
    <Button
      {...rest}
      tone={tone}
      className={classes(asking && styles.asking, className)}
      onClick={press}
      onBlur={() => setAsking(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !asking) return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      {asking ? question : children}
    </Button>
  );
}
