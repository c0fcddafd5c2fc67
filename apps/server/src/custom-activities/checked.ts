import type { ActivityProblem, YamlProblem } from '@rondo/contract';
import {
  activityYaml,
  checkActivity,
  MAX_CHARACTERS,
  parseActivity,
  pathText,
  type Activity,
} from '@rondo/library';
import { phases } from '@rondo/phases/domain';
import { badInput } from '../http/problem.ts';

type Content = Readonly<Record<string, unknown>>;

/** Stands in until an activity is kept and has an id of its own. */
const NO_ID = 'new';

/** What is wrong with it; empty when it can be kept. */
export function problemsIn(content: Content): ActivityProblem[] {
  const checked = checkActivity(withoutInfo(content), phases);
  if (!checked.ok) return checked.findings.map((each) => ({ ...each, path: [...each.path] }));
  if (fits(checked.activity)) return [];
  const message = `As a file this has more than ${MAX_CHARACTERS} characters; make it shorter.`;
  return [{ path: [], message, slip: { kind: 'too-large' } }];
}

/** The activity, complete with the defaults of its settings; `bad-input` with the first of `problemsIn` it. */
export function needSound(content: Content): Activity {
  const checked = checkActivity(withoutInfo(content), phases);
  if (checked.ok && fits(checked.activity)) return checked.activity;
  const [first] = problemsIn(content);
  const words = [first && pathText(first.path), first?.message];
  throw badInput(words.filter(Boolean).join(': '));
}

/** The activity in the text of a file, or what is wrong with that and where. */
export function readFile(yaml: string): { activity: Activity | null; problems: YamlProblem[] } {
  const parsed = parseActivity(null, yaml, phases, []);
  if (parsed.ok) return { activity: parsed.activity, problems: [] };
  const problems = parsed.problems.map(({ file: _, ...where }) => where);
  return { activity: null, problems };
}

/** What the API answers about an activity may be sent back as it is. */
const withoutInfo = ({ custom: _, ...content }: Content): Content => ({ ...content, id: NO_ID });

/** Whoever exports it must be able to import it again. */
const fits = (activity: Activity): boolean => activityYaml(activity).text.length <= MAX_CHARACTERS;
