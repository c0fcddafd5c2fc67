import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, Ring, useDrag, useFlip, type MenuEntry } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { ArrowDown, ArrowUp, CircleParking, Ellipsis, Megaphone } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { linedUp, useDiscuss, useTopicName, type ListedTopic } from './useDiscuss.ts';
import type { FollowingTopic } from './useFollowTopic.ts';
import { nextPlace, useSteering } from './useSteering.ts';
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
  const { place } = useSteering(phase);
  const list = useRef<HTMLElement>(null);
  useFlip(list, state.topics);
  const drag = useDrag({
    onDrop: (id, target, { y }, element) => {
      // Both attributes carry ids of topics.
      const [topic, other] = [id, target] as GroupId[];
      if (!topic || !other) return;
      const { top, height } = element.getBoundingClientRect();
      const at = topics.findIndex((each) => each.id === other);
      const behind = y > top + height / 2 ? other : (topics[at - 1]?.id ?? null);
      const before = topics[topics.findIndex((each) => each.id === topic) - 1]?.id ?? null;
      if (behind !== topic && behind !== before) place(topic, behind);
    },
  });
  return (
    <nav ref={list} className={styles.topics} aria-label={t`Topics`} {...(steers && drag)}>
      <h2 className={styles.title}>
        <Trans>Topics</Trans>
        <span className={styles.count}>{topics.length}</span>
      </h2>
      <ol className={styles.list}>
        {topics.map((each) => (
          <Item
            key={each.id}
            phase={phase}
            listed={each}
            topics={topics}
            following={following}
            steers={steers}
          />
        ))}
      </ol>
      {parked.length > 0 && (
        <>
          <h3 className={styles.parking}>
            <CircleParking aria-hidden="true" size={16} />
            <Trans>Parking lot</Trans>
          </h3>
          <ul className={styles.list}>
            {parked.map((each) => (
              <Item
                key={each.id}
                phase={phase}
                listed={each}
                topics={[]}
                following={following}
                steers={steers}
              />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

interface ItemProps extends Props {
  listed: ListedTopic;
  topics: readonly ListedTopic[];
}

function Item({ phase, listed: { id, topic }, topics, following, steers }: ItemProps) {
  const { t } = useLingui();
  const name = useTopicName(phase, id);
  const votes = useVotesWords(useView((view) => view.board.groups[id]?.votes));
  const { place } = useSteering(phase);
  const isCurrent = following.current === id;
  const stateWords = isCurrent ? t`now` : topic.done ? t`done` : null;
  const canMove = steers && !topic.parked;
  return (
    <li
      className={styles.item}
      data-viewing={following.viewing === id ? '' : undefined}
      data-done={topic.done && !isCurrent ? '' : undefined}
      data-flip={id}
      data-drag={canMove ? id : undefined}
      data-drop={canMove ? id : undefined}
    >
      <button
        type="button"
        className={styles.choose}
        aria-current={following.viewing === id ? 'true' : undefined}
        data-topic-button={id}
        data-handle=""
        onClick={() => following.look(id)}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
          if (by === null) return;
          event.preventDefault();
          const behind = canMove && event.altKey ? nextPlace(topics, id, by) : undefined;
          if (behind !== undefined) place(id, behind);
          else if (!event.altKey) focusNext(event.currentTarget, by);
        }}
      >
        <Ring state={isCurrent ? 'now' : topic.done ? 'done' : 'ahead'} hue="discuss" size={16} />
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          {(votes || stateWords) && (
            <span className={styles.small}>
              {[stateWords, votes].filter((each) => each !== null).join(' · ')}
            </span>
          )}
        </span>
      </button>
      {steers && (
        <span className={styles.menu}>
          <ItemMenu {...{ phase, id, topics, isCurrent, name }} parked={topic.parked} />
        </span>
      )}
    </li>
  );
}

function focusNext(from: HTMLElement, by: -1 | 1): void {
  const all = [
    ...(from.closest('nav')?.querySelectorAll<HTMLElement>('[data-topic-button]') ?? []),
  ];
  all[all.indexOf(from) + by]?.focus();
}

interface MenuProps {
  phase: PhaseId;
  id: GroupId;
  topics: readonly ListedTopic[];
  isCurrent: boolean;
  parked: boolean;
  name: string;
}

function ItemMenu({ phase, id, topics, isCurrent, parked, name }: MenuProps) {
  const { t } = useLingui();
  const items = useTopicEntries({ phase, id, topics, isCurrent, parked });
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
  topics,
  isCurrent,
  parked,
}: Omit<MenuProps, 'name'>): MenuEntry[] {
  const { t } = useLingui();
  const { open, park, place } = useSteering(phase);
  const up = nextPlace(topics, id, -1);
  const down = nextPlace(topics, id, 1);
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
    ...(parked
      ? []
      : [
          'line' as const,
          {
            label: t`Move up`,
            icon: <ArrowUp size={16} />,
            keys: 'Alt+↑',
            disabled: up === undefined,
            onSelect: () => up !== undefined && place(id, up),
          },
          {
            label: t`Move down`,
            icon: <ArrowDown size={16} />,
            keys: 'Alt+↓',
            disabled: down === undefined,
            onSelect: () => down !== undefined && place(id, down),
          },
        ]),
  ];
}
