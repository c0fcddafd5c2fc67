import { classes } from '../classes.ts';
import { ModalFrame, type ModalProps } from './ModalFrame.tsx';
import styles from './Sheet.module.css';

export type SheetProps = ModalProps & { side?: 'end' | 'bottom' };

/** More about something: at the bottom of a phone, within the thumb's reach; at the end of a desk. */
export function Sheet({ side = 'end', ...modal }: SheetProps) {
  return <ModalFrame {...modal} className={classes(styles.sheet, styles[side])} />;
}
