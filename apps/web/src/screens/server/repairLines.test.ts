import { expect, test } from 'vitest';
import { linesOf } from './repairLines.ts';

const shown = (text: string) =>
  linesOf(text).map(({ pieces }) =>
    pieces.map(({ text: words, isCode }) => (isCode ? `[${words}]` : words)).join(''),
  );

test('each way to mend it is a line, and what can be copied stays in its sentence', () => {
  expect(
    shown(
      'systemd: `LimitNOFILE=8192` under [Service], then `systemctl restart rondo`. Docker: `--ulimit nofile=8192:8192`. A shell: `ulimit -n 8192` before `npm start`.',
    ),
  ).toEqual([
    'systemd: [LimitNOFILE=8192] under [Service], then [systemctl restart rondo]',
    'Docker: [--ulimit nofile=8192:8192]',
    'A shell: [ulimit -n 8192] before [npm start]',
  ]);
});

test('a command goes on over full stops and capitals', () => {
  expect(shown('`VACUUM (FREEZE. VERBOSE);` as owner, e.g. at night.')).toEqual([
    '[VACUUM (FREEZE. VERBOSE);] as owner, e.g. at night.',
  ]);
});

test('words without a command stay as they are', () => {
  expect(shown('Move to a newer release of the system.')).toEqual([
    'Move to a newer release of the system.',
  ]);
  expect(shown('')).toEqual([]);
});
