import type { JobFigures } from '../../jobs/jobs.ts';
import type { Family } from './exposition.ts';

/** Work after the answer. What waits is counted for all servers together, the rest for this one. */
export function jobFamilies({ done, failed, running, waiting }: JobFigures): Family[] {
  const samples = (counts: ReadonlyMap<string, number>, more: Record<string, string> = {}) =>
    [...counts].map(([kind, value]) => ({ labels: { kind, ...more }, value }));
  return [
    {
      name: 'rondo_jobs_total',
      type: 'counter',
      help: 'Jobs this server has tried.',
      samples: [...samples(done, { outcome: 'done' }), ...samples(failed, { outcome: 'failed' })],
    },
    {
      name: 'rondo_jobs_running',
      type: 'gauge',
      help: 'Jobs this server is at.',
      samples: samples(running),
    },
    {
      name: 'rondo_jobs_waiting',
      type: 'gauge',
      help: 'Jobs that wait to be done by any server, as of the last minute.',
      samples: samples(waiting),
    },
  ];
}
