import type { SystemProcess } from './processes.ts';
import type { Fault } from './proxy.ts';

/**
 * No manager of a cache, nor one “… is shutting down”: after a reload that stays for those who are
 * connected, with limits that hold for nobody who comes.
 */
export const isWorker = ({ command }: SystemProcess): boolean =>
  /: worker process\s*$/.test(command.join(' '));

/**
 * Whether it hears no reload. A worker is told to leave through a socket of its own; before that it is
 * handed one for every new worker. Without files for these it closes its own, and nothing reaches it any
 * more but signals: it goes on taking people, with the limits of before.
 */
export const isOutOfFiles = ({ files, openFiles }: SystemProcess, workers: number): boolean =>
  files !== undefined && openFiles !== undefined && files - openFiles <= workers;

/**
 * Those who would not hear a reload, and those who have not heard the last one.
 * @param count how many there are to be
 * @param file where their limits are said
 */
export function deafWorkers(
  newestFirst: readonly SystemProcess[],
  count: number,
  file: string,
): Fault[] {
  const deaf = newestFirst.filter((one, at) => at >= count || isOutOfFiles(one, count));
  if (deaf.length === 0) return [];
  const pids = deaf.map(({ pid }) => pid).toSorted((a, b) => a - b);
  return [
    {
      severity: 'failure',
      place: file,
      measured: `${pids.length} of ${newestFirst.length} workers ran out of files (${pids.join(', ')}): they turn people away and hear no reload`,
      threshold: 'workers with files left, all of them with the limits of now',
      repair: `Raise the limits, and after \`nginx -s reload\`: \`kill -QUIT ${pids.join(' ')}\`. Who is connected stays; who comes gets a new worker.`,
    },
  ];
}
