import type { Played } from './play.ts';
import type { Telling } from './telling.ts';

/** A row for each scene, and what it comes to. */
export function curtain(scenes: readonly Played[], { plain }: Telling): void {
  const head = [
    '',
    'people',
    'actions',
    'moved',
    'longest gap',
    'machine stalled',
    'lost',
    'doubled',
    'refused',
    'cut',
    'banners',
  ];
  const rows = scenes.map(({ scene, noticed }) => [
    scene,
    `${noticed.people}`,
    `${noticed.actions}`,
    `${noticed.moved}`,
    `${Math.round(noticed.longestGapMs)} ms`,
    `${Math.round(noticed.stalledMs)} ms`,
    `${noticed.lost}`,
    `${noticed.doubled}`,
    `${noticed.refused.size}`,
    `${noticed.forced}`,
    `${noticed.banners.length}`,
  ]);
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  plain('');
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    plain(`  ${cells.join('  ')}`.trimEnd());
  }
  const noticed = allNoticed(scenes);
  plain('');
  plain(noticed.length === 0 ? 'What people noticed: nothing.' : 'What people noticed:');
  for (const line of noticed) plain(`  ${line}`);
}

/** By scene, in words; empty: nothing. */
export const allNoticed = (scenes: readonly Played[]): string[] =>
  scenes.flatMap(({ scene, said }) => said.map((each) => `${scene}: ${each}`));
