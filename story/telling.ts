/** Says what happens, a line each, with the time since the curtain rose. */
export interface Telling {
  readonly act: (title: string) => void;
  readonly say: (line: string) => void;
  /** What somebody types. */
  readonly type: (line: string) => void;
  /** What is printed on their screen. */
  readonly screen: (line: string) => void;
  readonly plain: (line: string) => void;
}

export function telling(print: (line: string) => void): Telling {
  const begun = performance.now();
  const time = (): string => {
    const seconds = Math.floor((performance.now() - begun) / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };
  const timed = (line: string): void => print(`  ${time()}  ${line}`);
  return {
    act: (title) => print(`\n${title}\n`),
    say: timed,
    type: (line) => timed(`$ ${line}`),
    screen: (line) => print(`          ${line}`),
    plain: print,
  };
}
