import { useLingui } from '@lingui/react/macro';
import type { ActivityProblem } from '@rondo/contract';

/** A problem in the reader's language, with the name of the field it is about. */
export function useProblemWords(): (
  problem: Pick<ActivityProblem, 'path' | 'message' | 'slip'>,
) => string {
  const { t } = useLingui();
  const fields: Readonly<Record<string, string>> = {
    name: t`Name`,
    summary: t`Summary`,
    purpose: t`Purpose`,
    minutes: t`Minutes`,
    people: t`People`,
    hues: t`Colours`,
    keywords: t`Search words`,
    flow: t`Steps`,
    title: t`Title`,
    tip: t`Tip`,
    hint: t`Help`,
    question: t`Question`,
    prompts: t`Prompts`,
    statements: t`Statements`,
    options: t`Options`,
    items: t`Items`,
    dimensions: t`Dimensions`,
    text: t`Text`,
    label: t`Label`,
    low: t`Lowest`,
    high: t`Highest`,
    votes: t`Votes`,
    perTopic: t`Votes on one topic`,
  };
  const fieldOf = (path: ActivityProblem['path']): string => {
    const inside = path[0] === 'flow' && path.length > 1 ? path.slice(2) : path;
    const list = inside.findLast(
      (each) => typeof each === 'string' && typeof inside[inside.indexOf(each) + 1] === 'number',
    );
    const place = inside.findLast((each) => typeof each === 'number');
    const last = inside.findLast(
      (each) => typeof each === 'string' && each !== 'en' && each !== 'de',
    );
    const name = (key: unknown): string => (typeof key === 'string' ? (fields[key] ?? key) : '');
    if (list !== undefined && typeof place === 'number')
      return list === last
        ? `${name(list)} ${place + 1}`
        : `${name(list)} ${place + 1}, ${name(last)}`;
    return name(last);
  };
  return ({ path, message, slip }) => {
    const field = fieldOf(path);
    switch (slip?.kind) {
      case 'missing':
      case 'empty':
        return t`${field}: there is nothing here yet.`;
      case 'too-long':
        return t`${field}: at most ${slip.bound} characters.`;
      case 'too-low':
        return t`${field}: at least ${slip.bound}.`;
      case 'too-high':
        return t`${field}: at most ${slip.bound}.`;
      case 'too-few':
        return t`${field}: at least ${slip.bound} of them.`;
      case 'too-many':
        return t`${field}: at most ${slip.bound} of them.`;
      case 'too-large':
        return t`All of it together is more than fits. Make it shorter.`;
      case 'needs':
      case undefined:
        return message;
    }
  };
}
