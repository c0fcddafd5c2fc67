import type { Bundle } from '../bundle/bundle.ts';
import { differences, type ComparedSetting } from '../bundle/differences.ts';
import type { Finding } from '../doctor/check.ts';
import type { Peak } from '../ledger/read.ts';
import { oldPeak } from './old-peak.ts';

/** One of the three things that have to be right before the DNS entry moves. */
export interface StagingPart {
  readonly part: 'settings' | 'doctor' | 'rehearsal';
  readonly passed: boolean;
  /** What was found, one line each. */
  readonly found: readonly string[];
  /** What to do about it; empty when it passed. */
  readonly todo: readonly string[];
  /** The one line that mends what is first to be mended; empty when it passed. */
  readonly repair: string;
}

export type Rehearsed = Omit<StagingPart, 'part'>;

/** How the new server is looked at; every address is the public one, which leads to it already. */
export interface StagingLooks {
  /** What is effective on the new machine. */
  readonly settings: readonly ComparedSetting[];
  /** Why the new server is not reached; nothing: it is, and ready. */
  readonly unreachable: () => Promise<string | undefined>;
  /** @param peak of the old server, which the new one has to carry */
  readonly examine: (peak: Peak) => Promise<readonly Finding[]>;
  readonly rehearse: (people: number) => Promise<Rehearsed>;
}

/** So much more than the peak the new server has to carry. */
const MARGIN = 1.5;
/** Fewer tell nothing about limits, also where the old server was quiet. */
const LEAST_PEOPLE = 50;

export const IMPORT = 'rondo settings import <bundle> --force';

/** Compares a new server with what the old one has told of itself. */
export async function stagingCheck(
  bundle: Bundle,
  looks: StagingLooks,
  ignored: readonly string[] = [],
): Promise<StagingPart[]> {
  const settings = settingsPart(bundle, looks.settings, ignored);
  const why = await looks.unreachable();
  if (why !== undefined) {
    const repair = 'Start the new server and its proxy, and look at --address.';
    const unseen = { passed: false, found: [why], todo: [repair], repair };
    return [settings, { part: 'doctor', ...unseen }, { part: 'rehearsal', ...unseen }];
  }
  const peak = oldPeak(bundle);
  const doctor = doctorPart(await looks.examine(peak));
  const { sockets } = peak.month;
  const people = Math.max(LEAST_PEOPLE, Math.ceil(sockets * MARGIN));
  const { found, ...rehearsed } = await looks.rehearse(people);
  const wanted =
    sockets === 0
      ? `${people} people, as the ledger of the old server is empty`
      : `${people} people: ${MARGIN} × the peak of the old server, ${sockets}`;
  return [settings, doctor, { part: 'rehearsal', ...rehearsed, found: [wanted, ...found] }];
}

function settingsPart(
  bundle: Bundle,
  here: readonly ComparedSetting[],
  ignored: readonly string[],
): StagingPart {
  const { counted } = differences(bundle.settings, here, ignored);
  const passed = counted.length === 0;
  return {
    part: 'settings',
    passed,
    found: counted.map(
      ({ name, there, here: own }) => `${name}: ${there} on the old server, ${own} here`,
    ),
    todo: passed
      ? []
      : [`Import the bundle on this machine: ${IMPORT}. What is to differ: --ignore NAME,…`],
    repair: passed ? '' : IMPORT,
  };
}

/** What goes through the address; where it could not look, nothing is known of the way to the server. */
const WAY_IN = 'public-address';
const EXAMINE = `rondo doctor ${WAY_IN}`;

function doctorPart(findings: readonly Finding[]): StagingPart {
  const notable = findings.filter(({ severity }) => severity !== 'ok');
  const failures = findings.filter(({ severity }) => severity === 'failure');
  const unseen = findings.every(
    ({ check, severity }) => check !== WAY_IN || severity === 'unknown',
  );
  return {
    part: 'doctor',
    passed: failures.length === 0 && !unseen,
    found: [
      ...notable.map(
        ({ check, place, severity, measured, threshold }) =>
          `${severity}: ${check}${place ? ` (${place})` : ''}: ${measured}; should be ${threshold}`,
      ),
      ...(unseen ? ['nothing went through the address'] : []),
    ],
    todo: [
      ...new Set(failures.map(({ check, repair }) => `${check}: ${repair}`)),
      ...(unseen ? [`See what \`${EXAMINE}\` says.`] : []),
    ],
    repair: failures[0]?.repair ?? (unseen ? EXAMINE : ''),
  };
}

/** For a terminal. */
export function stagingReport(parts: readonly StagingPart[]): string {
  const told = parts.map(({ part, passed, found, todo }) =>
    [
      `${passed ? 'pass' : 'FAIL'}  ${TITLES[part]}`,
      ...found.map((line) => `        ${line}`),
      ...todo.map((line) => `      → ${line.replaceAll('\n', '\n        ')}`),
    ].join('\n'),
  );
  const end = parts.every(({ passed }) => passed)
    ? 'The new server is ready: the DNS entry may move.'
    : 'Leave the DNS entry where it is.';
  return [...told, end].join('\n\n');
}

const TITLES = {
  settings: 'settings are those of the old server',
  doctor: 'rondo doctor finds no failure through the new address',
  rehearsal: 'a rehearsal with the people of the old server',
};
