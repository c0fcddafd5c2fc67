import { globSync, writeFileSync } from 'node:fs';
import { program } from '../../tools/debian.ts';

/** A clock that a process takes for the machine's, to be set while it runs. */
export interface OtherClock {
  /** What the process has to be started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** So many seconds beside the real time. */
  readonly set: (seconds: number) => void;
}

const faketime = program('faketime', 'faketime');
const [library] = globSync('/usr/lib/*/faketime/libfaketime.so.1');

/** Why there are none; empty: there are. */
export const noOtherClocks =
  'missing' in faketime
    ? faketime.missing
    : library === undefined
      ? 'libfaketime is not there'
      : '';

/** @param file where the process looks up what time it is */
export function otherClock(file: string, seconds: number): OtherClock {
  const set = (by: number): void => writeFileSync(file, `${by < 0 ? '' : '+'}${Math.round(by)}\n`);
  set(seconds);
  return {
    set,
    environment: {
      LD_PRELOAD: library ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // Setting a machine's clock does not move this one.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      TZ: 'Europe/Berlin',
    },
  };
}
