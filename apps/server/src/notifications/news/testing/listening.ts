import { get } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Browser } from '../../../testing/browser.ts';
import type { TestServer } from '../../../testing/server.ts';

/** Somebody's page: the topics that it was told, and whether it still hears. */
export async function listening({ url }: TestServer, { cookies }: Browser) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const topics: string[] = [];
  const state = { isOpen: false, status: 0 };
  await new Promise<void>((resolve, reject) => {
    const request = get(`${url}/live/news`, { headers: { cookie }, agent: false }, (response) => {
      state.status = response.statusCode ?? 0;
      state.isOpen = response.statusCode === 200;
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        for (const [, topic = ''] of text.matchAll(/^data: (.*)$/gm)) topics.push(topic);
        resolve();
      });
      response.on('close', () => {
        state.isOpen = false;
        resolve();
      });
    });
    request.on('error', reject);
    onTestFinished(() => void request.destroy());
  });
  return { topics, state };
}
