import type { Bundle } from './bundle.ts';
import { byHand, withoutSecrets } from './by-hand.ts';
import type { Installation } from './install.ts';

interface Imported {
  readonly bundle: Bundle;
  readonly here: Pick<Bundle, 'limits' | 'files' | 'versions'>;
  readonly installation: Installation;
  /** Of the settings file, as one types it. */
  readonly file: string;
  /** How many minutes of the ledger are new; undefined: it was not taken over. */
  readonly minutes: number | undefined;
  readonly isDryRun: boolean;
}

/** What was done and what is left to do, for a terminal; no secret is in it. */
export function importReport(imported: Imported): string {
  const { bundle, here, installation, file, minutes, isDryRun } = imported;
  const { kept, unknown, generatedSecret, settings } = installation;
  const hands = byHand(bundle, here);
  const done = [
    `${isDryRun ? 'Would write' : 'Written'}: ${file}${generatedSecret === undefined ? '' : `, and secrets.json in ${settings.dataFolder}`}`,
    ...(kept.length > 0 ? [`Kept as it is on this machine: ${kept.join(', ')}`] : []),
    ...(unknown.length > 0
      ? [`Left out, as this release has no such setting: ${unknown.join(', ')}`]
      : []),
    minutes === undefined
      ? 'The peak ledger was not taken over.'
      : `The peak ledger: ${minutes.toLocaleString('en')} of ${bundle.peaks.length.toLocaleString('en')} minutes are new here.`,
  ];
  const left =
    hands.length === 0
      ? 'Nothing is left to do by hand.'
      : `Left to do by hand:\n${hands.map((each) => `- ${each}`).join('\n')}`;
  const next = `Start with\n  npm start -- --settings ${file}\nand compare with\n  npm run rondo -- --settings ${file} settings diff <bundle>`;
  return withoutSecrets([done.join('\n'), left, next].join('\n\n'), bundle);
}
