import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { hueStyle, type Hue } from '../hue.ts';
import { Ring, type RingState } from './Ring.tsx';
import styles from './FlowRail.module.css';

export type FlowItem = {
  id: string;
  label: ReactNode;
  note?: ReactNode;
  hue?: Hue;
  state: RingState;
  /** The state in words: "done", "now", "skipped". */
  stateLabel: string;
  onSelect?: () => void;
  disabled?: boolean;
};

export type FlowRailProps = {
  label: string;
  items: readonly FlowItem[];
  /** The one on this screen; somebody who roams looks at another than the one that is now. */
  viewing?: string;
  /** `auto` is vertical on a desk and a row on a phone. */
  layout?: 'auto' | 'vertical' | 'horizontal';
};

/** The flow: rings on a line. */
export function FlowRail({ label, items, viewing, layout = 'auto' }: FlowRailProps) {
  return (
    <nav aria-label={label} className={classes(styles.rail, styles[layout])}>
      <ol className={styles.list}>
        {items.map((item) => (
          <li
            key={item.id}
            className={classes(styles.item, styles[item.state])}
            style={hueStyle(item.hue)}
          >
            <Step item={item} isViewing={item.id === viewing} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Step({ item, isViewing }: { item: FlowItem; isViewing: boolean }) {
  const content = (
    <>
      <Ring state={item.state} hue={item.hue} />
      <span className={styles.words}>
        <span className={styles.label}>{item.label}</span>
        <span className="visually-hidden">, {item.stateLabel}</span>
        {item.note && <span className={styles.note}>{item.note}</span>}
      </span>
    </>
  );
  const look = classes(styles.step, isViewing && styles.viewing);
  const current = isViewing ? 'step' : undefined;
  if (!item.onSelect) {
    return (
      <span className={look} aria-current={current}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={look}
      aria-current={current}
      disabled={item.disabled}
      onClick={item.onSelect}
    >
      {content}
    </button>
  );
}
