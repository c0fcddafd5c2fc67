// Collects the app's texts into its catalogs: `npm run tool texts`. With `--check` it changes nothing,
// and fails where a text is not in the catalogs or not translated.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const WEB = join(import.meta.dirname, '../apps/web');
const CATALOGS = join(WEB, 'src/locales');

const catalogs = (): Map<string, string> =>
  new Map(
    readdirSync(CATALOGS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.po'))
      .map((file) => [file, readFileSync(join(CATALOGS, file), 'utf8')]),
  );

/** English is what the texts are written in. */
const isSource = (file: string): boolean => basename(file) === 'en.po';

/** Entries without a text: `msgstr ""` with nothing behind it, the head of the file aside. */
export const untranslated = (catalog: string): string[] =>
  catalog
    .split('\n\n')
    .slice(1)
    .filter((entry) => /^msgstr ""$/m.test(entry) && !/^msgstr ""\n"/m.test(entry))
    .map((entry) => /^msgid (.*)$/m.exec(entry)?.[1] ?? entry);

/** Runs the collector on the catalogs. Throws with what it said when it fails. */
function collect(): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(WEB, 'node_modules/@lingui/cli/dist/lingui.js'), 'extract', '--clean'],
    { cwd: WEB, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the texts could not be collected:\n${stdout}${stderr}`);
}

function check(): string[] {
  const before = catalogs();
  try {
    collect();
    const after = catalogs();
    return [...after].flatMap(([file, text]) => {
      if (text !== before.get(file))
        return [`${file} is not up to date: run \`npm run tool texts\``];
      return isSource(file) ? [] : untranslated(text).map((id) => `${file} has no text for ${id}`);
    });
  } finally {
    for (const [file, text] of before) writeFileSync(join(CATALOGS, file), text);
  }
}

if (process.argv.includes('--check')) {
  const problems = check();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} else {
  collect();
  for (const [file, text] of catalogs()) {
    if (!isSource(file)) console.log(`${file}: ${untranslated(text).length} to translate`);
  }
}
