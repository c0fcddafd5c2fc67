import { classes } from '../classes.ts';
import { ModalFrame, type ModalProps } from './ModalFrame.tsx';
import styles from './Dialog.module.css';

export type DialogProps = ModalProps & { size?: 's' | 'm' | 'l' };

/** A question or a small task in the middle of the screen. */
export function Dialog({ size = 'm', ...modal }: DialogProps) {
  return <ModalFrame {...modal} className={classes(styles.dialog, styles[size])} />;
}
