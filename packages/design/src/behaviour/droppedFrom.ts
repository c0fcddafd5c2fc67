/**
 * Where a dragged thing was let go, in viewport coordinates, by its id. `useFlip` takes it as the start
 * of the glide, so that a dropped card continues from the hand that held it and not from its old place.
 */
const spots = new Map<string, DOMRect>();

export function rememberDrop(id: string, at: DOMRect): void {
  spots.clear();
  spots.set(id, at);
}

export function takeDrop(id: string): DOMRect | undefined {
  const spot = spots.get(id);
  spots.delete(id);
  return spot;
}
