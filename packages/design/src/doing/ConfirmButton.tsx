import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { classes } from '../classes.ts';
import { announce } from '../telling/announce.ts';
import { Button, type ButtonProps } from './Button.tsx';
import styles from './Button.module.css';

export type ConfirmButtonProps = Omit<ButtonProps, 'onClick'> & {
  /** What the button says after the first tap: "Really end it?" Null: nobody loses by it, the first tap does it. */
  question: string | null;
  onConfirm: () => void;
  /** What would be done, where that can change under the finger: another one takes the question back. */
  about?: string;
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
  about,
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

  const asked = useRef(about);
  useEffect(() => {
    if (asked.current !== about) setAsking(false);
    asked.current = about;
  }, [about]);

  const press = (event: MouseEvent) => {
    // The second half of a double click is no answer: nobody has read the question yet.
    if (event.detail > 1) return;
    const mustAsk = question !== null && !asking;
    setAsking(mustAsk);
    if (mustAsk) announce(question, { assertive: true });
    else onConfirm();
  };

  return (
    <Button
      {...rest}
      tone={tone}
      className={classes(asking && question !== null && styles.asking, className)}
      onClick={press}
      onBlur={() => setAsking(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !asking) return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      {asking && question !== null ? question : children}
    </Button>
  );
}
