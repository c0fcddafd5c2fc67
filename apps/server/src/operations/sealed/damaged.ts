import { CannotStart } from '../../cannot-start.ts';

/** @param name of the file */
export function damaged(name: string, cause?: unknown): CannotStart {
  return new CannotStart(
    `${name} is damaged: it is not as it was written, or its end is missing. Copy it again from where it came, or make another one.`,
    { cause },
  );
}
