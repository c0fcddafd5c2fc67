import type { Played } from './play.ts';
import type { Telling } from './telling.ts';

export const NOTHING = 'What people noticed: nothing.';

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
  const said = scenes.flatMap(({ scene, said }) => said.map((each) => `${scene}: ${each}`));
  plain('');
  if (said.length === 0) plain(NOTHING);
  else for (const line of ['What people noticed:', ...said.map((each) => `  ${each}`)]) plain(line);
}
