import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Family } from './exposition.ts';
import { single } from './exposition.ts';
import { histogram } from './histogram.ts';

/** Seconds; the bounds OpenTelemetry recommends for requests. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Streams of messages last as long as a meeting; as durations they would say nothing. */
const LONG = '/live/stream';

export interface Requests {
  /** Watches a request until it is over; `routeOf` is asked then. */
  readonly watch: (
    request: IncomingMessage,
    response: ServerResponse,
    routeOf: () => string,
  ) => void;
  readonly families: () => Family[];
}

/** How many requests there are and how long they take, by the pattern of their path and never by the path itself. */
export function countRequests(): Requests {
  let active = 0;
  const durations = histogram(
    'http_server_request_duration_seconds',
    'How long requests took, from the first line to the end of the answer.',
    BOUNDS,
  );
  return {
    watch: (request, response, routeOf) => {
      const start = performance.now();
      active++;
      response.once('close', () => {
        active--;
        const route = routeOf();
        if (route === LONG) return;
        durations.observe(
          {
            http_request_method: request.method ?? '_OTHER',
            http_route: route,
            http_response_status_code: String(response.statusCode),
          },
          (performance.now() - start) / 1000,
        );
      });
    },
    families: () => [
      single('http_server_active_requests', 'gauge', 'Requests that are being answered.', active),
      durations.family(),
    ],
  };
}
