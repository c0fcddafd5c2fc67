import { onTestFinished } from 'vitest';
import { browser, type Answer, type Browser } from '../../testing/browser.ts';
import { bodyOf, PASSWORD } from '../../testing/people.ts';
import { testServer, type TestServer } from '../../testing/server.ts';

/** What Ada says of herself when the server becomes hers. */
export const ADA = {
  name: 'Ada',
  email: 'ada@example.org',
  password: PASSWORD,
  organization: 'Engines',
  team: 'Analytics',
  language: 'en',
};

/** A server for one test, which nobody owns yet. */
export async function started(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await testServer(environment);
  onTestFinished(server.stop);
  return server;
}

/** A server of Ada’s for one test. */
export async function claimed(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await started(environment);
  const there = browser(server.url, environment['RONDO_PUBLIC_URL']);
  bodyOf(await there.post('/api/server/claim', { ...ADA, code: server.claimCode }));
  return server;
}

/** Of the link in a mail. */
export function tokenIn(text: string): string {
  const token = /[#?]token=([A-Za-z0-9_-]+)/.exec(text)?.[1];
  if (!token) throw new Error('There is no link in the mail');
  return token;
}

export const signIn = (there: Browser, email: string, password = PASSWORD): Promise<Answer> =>
  there.post('/api/auth/sign-in/email', { email, password });

/** An answer without what differs between any two answers. */
export const withoutChance = ({ status, headers, text }: Answer) => ({
  status,
  text,
  headers: { ...headers, date: '', 'x-request-id': '' },
});
