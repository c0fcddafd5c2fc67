// A running system with everybody connected, ended whatever happens.
import { type Connected, type Generator, startGenerator } from '../generator/generator.ts';
import type { Running, Size, System } from '../system.ts';

export interface Session {
  readonly running: Running;
  readonly generator: Generator;
  /** Connects everybody; a measurement may want to look at the server first. */
  connect: () => Promise<Connected>;
}

export async function inSession<T>(
  system: System,
  size: Size,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const running = await system.start(size);
  const generator = startGenerator(running.port, running.marks);
  try {
    return await work({ running, generator, connect: () => generator.connect(running.crowd) });
  } finally {
    await generator.stop();
    await running.stop();
  }
}
