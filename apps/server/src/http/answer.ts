import type { ServerResponse } from 'node:http';
import { API_ERRORS, type ApiErrorCode } from '@rondo/contract';

export function answerJson(response: ServerResponse, status: number, body: object): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.writeHead(status).end(JSON.stringify(body));
}

/** In the shape in which the API answers its errors, for what is refused before it gets there. */
export function answerProblem(response: ServerResponse, code: ApiErrorCode): void {
  const { status, message } = API_ERRORS[code];
  answerJson(response, status, { defined: true, code, status, message, data: {} });
}

/** While the database is gone: `busy` of the contract, in words that say why. */
export const NO_DATABASE = {
  status: 503,
  message: 'The server cannot reach its database right now. Try again in a moment.',
  data: { retryAfter: 5 },
  defined: true,
};

export function answerNoDatabase(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader('retry-after', NO_DATABASE.data.retryAfter);
  answerJson(response, 503, { ...NO_DATABASE, code: 'busy' satisfies ApiErrorCode });
}

export function answerDefect(response: ServerResponse, requestId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const message = `Something broke on the server. Say this number to whoever runs it: ${requestId}`;
  answerJson(response, 500, { defined: false, code: 'defect', status: 500, message, data: {} });
}
