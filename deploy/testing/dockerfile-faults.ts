import { validate } from 'dockerfile-utils';

interface Instruction {
  readonly keyword: string;
  readonly rest: string;
}

/** One thing that a Dockerfile of ours must not do; after the rules of hadolint that matter here. */
interface Rule {
  readonly fault: string;
  readonly breaks: (stage: readonly Instruction[], isLast: boolean) => boolean;
}

const some =
  (keyword: string, pattern: RegExp) =>
  (stage: readonly Instruction[]): boolean =>
    stage.some((each) => each.keyword === keyword && pattern.test(each.rest));

const lacks =
  (keyword: string) =>
  (stage: readonly Instruction[], isLast: boolean): boolean =>
    isLast && !stage.some((each) => each.keyword === keyword);

const rules: readonly Rule[] = [
  { fault: 'a base without a version that stays', breaks: some('FROM', /^(?!\S+:\d+\.\d+\S*)/) },
  { fault: 'ADD, which also unpacks and downloads', breaks: some('ADD', /./) },
  { fault: 'a folder that depends on the one before', breaks: some('WORKDIR', /^[^/]/) },
  { fault: 'sudo', breaks: some('RUN', /\bsudo\b/) },
  { fault: 'a script from the network', breaks: some('RUN', /\b(curl|wget)\b.*\|\s*\w*sh\b/) },
  {
    fault: 'package lists that stay in the image',
    breaks: some('RUN', /apt-get (?:.*)install(?!.*rm -rf \/var\/lib\/apt\/lists)/),
  },
  {
    fault: 'packages that are only recommended',
    breaks: some('RUN', /apt-get (?!.*--no-install-recommends).*install/),
  },
  {
    fault: 'a secret in the image',
    breaks: (stage) =>
      ['ENV', 'ARG'].some((keyword) =>
        some(keyword, /(secret|password|passwd|token|api_?key|credential)/i)(stage),
      ),
  },
  { fault: 'a shell between Docker and the server', breaks: some('CMD', /^[^[]/) },
  { fault: 'no health check', breaks: lacks('HEALTHCHECK') },
  { fault: 'no word on how it is stopped', breaks: lacks('STOPSIGNAL') },
  {
    fault: 'root',
    breaks: (stage, isLast) => {
      const users = stage.filter(({ keyword }) => keyword === 'USER');
      return isLast && /^(root|0|$)/.test(users.at(-1)?.rest ?? '');
    },
  },
];

/** All that is wrong with a Dockerfile, in words; also what its parser says. */
export function faultsOf(text: string): string[] {
  const stages = stagesOf(text);
  const found = rules.filter(({ breaks }) =>
    stages.some((stage, index) => breaks(stage, index === stages.length - 1)),
  );
  return [
    ...validate(text).map(({ message }) => (typeof message === 'string' ? message : message.value)),
    ...found.map(({ fault }) => fault),
  ];
}

function stagesOf(text: string): Instruction[][] {
  const stages: Instruction[][] = [];
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n');
  for (const line of lines) {
    const [, keyword = '', rest = ''] = /^\s*(\w+)\s+(.*)$/.exec(line) ?? [];
    if (keyword.toUpperCase() === 'FROM') stages.push([]);
    if (keyword !== '') stages.at(-1)?.push({ keyword: keyword.toUpperCase(), rest });
  }
  return stages;
}
