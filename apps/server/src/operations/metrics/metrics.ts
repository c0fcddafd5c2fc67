import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import type { JobFigures } from '../../jobs/jobs.ts';
import type { LiveFigures } from '../../live/live.ts';
import { version } from '../../version.ts';
import type { EchoFigures } from '../rehearsal/echo.ts';
import { CONTENT_TYPE, exposition, type Family } from './exposition.ts';
import { jobFamilies } from './jobs.ts';
import { mayReadMetrics } from './may-read.ts';
import { meetingFamilies } from './meetings.ts';
import { poolFamilies } from './pools.ts';
import { watchProcess } from './process.ts';
import { rehearsalFamilies } from './rehearsal.ts';
import { countRequests, type Requests } from './requests.ts';

export interface Metrics {
  readonly watch: Requests['watch'];
  /** Answers a request to `/metrics`. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly stop: () => void;
}

interface Sources {
  /** Undefined: whoever is near may read them. */
  readonly token: string | undefined;
  readonly isDraining: () => boolean;
  readonly pools: ReadonlyMap<string, Pool>;
  readonly live: () => LiveFigures;
  readonly rehearsal: () => EchoFigures;
  readonly jobs: () => Promise<JobFigures>;
  /** News, mails and webhooks. */
  readonly deliveries: () => Family[];
  /** What the doctor last found. */
  readonly doctor: () => Promise<Family[]>;
}

/** What this server is doing, in the text format of Prometheus. No word, name or id of anybody is in it. */
export function makeMetrics(sources: Sources): Metrics {
  const { token, isDraining, pools, live, rehearsal, jobs, deliveries, doctor } = sources;
  const requests = countRequests();
  const ownProcess = watchProcess();
  const families = async (): Promise<Family[]> => [
    ...build(isDraining()),
    ...ownProcess.families(),
    ...requests.families(),
    ...meetingFamilies(live()),
    ...rehearsalFamilies(rehearsal()),
    ...poolFamilies(pools),
    ...jobFamilies(await jobs()),
    ...deliveries(),
    ...(await doctor()),
  ];
  return {
    watch: requests.watch,
    stop: ownProcess.stop,
    answer: async (request, response) => {
      response.setHeader('cache-control', 'no-store');
      if (!mayReadMetrics(request, token)) return refuse(response, token !== undefined);
      const text = exposition(await families());
      response.writeHead(200, { 'content-type': CONTENT_TYPE }).end(text);
    },
  };
}

function build(isDraining: boolean): Family[] {
  return [
    {
      name: 'target_info',
      type: 'gauge',
      help: 'What runs here.',
      samples: [
        {
          labels: {
            service_name: 'rondo',
            service_version: version,
            process_runtime_name: 'nodejs',
            process_runtime_version: process.versions.node,
          },
          value: 1,
        },
      ],
    },
    {
      name: 'rondo_draining',
      type: 'gauge',
      help: '1 while this server sends people to another one, because it is told to stop.',
      samples: [{ value: isDraining ? 1 : 0 }],
    },
  ];
}

function refuse(response: ServerResponse, needsToken: boolean): void {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  if (needsToken) {
    response.setHeader('www-authenticate', 'Bearer');
    response.writeHead(401).end('Send RONDO_METRICS_TOKEN: `Authorization: Bearer …`.\n');
    return;
  }
  const how =
    'Ask this server directly, from this machine or a private network, or set RONDO_METRICS_TOKEN.\n';
  response.writeHead(403).end(how);
}
