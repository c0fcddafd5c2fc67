import type { DataFailure } from '@rondo/contract';

/** An expected end of an export or import, told to whoever asked for it. `where`: in the archive. */
export class Fault extends Error {
  readonly code: DataFailure;
  readonly where: string | null;

  constructor(code: DataFailure, where: string | null) {
    super(where === null ? code : `${code}: ${where}`);
    this.name = 'Fault';
    this.code = code;
    this.where = where;
  }
}

/** To be thrown. */
export const fault = (code: DataFailure, where: string | null = null): Fault =>
  new Fault(code, where);
