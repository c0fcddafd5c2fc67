import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocketServer, WebSocket } from 'ws';
import { selfSigned } from '../../../../../deploy/testing/self-signed.ts';
import { leadTo } from './lead-to.ts';
import { isReady } from './ready.ts';

const NAME = 'rondo.test';

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  // A server that listens on a port has an address with it.
  return (server.address() as AddressInfo).port;
}

/** The key and the self-made certificate of the public name. */
function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-certificate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const made = selfSigned(folder, NAME);
  return { key: readFileSync(made.key), cert: readFileSync(made.certificate) };
}

it('requests and sockets for the public name reach the new machine, with that name as their Host', async () => {
  const server = createServer((asked, answer) => answer.end(asked.headers.host));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, asked) => socket.send(asked.headers.host ?? ''));
  const port = await listening(server);
  const publicUrl = `http://${NAME}:${port}`;
  onTestFinished(leadTo(publicUrl, `http://127.0.0.1:${port}`));

  const answer = await fetch(publicUrl, { headers: { connection: 'close' } });
  expect(await answer.text()).toBe(`${NAME}:${port}`);
  const socket = new WebSocket(`ws://${NAME}:${port}/live`);
  const [said] = (await once(socket, 'message')) as [Buffer];
  expect(said.toString()).toBe(`${NAME}:${port}`);
  socket.terminate();
});

it('a certificate is still asked for by the public name, and has to be for it', async () => {
  const { key, cert } = certificate();
  const server = createSecure({ key, cert }, (asked, answer) => {
    // A server for HTTPS has nothing but such sockets.
    answer.end((asked.socket as TLSSocket & { servername?: string }).servername);
  });
  const port = await listening(server);
  onTestFinished(leadTo(`https://${NAME}:${port}`, `https://127.0.0.1:${port}`));
  const ask = async (host: string): Promise<string> => {
    const asked = request({ host, port, ca: cert, agent: false }).end();
    const [answer] = (await once(asked, 'response')) as [AsyncIterable<Buffer>];
    const chunks = await Array.fromAsync(answer);
    return Buffer.concat(chunks).toString();
  };
  expect(await ask(NAME)).toBe(NAME);
  await expect(ask('localhost')).rejects.toThrow('does not match certificate');
});

it('other names are found as ever, and the public one too once it is taken back', async () => {
  const server = createServer((_, answer) => answer.end('here'));
  const port = await listening(server);
  const back = leadTo(`http://${NAME}:${port}`, `http://127.0.0.1:${port}`);
  const answer = await fetch(`http://localhost:${port}`, { headers: { connection: 'close' } });
  expect(await answer.text()).toBe('here');
  back();
  await expect(fetch(`http://${NAME}:${port}`)).rejects.toThrow('fetch failed');
});

it('a machine is ready, or it is said why not', async () => {
  let status = 200;
  const server = createServer((asked, answer) => {
    answer.writeHead(asked.url === '/ready' ? status : 404, { connection: 'close' }).end();
  });
  const port = await listening(server);
  const [publicUrl, address] = [`http://${NAME}:${port}`, `http://127.0.0.1:${port}`];
  onTestFinished(leadTo(publicUrl, address));
  expect(await isReady(publicUrl, address)).toBe(undefined);
  status = 503;
  expect(await isReady(publicUrl, address)).toContain('answers 503 instead of being ready');
  server.close();
  await once(server, 'close');
  expect(await isReady(publicUrl, address)).toMatch(/does not answer for .*ECONNREFUSED/);
});

it.each([
  ['https://rondo.example.org', 'https://192.0.2.7:8443', 'neither the scheme nor the port'],
  ['https://rondo.example.org', 'http://192.0.2.7:443', 'neither the scheme nor the port'],
  ['https://192.0.2.1', 'https://192.0.2.7', 'use a name'],
  ['https://rondo.example.org', '192.0.2.7', '--address needs an address'],
])('what DNS could not do is refused: %s at %s', (publicUrl, address, sentence) => {
  expect(() => leadTo(publicUrl, address)).toThrow(sentence);
});
