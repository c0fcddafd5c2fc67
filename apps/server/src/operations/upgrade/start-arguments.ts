import { CannotStart } from '../../cannot-start.ts';

/** What whoever starts a server tells it, beside settings. */
export interface StartArguments {
  /** It takes over from the server that has started it. */
  readonly succeeds: boolean;
  /** The descriptor through which the process that waits for the server is told who goes on with its work. */
  readonly launcherFd: number | undefined;
  readonly rest: readonly string[];
}

const SUCCEEDS = '--succeed';
const LAUNCHER = '--launcher-fd=';

export function startArguments(args: readonly string[]): StartArguments {
  const told = args.find((arg) => arg.startsWith(LAUNCHER))?.slice(LAUNCHER.length);
  const launcherFd = told === undefined ? undefined : Number(told);
  if (launcherFd !== undefined && !Number.isInteger(launcherFd)) {
    throw new CannotStart(`${LAUNCHER}${told} is no descriptor.`);
  }
  return {
    succeeds: args.includes(SUCCEEDS),
    launcherFd,
    rest: args.filter((arg) => arg !== SUCCEEDS && !arg.startsWith(LAUNCHER)),
  };
}

/** For a successor. @param launcherFd where it is to find the descriptor, if there is one */
export function successorArguments(
  { rest }: StartArguments,
  launcherFd: number | undefined,
): string[] {
  return [SUCCEEDS, ...(launcherFd === undefined ? [] : [`${LAUNCHER}${launcherFd}`]), ...rest];
}
