import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@rondo/design';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { Check, Ellipsis, Megaphone } from 'lucide-react';
import { Timebox } from '../../parts/index.ts';
import { nextTopic } from '../domain/index.ts';
import { useTopicEntries } from './TopicList.tsx';
import { linedUp, useDiscuss } from './useDiscuss.ts';
import { useSteering } from './useSteering.ts';
import styles from './TopicPanel.module.css';

interface Props {
  phase: PhaseId;
  topic: GroupId;
  isCurrent: boolean;
}

/** What whoever facilitates may do next with this topic. */
export function TopicTools({ phase, topic, isCurrent }: Props) {
  const { t } = useLingui();
  const { state, settings } = useDiscuss(phase);
  const { finish, open } = useSteering(phase);
  const items = useTopicEntries({
    phase,
    id: topic,
    order: linedUp(state).topics.map(({ id }) => id),
    isCurrent,
    parked: state.topics[topic]?.parked ?? false,
  });
  const isLast = nextTopic(state, topic) === null;
  return (
    <div className={styles.tools}>
      {isCurrent ? (
        <>
          <Button icon={<Check size={18} aria-hidden />} onClick={() => finish(topic)}>
            {isLast ? <Trans>Done</Trans> : <Trans>Done, next topic</Trans>}
          </Button>
          <Timebox phase={phase} minutes={settings.minutesPerTopic} />
        </>
      ) : (
        <Button icon={<Megaphone size={17} aria-hidden />} onClick={() => open(topic)}>
          <Trans>Lead everyone here</Trans>
        </Button>
      )}
      <Menu
        label={t`More for this topic`}
        iconOnly
        align="end"
        button={<Ellipsis size={18} />}
        items={items}
      />
    </div>
  );
}
