import { request } from 'node:http';
import { Readable } from 'node:stream';
import type { DataJob } from '@rondo/contract';
import { expect, vi } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { bodyOf } from '../../testing/people.ts';
import { openArchive, type Archive } from '../archive/read-zip.ts';

/** Waits until a job has come to its end. */
export async function ended(there: Browser, { id }: DataJob): Promise<DataJob> {
  return vi.waitFor(
    async () => {
      const job = bodyOf<DataJob>(await there.get(`/api/data-jobs/${id}`));
      expect(['waiting', 'working']).not.toContain(job.state);
      return job;
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** Fetches the bytes of an export, as a browser's download does. */
export function fetched(
  url: string,
  there: Browser,
  job: string,
): Promise<{ status: number; body: Buffer }> {
  const cookie = [...there.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    const asking = request(
      new URL(`/api/exports/${job}/file`, url),
      { headers: { cookie }, agent: false },
      (answer) => {
        Array.fromAsync(answer).then(
          (chunks) =>
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks as Buffer[]) }),
          reject,
        );
      },
    );
    asking.on('error', reject);
    asking.end();
  });
}

export const opened = (body: Buffer): Promise<Archive> => openArchive(Readable.from([body]));

/** Sends a file in pieces. @returns the id of the upload */
export async function sent(there: Browser, name: string, body: Buffer): Promise<string> {
  const { upload, pieceBytes, pieces } = bodyOf<{
    upload: string;
    pieceBytes: number;
    pieces: number;
  }>(await there.post('/api/uploads', { name, bytes: body.length }));
  for (let n = 0; n < pieces; n += 1) {
    const piece = body.subarray(n * pieceBytes, (n + 1) * pieceBytes);
    bodyOf(
      await there.send('PUT', `/api/uploads/${upload}/pieces/${n}`, {
        body: piece.toString('base64'),
      }),
    );
  }
  return upload;
}
