import { useLingui } from '@lingui/react/macro';
import { Select } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { topicTitle } from '../../parts/index.ts';
import { linedUp, useDiscuss, type ListedTopic } from './useDiscuss.ts';
import type { FollowingTopic } from './useFollowTopic.ts';

interface Props {
  phase: PhaseId;
  following: FollowingTopic;
}

/** The list of topics where there is no room for one. */
export function TopicSelect({ phase, following }: Props) {
  const { t } = useLingui();
  const { state } = useDiscuss(phase);
  const board = useView((view) => view.board);
  const { topics, parked } = linedUp(state);
  const option = ({ id, topic }: ListedTopic) => (
    <option key={id} value={id}>
      {following.current === id ? '● ' : topic.done ? '✓ ' : ''}
      {topicTitle(board, id) || topic.title}
    </option>
  );
  return (
    <Select
      label={t`Topic`}
      hideLabel
      value={following.viewing ?? ''}
      // The options' values are ids of topics.
      onChange={(event) => following.look(event.target.value as GroupId)}
    >
      {following.viewing === null && <option value="">{t`Choose a topic`}</option>}
      <optgroup label={t`Topics`}>{topics.map(option)}</optgroup>
      {parked.length > 0 && <optgroup label={t`Parking lot`}>{parked.map(option)}</optgroup>}
    </Select>
  );
}
