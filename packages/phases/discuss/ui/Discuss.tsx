import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Banner, Button, EmptyState, hueStyle, usePhone } from '@rondo/design';
import { useSteers, useView } from '@rondo/live/react';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { PhaseStatus, Tip, topicTitle, useChange } from '../../parts/index.ts';
import { AddTopic } from './AddTopic.tsx';
import { TopicList } from './TopicList.tsx';
import { TopicPanel } from './TopicPanel.tsx';
import { TopicSelect } from './TopicSelect.tsx';
import { linedUp, useDiscuss, useTopicName } from './useDiscuss.ts';
import { useFollowTopic } from './useFollowTopic.ts';
import styles from './Discuss.module.css';

/** Topic by topic, most votes first: what people say, what remains, who does what. */
export default function Discuss({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const { phase, status, state } = useDiscuss(phaseId);
  const isFacilitator = useSteers();
  const steers = isFacilitator && status === 'open';
  const isPhone = usePhone();
  const { current, topics } = state;
  const following = useFollowTopic(current, (topic) => topics[topic] !== undefined);
  const { viewing } = following;
  const readOnly = status === 'skipped' || !phase.begun;
  const mayAdd = status === 'open' || status === 'done';
  const board = useView((view) => view.board);
  useChange(current, () => {
    if (current !== null) announce(t`Now: ${topicTitle(board, current)}`);
    else announce(t`All topics are talked through.`);
  });
  return (
    <main className={styles.board} style={hueStyle('discuss')}>
      <PhaseStatus
        phase={phaseId}
        done={<Trans>The discussion is over. Comments, notes and tasks can still be added.</Trans>}
      />
      {Object.keys(topics).length === 0 ? (
        <EmptyState title={t`No topics yet`} hue="discuss" drawing="lines">
          <Trans>
            Groups of cards become topics here, those with most votes first. Or begin with what is
            on your mind.
          </Trans>
          {mayAdd && <AddTopic phase={phaseId} />}
        </EmptyState>
      ) : (
        <div className={styles.split}>
          {isPhone ? (
            <div>
              <TopicSelect phase={phaseId} following={following} />
              {mayAdd && <AddTopic phase={phaseId} />}
            </div>
          ) : (
            <aside className={styles.side}>
              <TopicList phase={phaseId} following={following} steers={steers} />
              {mayAdd && <AddTopic phase={phaseId} />}
              <Tip phase={phaseId}>
                <Trans>
                  End each topic with one small step that somebody takes. None is an answer, too.
                </Trans>
              </Tip>
            </aside>
          )}
          <div className={styles.topic}>
            {status === 'open' && current !== null && viewing !== current && !steers && (
              <Elsewhere phase={phaseId} current={current} onGo={() => following.look(current)} />
            )}
            {viewing === null ? (
              <AllDone phase={phaseId} />
            ) : (
              <TopicPanel
                phase={phaseId}
                topic={viewing}
                isCurrent={viewing === current}
                steers={steers}
                readOnly={readOnly}
              />
            )}
          </div>
        </div>
      )}
    </main>
  );
}

interface ElsewhereProps {
  phase: PhaseId;
  current: GroupId;
  onGo: () => void;
}

function Elsewhere({ phase, current, onGo }: ElsewhereProps) {
  const name = useTopicName(phase, current);
  return (
    <div className={styles.elsewhere}>
      <Banner
        tone="info"
        action={
          <Button size="s" onClick={onGo}>
            <Trans>Go there</Trans>
          </Button>
        }
      >
        <Trans>The others are at “{name}”.</Trans>
      </Banner>
    </div>
  );
}

function AllDone({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const { parked } = linedUp(useDiscuss(phase).state);
  return (
    <EmptyState title={t`All topics are talked through`} hue="discuss" drawing="rings">
      {parked.length > 0 ? (
        <Trans>Look into the parking lot: is there something for today?</Trans>
      ) : (
        <Trans>You can read any of them again, or go on to the next phase.</Trans>
      )}
    </EmptyState>
  );
}
