import type { FromServer } from '@rondo/live/messages';

/** Listens to one connection, and tells when a frame does not follow the one before it: out of order, doubled or missing. */
export function frameOrder(wrong: (what: string) => void): (message: FromServer) => void {
  let seq: number | null = null;
  return (message) => {
    if (message.t === 'view') seq = message.s;
    if (message.t !== 'p') return;
    const isAnswerOnly = seq !== null && message.s <= seq && !message.b && !message.h;
    if (seq !== null && message.s !== seq + 1 && !isAnswerOnly) wrong(`${seq} then ${message.s}`);
    seq = Math.max(seq ?? 0, message.s);
  };
}
