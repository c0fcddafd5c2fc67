import { expect, test } from 'vitest';
import { deafWorkers } from './nginx-workers.ts';
import type { SystemProcess } from './processes.ts';

const worker = (pid: number, given: Partial<SystemProcess> = {}): SystemProcess => ({
  pid,
  parent: 1,
  command: ['nginx: worker process'],
  files: 1_024,
  openFiles: 300,
  mostFiles: 524_288,
  threads: 1,
  began: pid,
  root: '',
  folder: '/',
  ...given,
});

test.each<[string, SystemProcess[], string | undefined]>([
  ['with files left', [worker(12), worker(11)], undefined],
  ['without a file left', [worker(12), worker(11, { openFiles: 1_024 })], 'kill -QUIT 11`'],
  [
    'with one left, and needing one for each new one',
    [worker(12), worker(11, { openFiles: 1_023 })],
    'kill -QUIT 11`',
  ],
  [
    'of before a reload, whom people have left since',
    [worker(14), worker(13), worker(12), worker(11)],
    'kill -QUIT 11 12`',
  ],
  ['whose files we may not see', [worker(12, { openFiles: undefined }), worker(11)], undefined],
])('workers %s', (_, newestFirst, said) => {
  const [fault] = deafWorkers(newestFirst, 2, '/etc/nginx/nginx.conf');
  if (said === undefined) expect(fault).toBeUndefined();
  else expect(fault?.repair).toContain(said);
});
