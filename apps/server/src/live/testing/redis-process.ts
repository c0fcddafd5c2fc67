import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { programPath, program, type Program } from '../../../../../tools/debian.ts';

/** Valkey where the system has it, else Redis from Debian's package. */
export function findRedis(): Program {
  const valkey = programPath('valkey-server');
  return valkey === undefined ? program('redis-server', 'redis-server') : { path: valkey };
}

export interface RedisProcess {
  /** `SIGSTOP` lets it hang, `SIGCONT` go on. */
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly kill: () => Promise<void>;
}

/** Resolves when it takes connections. */
export async function redisProcess(path: string, port: number): Promise<RedisProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(path, args, { stdio: 'ignore' });
  const gone = once(child, 'exit');
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${path} ended with ${child.exitCode}`);
  }
  return {
    signal: (signal) => void child.kill(signal),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => setTimeout(() => resolve(false), 20));
  });
}
