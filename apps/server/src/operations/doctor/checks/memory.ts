import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, notSeen, tooLittle } from '../finding.ts';
import type { Machine } from '../machine.ts';

const id = 'memory';
/** Parts of the whole. */
const LIMITS = { warn: 0.2, fail: 0.1 };

/** Linux ends the largest process when there is no memory left: the server or the database. */
export const memory: Check<DoctorContext> = {
  id,
  means: 'a fifth of the memory is free',
  scope: 'machine',
  run: async ({ machine }) => {
    const found = [ofMachine(machine), ofContainer(machine)].flatMap((each) => each ?? []);
    if (found.length > 0) return found;
    return [notSeen(id, 'the system does not say how much there is', 'Run Rondo on Linux.')];
  },
};

function ofMachine({ read }: Machine): Finding | undefined {
  const text = read('/proc/meminfo') ?? '';
  const kilobytes = (name: string): number =>
    Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(text)?.[1] ?? NaN);
  const [total, free] = [kilobytes('MemTotal'), kilobytes('MemAvailable')];
  if (Number.isNaN(total) || Number.isNaN(free)) return undefined;
  return judge('the machine', free * 1_024, total * 1_024);
}

/** What a container or a unit may use. What it could give back at once (pages of files) counts as free. */
function ofContainer({ read }: Machine): Finding | undefined {
  const folder = '/sys/fs/cgroup';
  const most = Number(read(`${folder}/memory.max`) ?? NaN);
  const used = Number(read(`${folder}/memory.current`) ?? NaN);
  if (Number.isNaN(most) || Number.isNaN(used)) return undefined;
  const files = /^inactive_file (\d+)/m.exec(read(`${folder}/memory.stat`) ?? '')?.[1];
  return judge('this container', most - used + Number(files ?? 0), most);
}

const judge = (place: string, free: number, total: number): Finding =>
  finding(id, tooLittle(free / total, LIMITS), {
    place,
    measured: `${megabytes(free)} of ${megabytes(total)} MB free`,
    threshold: `at least ${megabytes(total * LIMITS.warn)} MB`,
    repair:
      'Give it more memory, or move what else runs there; `ps -eo rss,comm --sort -rss | head` shows what uses most. Docker: `--memory`, systemd: `MemoryMax=`, Helm: `resources.limits.memory`.',
    data: { freeBytes: free, totalBytes: total },
  });

const megabytes = (bytes: number): string => Math.round(bytes / 1e6).toLocaleString('en-US');
