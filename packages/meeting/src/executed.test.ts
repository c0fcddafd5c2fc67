import { describe, expect, test } from 'vitest';
import type { Ledger } from './document.ts';
import { executedBy, noteExecuted } from './executed.ts';
import type { ClientId, ParticipantId } from './ids.ts';
import { applied } from './patch/op.ts';
import type { RefusalCode } from './refusal.ts';

const ann = 'ann' as ParticipantId;
const tab = (n: number): ClientId => `tab${n}` as ClientId;

function note(
  ledger: Ledger,
  client: ClientId,
  n: number,
  seq: number,
  no: RefusalCode | null = null,
): Ledger {
  return applied(ledger, noteExecuted(ledger, ann, client, n, seq, no));
}

describe('what has been carried out', () => {
  const empty: Ledger = { executed: {} };

  test('is nothing for a client that never came', () => {
    expect(executedBy(empty, ann, tab(1))).toEqual({ n: 0, refused: {}, seq: 0 });
  });

  test('is the last number, for each client by itself', () => {
    const ledger = note(note(note(empty, tab(1), 1, 5), tab(2), 1, 6), tab(1), 2, 7);
    expect(executedBy(ledger, ann, tab(1))).toEqual({ n: 2, refused: {}, seq: 7 });
    expect(executedBy(ledger, ann, tab(2))).toEqual({ n: 1, refused: {}, seq: 6 });
  });

  test('keeps the reasons of refused ones, so that a resend gets the same answer', () => {
    const ledger = note(note(empty, tab(1), 1, 5, 'sealed'), tab(1), 2, 6);
    expect(executedBy(ledger, ann, tab(1))).toEqual({ n: 2, refused: { '1': 'sealed' }, seq: 6 });
  });

  test('keeps only the latest 64 reasons', () => {
    let ledger = empty;
    for (let n = 1; n <= 200; n++) ledger = note(ledger, tab(1), n, n, 'stale');
    const kept = Object.keys(executedBy(ledger, ann, tab(1)).refused).map(Number);
    expect(kept.sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => 137 + i));
  });

  test('forgets the longest silent of more than 40 clients', () => {
    let ledger = empty;
    for (let c = 1; c <= 40; c++) ledger = note(ledger, tab(c), 1, c);
    ledger = note(ledger, tab(1), 2, 50);
    ledger = note(ledger, tab(41), 1, 51);
    expect(Object.keys(ledger.executed[ann]!)).toHaveLength(40);
    expect(executedBy(ledger, ann, tab(2)).n).toBe(0);
    expect(executedBy(ledger, ann, tab(1)).n).toBe(2);
    expect(executedBy(ledger, ann, tab(41)).n).toBe(1);
  });
});
