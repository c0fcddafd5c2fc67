import { describe, expect, test } from 'vitest';
import { memoryLog } from '../memory/log.ts';
import { logContract } from './log-contract.ts';

describe('the log in memory', () => {
  const log = memoryLog();
  for (const { title, run } of logContract)
    test(title, () => expect(run(log)).resolves.toBeUndefined());
});
