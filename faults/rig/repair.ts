import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Does what a repair says of nginx's file, word for word and nothing else. Throws where its words
 * leave open what to write, or where.
 */
export function carryOut(repair: string): void {
  const [, file = '', line, connections = '', top = ''] =
    /(\/\S+?):(\d+), in events \{ \}: `(worker_connections \d+;)`, and at the top of \1: `(worker_rlimit_nofile \d+;)`; then `nginx -s reload`/.exec(
      repair,
    ) ?? [];
  if (file === '') throw new Error(`This does not say what to write where: ${repair}`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = Number(line) - 1;
  if (!/^\s*worker_connections \d+;/.test(lines[at] ?? ''))
    throw new Error(`${file}:${line} is another line: ${lines[at]}`);
  lines[at] = connections;
  writeFileSync(file, [top, ...lines].join('\n'));
}
