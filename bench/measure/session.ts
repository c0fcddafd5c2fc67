// A running system with everybody connected, ended whatever happens.
import { type Connected, type Generator, startGenerator } from '../generator/generator.ts';
import type { Running, Size, System } from '../system.ts';

export interface Session {
  readonly running: Running;
  readonly generator: Generator;
  /** Connects everybody, or everybody anew; a measurement may want to look at the server first. */
  readonly connect: () => Promise<Connected>;
}

export async function inSession<T>(
  system: System,
  size: Size,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const running = await system.start(size);
  let generator = startGenerator(running.port, running.marks);
  let isFresh = true;
  const connect = async () => {
    if (!isFresh) {
      await generator.stop();
      generator = startGenerator(running.port, running.marks);
    }
    isFresh = false;
    return generator.connect(running.join());
  };
  try {
    return await work({
      running,
      connect,
      get generator() {
        return generator;
      },
    });
  } finally {
    await generator.stop();
    await running.stop();
  }
}
