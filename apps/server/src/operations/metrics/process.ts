import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { ownFileLimit } from '../../live/file-limit.ts';
import { single, type Family } from './exposition.ts';

/** How often the delay of the event loop is looked at, ms. */
const RESOLUTION_MS = 20;

export interface ProcessWatch {
  readonly families: () => Family[];
  readonly stop: () => void;
}

/** What this process uses. Delay and utilization of the event loop are those since they were last asked for. */
export function watchProcess(): ProcessWatch {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let before = performance.eventLoopUtilization();

  const eventLoop = (): Family[] => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    // In ns, and counted from a timer that is due every so often; what goes beyond is the delay.
    const seconds = (ns: number): number =>
      Number.isFinite(ns) ? Math.max(0, ns / 1e9 - RESOLUTION_MS / 1e3) : 0;
    const values = [
      ['mean', delay.mean],
      ['max', delay.max],
      ['p50', delay.percentile(50)],
      ['p90', delay.percentile(90)],
      ['p99', delay.percentile(99)],
    ] as const;
    const families = values.map(([which, ns]) =>
      single(
        `nodejs_eventloop_delay_${which}_seconds`,
        'gauge',
        `Delay of the event loop, ${which}, since it was last asked for.`,
        delay.count === 0 ? 0 : seconds(ns),
      ),
    );
    delay.reset();
    return [
      ...families,
      single(
        'nodejs_eventloop_utilization_ratio',
        'gauge',
        'Part of the time that the event loop was busy, since it was last asked for; 1 is all of it.',
        utilization,
      ),
      {
        name: 'nodejs_eventloop_time_seconds_total',
        type: 'counter',
        help: 'Time of the event loop, busy and idle.',
        samples: [
          { labels: { nodejs_eventloop_state: 'active' }, value: now.active / 1e3 },
          { labels: { nodejs_eventloop_state: 'idle' }, value: now.idle / 1e3 },
        ],
      },
    ];
  };

  return {
    families: () => [...resources(), ...descriptors(), ...eventLoop()],
    stop: () => delay.disable(),
  };
}

function resources(): Family[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    {
      name: 'process_cpu_time_seconds_total',
      type: 'counter',
      help: 'CPU time used.',
      samples: [
        { labels: { cpu_mode: 'user' }, value: user / 1e6 },
        { labels: { cpu_mode: 'system' }, value: system / 1e6 },
      ],
    },
    single('process_memory_usage_bytes', 'gauge', 'Physical memory in use.', rss),
    single('v8js_memory_heap_used_bytes', 'gauge', 'Heap in use.', heapUsed),
    single('rondo_memory_external_bytes', 'gauge', 'Buffers outside of the heap.', external),
    single('process_uptime_seconds', 'gauge', 'Since this process started.', process.uptime()),
  ];
}

/** Sockets, files and pipes. Where the system does not say (it is no Linux), they are left out. */
function descriptors(): Family[] {
  if (process.platform !== 'linux') return [];
  return [
    single(
      'process_unix_file_descriptor_count',
      'gauge',
      'Open file descriptors; every connection is one.',
      readdirSync('/proc/self/fd').length,
    ),
    single(
      'rondo_process_file_descriptor_limit',
      'gauge',
      'The most file descriptors this process may open.',
      ownFileLimit() ?? Infinity,
    ),
  ];
}
