import { capacityOf } from '../../../live/capacity.ts';
import { fileLimitIn } from '../../../live/file-limit.ts';
import { settingsList } from '../../../settings/list.ts';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext, ObservedProcess } from '../context.ts';
import { count, finding, notSeen, tooLittle } from '../finding.ts';
import { peopleOfOne, peopleWithoutOne } from '../people.ts';

const id = 'file-descriptors';
/** Files, pipes and connections of the server itself, beside people and database. */
const OWN = 200;

/** Every person is a file descriptor, and two for a moment: when they move to the next release, or come back. */
export const fileDescriptors: Check<DoctorContext> = {
  id,
  means: 'the server may open as many connections as people come',
  scope: 'machine',
  run: async (context) =>
    context.processes
      .map((each) =>
        // Only where there are several does it matter which: the number is another one at every start.
        look(context, each, context.processes.length > 1 ? `process ${each.pid}` : undefined),
      )
      .concat(ownLimit(context)),
};

function look(
  context: DoctorContext,
  { pid, databaseConnections }: ObservedProcess,
  place: string | undefined,
): Finding {
  const limits = context.machine.read(`/proc/${pid}/limits`);
  const limit = limits === undefined ? undefined : fileLimitIn(limits);
  if (limit === undefined) {
    const where = 'Run `npm run rondo -- doctor` on the server’s machine, as the user it runs as.';
    return notSeen(id, 'the limit of this process cannot be read', where, place);
  }
  const people = peopleWithoutOne(context);
  const least = 2 * people + databaseConnections + OWN;
  const open = context.machine.count(`/proc/${pid}/fd`);
  const { open: fit } = capacityOf(context.settings.maxConnections, limit);
  return finding(id, tooLittle(limit, { warn: 4 * least, fail: 2 * least }), {
    ...(place && { place }),
    measured: `limit ${count(limit)}${open === undefined ? '' : `, ${count(open)} open`}: ${count(fit)} people fit`,
    threshold: `at least ${count(2 * least)}, better ${count(4 * least)}, for ${count(people)} people`,
    repair: repairTo(roundUp(4 * least)),
    // More were here than can be let in now. What has carried them carries them again.
    stopsPublic: limit < peopleOfOne(context) + databaseConnections,
    data: { limit, open: open ?? -1, fit, people, fail: 2 * least, warn: 4 * least },
  });
}

/** What an operator allows: found where it is less than comes, as no file limit and no proxy shows it. */
function ownLimit(context: DoctorContext): Finding[] {
  const { maxConnections } = context.settings;
  if (maxConnections === undefined) return [];
  const people = peopleWithoutOne(context);
  const limits = { warn: 2 * people, fail: Math.ceil(1.5 * people) };
  const name = settingsList.maxConnections.name;
  return [
    finding(id, tooLittle(maxConnections, limits), {
      place: name,
      measured: `${count(maxConnections)} people are let in`,
      threshold: `at least ${count(limits.fail)}, better ${count(limits.warn)}, for ${count(people)} people`,
      repair: `\`${name}=${limits.warn}\`, or leave it out; then restart Rondo`,
      data: { limit: maxConnections, people, ...limits },
    }),
  ];
}

const repairTo = (limit: number): string =>
  `systemd: \`LimitNOFILE=${limit}\` under [Service], then \`systemctl daemon-reload && systemctl restart rondo\`. Docker: \`--ulimit nofile=${limit}:${limit}\`. A shell: \`ulimit -n ${limit}\` before \`npm start\`.`;

/** To a power of two, as people write limits. */
const roundUp = (limit: number): number => 2 ** Math.ceil(Math.log2(limit));
