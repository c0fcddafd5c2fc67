import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { count, finding, notSeen, tooLittle } from '../finding.ts';
import { peopleAtPeak } from '../people.ts';
import type { Proxy, Unreadable } from './proxies/proxy.ts';

type Find = (
  ports: readonly number[],
  read: (path: string) => string | undefined,
) => readonly (Proxy | Unreadable)[] | Promise<readonly (Proxy | Unreadable)[]>;

/** Looks at the proxies of one kind that stand before this server on the same machine. */
export function proxyCheck(kind: Proxy['kind'], find: Find): Check<DoctorContext> {
  const id = `proxy-${kind.toLowerCase()}`;
  return {
    id,
    means: `${kind}, where it stands before this server, lets everybody in and keeps them`,
    scope: 'machine',
    run: async (context) => {
      const found = await find([context.settings.port], context.machine.read);
      return found.flatMap((proxy) =>
        'why' in proxy ? [unreadable(id, proxy)] : findings(id, proxy, context),
      );
    },
  };
}

const unreadable = (id: string, { kind, why }: Unreadable): Finding =>
  notSeen(
    id,
    `the settings of ${kind} cannot be read (${why})`,
    'Ask as root on the machine of the proxy: `sudo npm run rondo -- doctor`.',
    kind,
  );

function findings(id: string, proxy: Proxy, context: DoctorContext): Finding[] {
  const peak = peopleAtPeak(context);
  const limits = { warn: 4 * peak, fail: 2 * peak };
  return [
    finding(id, tooLittle(proxy.people, limits), {
      place: proxy.file,
      measured: `${count(proxy.people)} people fit through (${proxy.limitedBy})`,
      threshold: `at least ${count(limits.fail)} (2 × the peak of ${count(peak)}), better ${count(limits.warn)}`,
      repair: proxy.repairFor(limits.warn),
      data: { people: proxy.people, needed: limits.fail, peak, by: proxy.limitedBy },
    }),
    ...proxy.faults.map(({ severity, ...seen }) => finding(id, severity, seen)),
  ];
}
