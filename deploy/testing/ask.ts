import { request as plain } from 'node:http';
import { request as secure } from 'node:https';

export interface Said {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
}

/** One request on a connection of its own, to servers with certificates that they have signed themselves. */
export function ask(url: string, method = 'GET', body = ''): Promise<Said> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? secure : plain;
    const options = { method, agent: false, rejectUnauthorized: false };
    const asking = request(url, options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, text }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Opens a stream and leaves it open; resolves with what closes it, when the answer has begun. */
export function openStream(url: string, cookie: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const options = { agent: false, rejectUnauthorized: false, headers: { cookie } };
    const asking = secure(url, options, (response) => {
      response.on('error', () => undefined);
      response.resume();
      if (response.statusCode === 200) resolve(() => asking.destroy());
      else reject(new Error(`the stream was answered ${response.statusCode}`));
    });
    asking.on('error', reject);
    asking.end();
  });
}
