import { answerJson, answerProblem } from '../http/answer.ts';
import { LARGEST_BODY } from '../http/api.ts';
import type { Context } from '../http/context.ts';
import { handleMessage } from './message.ts';

/** Where the payment service sends its messages; signed, so that they may come from anywhere. */
export const WEBHOOK_PATH = '/api/billing/webhook';

/**
 * Answers a message of the payment service: 200 once it is handled, so that it is not sent again. The
 * signature is over the very bytes, which is why no other part of the server reads them first.
 */
export async function answerWebhook({ app, request, response, countAs }: Context): Promise<void> {
  countAs(WEBHOOK_PATH);
  const { billing, db, settings, post } = app;
  if (!billing || request.method !== 'POST') return answerProblem(response, 'not-found');
  const body = await bodyOf(request);
  if (body === null) return answerProblem(response, 'too-large');
  const signature = request.headers['stripe-signature'];
  const message = typeof signature === 'string' ? billing.message(body, signature) : null;
  if (!message) return answerProblem(response, 'bad-input');
  await handleMessage(db, billing, { settings, post }, message);
  answerJson(response, 200, {});
}

/** Null: more than any message of the service has. */
async function bodyOf(request: AsyncIterable<Buffer>): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
