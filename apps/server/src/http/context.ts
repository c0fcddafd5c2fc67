import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Session } from '../accounts/session.ts';
import type { App } from '../app.ts';

/** What an endpoint knows about the request it answers. */
export interface Context {
  readonly app: App;
  /** Also in the answer's `x-request-id` and in every line of the log about it. */
  readonly requestId: string;
  /** The person's network address, seen through trusted proxies. */
  readonly address: string;
  /** The origin people use for Rondo, such as `https://rondo.example.org`. */
  readonly origin: string;
  readonly log: Logger;
  readonly request: IncomingMessage;
  /** For cookies and headers alone; the answer itself is what the endpoint returns. */
  readonly response: ServerResponse;
  /** Says which pattern of paths, such as `/api/teams/{team}`, this request is counted under. */
  readonly countAs: (route: string) => void;
  /** Who is signed in; asked at most once per request. */
  readonly session: () => Promise<Session | null>;
}
