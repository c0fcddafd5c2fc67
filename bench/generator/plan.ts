// The two files the load generator reads: who connects and how, and what is sent when.
// Little endian throughout; the reading side is clients.c and receipts.c.
import { writeFileSync } from 'node:fs';

export interface Client {
  readonly meeting: number;
  /** Path and headers of the upgrade request; a participant's cookie belongs here. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text frame to send right after the upgrade. */
  readonly hello?: string;
}

export interface Crowd {
  readonly meetings: number;
  /** Participants of each meeting. */
  readonly people: number;
  readonly clients: readonly Client[];
}

export interface Action {
  /** Microseconds after the start of the run. */
  readonly due: number;
  readonly client: number;
  /** Its number among the commands of its client, from 1, where the server counts them. */
  readonly command?: number;
  /** Text of the frame. */
  readonly text: string;
}

/** A client's frame must be masked. A mask of zeros is legal, costs the server the same, and leaves the text readable. */
export function clientFrame(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const long = size > 125;
  if (size > 65_535) throw new Error('an action of more than 64 kB');
  const buffer = Buffer.alloc((long ? 8 : 6) + size);
  buffer[0] = 0x81;
  buffer[1] = 0x80 | (long ? 126 : size);
  if (long) buffer.writeUInt16BE(size, 2);
  buffer.write(text, long ? 8 : 6);
  return buffer;
}

function u32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => buffer.writeUInt32LE(value, i * 4));
  return buffer;
}

export function upgradeRequest(client: Client, port: number): string {
  const headers = {
    Host: `127.0.0.1:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'cm9uZG8gYmVuY2ggbG9hZA==',
    ...client.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `GET ${client.path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

export function writeClients(file: string, crowd: Crowd, port: number): void {
  const parts: Buffer[] = [u32(crowd.clients.length, crowd.meetings, crowd.people)];
  for (const client of crowd.clients) {
    const request = Buffer.from(upgradeRequest(client, port));
    const hello = client.hello === undefined ? Buffer.alloc(0) : clientFrame(client.hello);
    parts.push(u32(client.meeting, request.length), request, u32(hello.length), hello);
  }
  writeFileSync(file, Buffer.concat(parts));
}

export function writePlan(file: string, firstNumber: number, actions: readonly Action[]): void {
  const head = Buffer.alloc(12);
  head.writeBigUInt64LE(BigInt(firstNumber), 0);
  head.writeUInt32LE(actions.length, 8);
  const parts: Buffer[] = [head];
  for (const action of actions) {
    const bytes = clientFrame(action.text);
    parts.push(u32(action.due, action.client, action.command ?? 0, bytes.length), bytes);
  }
  writeFileSync(file, Buffer.concat(parts));
}
