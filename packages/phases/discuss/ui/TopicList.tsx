import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, type MenuEntry } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { CircleParking, Ellipsis, Megaphone } from 'lucide-react';
import { useMemo } from 'react';
import { movesAround, Station, Stations, useMoveEntries } from '../../parts/index.ts';
import { linedUp, useDiscuss, useTopicName, type ListedTopic } from './useDiscuss.ts';
import type { FollowingTopic } from './useFollowTopic.ts';
import { useSteering } from './useSteering.ts';
import { useVotesWords } from './useVotesWords.ts';
import styles from './TopicList.module.css';

interface Props {
  phase: PhaseId;
  following: FollowingTopic;
  /** May lead, park and reorder. */
  steers: boolean;
}

/** All topics in their order, and below them what is parked. */
export function TopicList({ phase, following, steers }: Props) {
  const { t } = useLingui();
  const { state } = useDiscuss(phase);
  const { topics, parked } = useMemo(() => linedUp(state), [state]);
  const order = topics.map(({ id }) => id);
  const { place } = useSteering(phase);
  return (
    <Stations
      label={t`Topics`}
      heading="h2"
      order={order}
      listed={state.topics}
      onPlace={steers ? place : undefined}
      more={
        parked.length > 0 && (
          <>
            <h3 className={styles.parking}>
              <CircleParking aria-hidden="true" size={16} />
              <Trans>Parking lot</Trans>
            </h3>
            <ul className={styles.parked}>
              {parked.map((each) => (
                <Item key={each.id} {...{ phase, following, steers }} listed={each} order={[]} />
              ))}
            </ul>
          </>
        )
      }
    >
      {topics.map((each) => (
        <Item key={each.id} {...{ phase, following, steers, order }} listed={each} />
      ))}
    </Stations>
  );
}

interface ItemProps extends Props {
  listed: ListedTopic;
  order: readonly GroupId[];
}

function Item({ phase, listed: { id, topic }, order, following, steers }: ItemProps) {
  const { t } = useLingui();
  const name = useTopicName(phase, id);
  const votes = useVotesWords(useView((view) => view.board.groups[id]?.votes));
  const { place } = useSteering(phase);
  const isCurrent = following.current === id;
  const stateWords = isCurrent ? t`now` : topic.done ? t`done` : null;
  return (
    <Station
      id={id}
      hue="discuss"
      name={name}
      note={[stateWords, votes].filter((each) => each !== null).join(' · ')}
      state={isCurrent ? 'now' : topic.done ? 'done' : 'ahead'}
      isViewed={following.viewing === id}
      order={order}
      onLook={() => following.look(id)}
      onPlace={steers && !topic.parked ? place : undefined}
      menu={steers && <ItemMenu {...{ phase, id, order, isCurrent, name }} parked={topic.parked} />}
    />
  );
}

interface MenuProps {
  phase: PhaseId;
  id: GroupId;
  order: readonly GroupId[];
  isCurrent: boolean;
  parked: boolean;
  name: string;
}

function ItemMenu({ name, ...topic }: MenuProps) {
  const { t } = useLingui();
  const items = useTopicEntries(topic);
  return (
    <Menu
      label={t`Topic “${name}”`}
      iconOnly
      size="s"
      align="end"
      button={<Ellipsis size={18} />}
      items={items}
    />
  );
}

/** What can be done with a topic besides going on to the next. */
export function useTopicEntries({
  phase,
  id,
  order,
  isCurrent,
  parked,
}: Omit<MenuProps, 'name'>): MenuEntry[] {
  const { t } = useLingui();
  const { open, park, place } = useSteering(phase);
  const moves = useMoveEntries(movesAround(order, id, (behind) => place(id, behind)));
  return [
    ...(isCurrent
      ? []
      : [
          { label: t`Lead everyone here`, icon: <Megaphone size={16} />, onSelect: () => open(id) },
        ]),
    {
      label: parked ? t`Back among the topics` : t`Into the parking lot`,
      icon: <CircleParking size={16} />,
      onSelect: () => park(id, !parked),
    },
    ...(parked ? [] : ['line' as const, ...moves]),
  ];
}
