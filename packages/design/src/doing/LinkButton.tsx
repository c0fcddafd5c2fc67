import type { ComponentProps } from 'react';
import { classes } from '../classes.ts';
import styles from './Button.module.css';

/** The look of a link inside a sentence, for a router's link or a button. */
export const linkClass: string = classes(styles.link);

/** A button that reads like a link: for an action in the middle of a sentence. */
export function LinkButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" {...rest} className={classes(linkClass, className)} />;
}
