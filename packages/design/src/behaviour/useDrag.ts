import { useEffect, useRef, type PointerEvent as ReactPointerEvent } from 'react';
import { startDrag, type DragEvents } from './drag.ts';

export type DragOptions = DragEvents & { canDrag?: (id: string) => boolean };

/** What is itself pressed, typed into or followed is not a handle, unless it says so (`data-handle`). */
const notAHandle =
  'input, textarea, select, button:not([data-handle]), a[href], [contenteditable], [data-no-drag]';

/**
 * Dragging for everything inside one container:
 *
 *     const drag = useDrag({ onDrop: (id, target) => move(id, target) })
 *     <div {...drag}> … <Card data-drag={card.id} data-drop={card.id}> … </div>
 *
 * One handler for all, and nothing of React runs between the first and the last frame: the ghost is a
 * copy moved by transform, the place under it carries `data-drop-over`, the original `data-dragging`.
 * Every drag needs a twin without dragging (FindList in a Popover).
 */
export function useDrag(options: DragOptions): {
  onPointerDown: (event: ReactPointerEvent) => void;
} {
  const latest = useRef(options);
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => () => stop.current?.(), []);

  return {
    onPointerDown(event) {
      if (event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return;
      const source = event.target.closest<HTMLElement>('[data-drag]');
      const id = source?.dataset['drag'];
      if (!source || !id) return;
      const handle = event.target.closest(notAHandle);
      if (handle && handle !== source && source.contains(handle)) return;
      if (latest.current.canDrag?.(id) === false) return;
      stop.current?.();
      stop.current = startDrag(source, id, event.nativeEvent, {
        onStart: (...said) => latest.current.onStart?.(...said),
        onMove: (...said) => latest.current.onMove?.(...said),
        onOver: (...said) => latest.current.onOver?.(...said),
        onDrop: (...said) => latest.current.onDrop(...said),
        onCancel: (...said) => latest.current.onCancel?.(...said),
      });
    },
  };
}
