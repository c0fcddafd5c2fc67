import { useLingui } from '@lingui/react/macro';
import { announce, hueStyle, IconButton, useDrag, useFlip, type Hue } from '@rondo/design';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { moved } from './moved.ts';
import styles from './OrderList.module.css';

export interface OrderItem {
  id: string;
  title: string;
  /** Small, behind the title. */
  note?: ReactNode;
  /** At the end of its row. */
  action?: ReactNode;
}

interface Props {
  label: string;
  hue: Hue;
  items: readonly OrderItem[];
  onOrder: (order: string[]) => void;
}

/**
 * Things in an order of one's own: by dragging, by the arrow keys in a row, by its two arrows, or by
 * choosing its place. Whatever was used keeps the focus.
 */
export function OrderList({ label, hue, items, onOrder }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  const refocus = useRef<{ id: string; control: string } | null>(null);
  const order = items.map(({ id }) => id);
  const key = order.join(' ');
  useFlip(list, key);
  useEffect(() => {
    const wanted = refocus.current;
    refocus.current = null;
    if (!wanted) return;
    const row = list.current?.querySelector(`[data-row="${CSS.escape(wanted.id)}"]`);
    row?.querySelector<HTMLElement>(`[data-control="${wanted.control}"]`)?.focus();
  }, [key]);

  function put(id: string, place: number, control?: string): void {
    const to = Math.max(0, Math.min(place, items.length - 1));
    const title = items.find((each) => each.id === id)?.title ?? '';
    if (order.indexOf(id) === to) return;
    if (control) refocus.current = { id, control };
    onOrder(moved(order, id, to));
    announce(t`${title}: place ${to + 1} of ${items.length}`);
  }

  function press(event: KeyboardEvent, id: string, place: number): void {
    if (event.target instanceof HTMLSelectElement || event.ctrlKey || event.metaKey) return;
    const to = placeFor(event.key, place, items.length);
    const control = event.target instanceof HTMLElement ? event.target.dataset['control'] : '';
    if (to === null || !control) return;
    event.preventDefault();
    put(id, to, control);
  }

  const drag = useDrag({ onDrop: (id, target) => put(id, order.indexOf(target)) });
  return (
    <ol ref={list} className={styles.list} aria-label={label} style={hueStyle(hue)} {...drag}>
      {items.map(({ id, title, note, action }, place) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the controls inside
        <li
          key={id}
          className={styles.row}
          data-upright=""
          data-row={id}
          data-drag={id}
          data-drop={id}
          data-flip={id}
          onKeyDown={(event) => press(event, id, place)}
        >
          <select
            className={styles.place}
            aria-label={t`Place of “${title}”`}
            data-control="place"
            value={place}
            onChange={({ target }) => put(id, Number(target.value), 'place')}
          >
            {order.map((each, index) => (
              <option key={each} value={index}>
                {index + 1}
              </option>
            ))}
          </select>
          <span className={styles.words}>
            {title}
            {note && <small>{note}</small>}
          </span>
          <span className={styles.tools}>
            <IconButton
              size="s"
              label={t`“${title}” up`}
              icon={<ArrowUp size={18} />}
              data-control="up"
              aria-disabled={place === 0}
              onClick={() => put(id, place - 1, 'up')}
            />
            <IconButton
              size="s"
              label={t`“${title}” down`}
              icon={<ArrowDown size={18} />}
              data-control="down"
              aria-disabled={place === items.length - 1}
              onClick={() => put(id, place + 1, 'down')}
            />
            {action}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Where a key would bring a row; null: it does nothing here. */
function placeFor(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return place - 1;
    case 'ArrowDown':
      return place + 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
