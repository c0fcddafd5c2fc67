// CPU per command without network and database, alone in its turn and in company.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../bench.ts';
import { pinned } from '../machine.ts';
import { quietMoment } from './quiet.ts';

const program = fileURLToPath(import.meta.resolve('../rondo/command-cost.ts'));

export async function measureCommandCost(bench: Bench): Promise<void> {
  await bench.repeat(async () => {
    for (const [key, perTurn] of [
      ['command_cost_us', 1],
      ['command_cost_in_company_us', 20],
    ] as const) {
      await quietMoment(bench.patience);
      const { us, refused } = run(perTurn);
      if (refused > 0) bench.results.figure(`${key}_refused`, refused);
      bench.results.figure(key, us);
      bench.progress(`${perTurn} per turn: ${us.toFixed(1)} µs`);
    }
  });
}

function run(perTurn: number): { us: number; refused: number } {
  const [command = '', ...rest] = pinned('server', [process.execPath, program, String(perTurn)]);
  const done = spawnSync(command, rest, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr}`);
  // Printed by our own program a moment ago.
  return JSON.parse(done.stdout) as { us: number; refused: number };
}
