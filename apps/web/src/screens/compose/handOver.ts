import type { Activity } from '@rondo/contract';

/** What the playground at `/play` looks for in this tab's storage. */
const PLACE = 'rondo.play';

/** Puts an activity where `/play` finds it. */
export function handOver({ id, name, flow }: Pick<Activity, 'id' | 'name' | 'flow'>): void {
  sessionStorage.setItem(PLACE, JSON.stringify({ activity: { id, name, flow } }));
}
