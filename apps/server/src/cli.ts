import { CannotStart } from './cannot-start.ts';
import { settingsPage } from './settings/document.ts';
import { settingsInForce } from './settings/in-force.ts';

interface Command {
  readonly usage: string;
  readonly means: string;
  readonly run: (args: readonly string[]) => void | Promise<void>;
}

/** `npm run rondo -- …`: for whoever runs the server. */
const commands: Readonly<Record<string, Command>> = {
  settings: {
    usage: 'settings [--markdown]',
    means: 'the settings in force; with --markdown, docs/settings.md',
    run: (args) => {
      const page = args.includes('--markdown') ? settingsPage().trimEnd() : undefined;
      console.log(page ?? settingsInForce(process.env));
    },
  },
  help: { usage: 'help', means: 'this list', run: () => console.log(help()) },
};

function help(): string {
  const all = Object.values(commands);
  const width = Math.max(...all.map(({ usage }) => usage.length));
  return [
    'npm run rondo -- <command>',
    ...all.map(({ usage, means }) => `  ${usage.padEnd(width)}  ${means}`),
  ].join('\n');
}

const [name = 'help', ...args] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command) throw new CannotStart(`There is no command “${name}”.\n\n${help()}`);
  await command.run(args);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
