import type { Limit } from './limits.ts';
import type { RehearsalResult } from './rehearse.ts';

const WHERE: Readonly<Record<Limit['where'], string>> = {
  proxy: 'the proxy before the server',
  server: 'the server',
  ports: 'the ports between proxy and server',
  backlog: 'the queue of the kernel',
  database: 'the database',
  cpu: 'the CPU',
  certificate: 'the certificate',
  network: 'the network',
  rehearser: 'the machine that rehearses',
  unknown: 'what answers at that address',
};

const number = (value: number): string => value.toLocaleString('en-US');

/** What a rehearsal has shown, for a terminal. */
export function rehearsalText(result: RehearsalResult): string {
  const { passed, isStopped, people, open, handshakesPerSecond, meetings, limit, next, echoP99 } =
    result;
  const lines = [
    `${isStopped ? 'Stopped early' : passed ? 'Passed' : 'FAILED'}: ${number(open)} of ${number(people)} people at the same moment through ${result.address}`,
    `  handshakes  ${number(handshakesPerSecond)} a second`,
    `  echoes      99 of 100 within ${number(echoP99)} ms`,
  ];
  if (meetings)
    lines.push(
      `  meetings    ${number(meetings.people)} people in ${meetings.meetings}: ${number(meetings.actions)} actions, half answered within ${number(meetings.p50)} ms, 99 of 100 within ${number(meetings.p99)} ms, ${meetings.lost} lost, ${meetings.reconnects} came back`,
    );
  if (limit)
    lines.push(
      '',
      `What breaks first: ${WHERE[limit.where]}, at ${number(limit.at)} people`,
      `  seen    ${limit.said}`,
      `  repair  ${limit.repair}`,
    );
  if (!limit && next)
    lines.push(
      '',
      `With more people, this would be first: ${next.what}, at ${number(next.people)}`,
      `  then    ${next.repair}`,
    );
  return lines.join('\n');
}
