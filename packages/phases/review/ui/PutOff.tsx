import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, markdownText } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { isWorn } from '../domain/index.ts';
import { useReview } from './useReview.ts';

/** What has to be decided before everybody goes on: else it is put off once more, for all to see. */
export function PutOff({ phase }: { phase: PhaseId }) {
  const { i18n } = useLingui();
  const { order, tasks } = useReview(phase).state;
  const left = order.flatMap((id) => {
    const task = tasks[id];
    return task && task.verdict === null && isWorn(task) ? [`“${markdownText(task.text)}”`] : [];
  });
  if (left.length === 0) return null;
  const list = new Intl.ListFormat(i18n.locale).format(left);
  return (
    <Banner tone="warn">
      <Trans>Missed twice, and not decided yet: {list}. Going on puts it off once more.</Trans>
    </Banner>
  );
}
