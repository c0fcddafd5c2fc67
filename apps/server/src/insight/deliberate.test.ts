import { expect, it } from 'vitest';
import { isDeliberate } from './deliberate.ts';

it.each([
  ['POST', '/teams/{team}/meetings', true],
  ['POST', '/teams/{team}/series', true],
  ['PATCH', '/tasks/{task}', true],
  ['DELETE', '/meetings/{meeting}', true],
  ['POST', '/invitations/accept', true],
  // Looking, and one's own matters.
  ['GET', '/teams/{team}', false],
  ['POST', '/views', false],
  ['PATCH', '/me', false],
  ['POST', '/notifications/read', false],
  ['POST', '/teams/{team}/series/preview', false],
  ['PUT', '/activities/{activity}/favourite', false],
])('%s %s: %j', (method, path, deliberate) => {
  expect(isDeliberate(method, path)).toBe(deliberate);
});
