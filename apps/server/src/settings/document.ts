import { settingsList } from './list.ts';

/** The list of settings as a page for operators; `npm run rondo -- settings --markdown` prints it. */
export function settingsPage(): string {
  const rows = Object.values(settingsList).map((setting) => {
    const otherwise = setting.default === '' ? '' : `\`${setting.default}\``;
    const means = setting.secret ? `${setting.means} **Secret.**` : setting.means;
    return `| \`${setting.name}\` | ${setting.takes.replaceAll('|', '\\|')} | ${otherwise} | ${means.replaceAll('|', '\\|')} |`;
  });
  return `# Settings

Rondo needs none: it starts with what stands under “default”. A setting is an environment variable. A
value that cannot be right, or a \`RONDO_…\` that does not exist, stops the start with a sentence that
says how to mend it. \`npm run rondo -- settings\` lists what is in force.

This page is written by \`npm run rondo -- settings --markdown > docs/settings.md\`.

| Setting | Takes | Default | Means |
|---|---|---|---|
${rows.join('\n')}
`;
}
