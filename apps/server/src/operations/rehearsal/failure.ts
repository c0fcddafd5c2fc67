/** Where on its way a connection broke. */
export type Phase = 'name' | 'connect' | 'tls' | 'handshake' | 'echo' | 'hold';

/** How it broke. `own-files`, `own-ports`: on the machine that rehearses, not on the way. */
export type FailureKind =
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'status'
  | 'full'
  | 'certificate'
  | 'unknown-name'
  | 'unreachable'
  | 'own-files'
  | 'own-ports'
  | 'wrong-answer'
  | 'cut';

export interface Failure {
  readonly phase: Phase;
  readonly kind: FailureKind;
  /** The status of an answer, or the code of a close. */
  readonly code?: number;
  /** How many sockets were open when it happened. */
  readonly at: number;
}

/** @param reached how far this connection had come */
export function failureOf(error: unknown, reached: Phase, at: number): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  const status = /Unexpected server response: (\d+)/.exec(message);
  if (status) return { phase: 'handshake', kind: 'status', code: Number(status[1]), at };
  if (/timed out|ETIMEDOUT/.test(`${message} ${code}`))
    return { phase: reached, kind: 'timeout', at };
  if (code === 'ECONNREFUSED') return { phase: 'connect', kind: 'refused', at };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return { phase: 'name', kind: 'unknown-name', at };
  if (code === 'EMFILE' || code === 'ENFILE') return { phase: 'connect', kind: 'own-files', at };
  if (code === 'EADDRNOTAVAIL') return { phase: 'connect', kind: 'own-ports', at };
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
    return { phase: 'connect', kind: 'unreachable', at };
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO/.test(code))
    return { phase: 'tls', kind: 'certificate', at };
  // A connection that ends before its answer: `ECONNRESET`, `EPIPE`, “socket hang up”.
  return { phase: reached, kind: 'reset', at };
}

/** In words, such as `502 instead of a socket`. */
export function failureInWords({ phase, kind, code }: Failure): string {
  switch (kind) {
    case 'refused':
      return 'connections refused';
    case 'reset':
      return phase === 'handshake' ? 'handshakes reset' : 'connections reset';
    case 'timeout':
      return phase === 'handshake'
        ? 'handshakes without an answer'
        : 'connections that never opened';
    case 'status':
      return `${code} instead of a socket`;
    case 'full':
      return 'people told to wait, as the server is full';
    case 'certificate':
      return 'certificates that cannot be trusted';
    case 'unknown-name':
      return 'a name that cannot be found';
    case 'unreachable':
      return 'no way to the address';
    case 'own-files':
      return 'no file descriptors left on the machine that rehearses';
    case 'own-ports':
      return 'no ports left on the machine that rehearses';
    case 'wrong-answer':
      return 'answers that are not ours';
    case 'cut':
      return phase === 'hold' ? 'sockets cut while they were silent' : 'sockets cut';
  }
}
