import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Menu, Ring, useDrag, useFlip, type MenuEntry } from '@rondo/design';
import { useMe, useSteers } from '@rondo/live/react';
import { sorted, type PhaseId } from '@rondo/meeting';
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import {
  isTalkedAbout,
  moveStory,
  removeStory,
  type Place,
  type Story,
  type StoryId,
} from '../domain/index.ts';
import { useAct } from './useAct.ts';
import { keyOf, useEstimate } from './useEstimate.ts';
import { useStoryWords } from './useStoryWords.ts';
import styles from './StoryList.module.css';

const StoryDialog = lazy(() => import('./StoryDialog.tsx'));

interface Props {
  phase: PhaseId;
  viewing: Place;
  isLed: boolean;
  look: (key: string) => void;
  steers: boolean;
}

/** All stories in their order, with what they came to. */
export function StoryList({ phase, viewing, isLed, look, steers }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const { state } = useEstimate(phase);
  const stories = useMemo(() => sorted(state.stories), [state.stories]);
  const list = useRef<HTMLElement>(null);
  useFlip(list, state.stories);

  function place(story: StoryId, behind: StoryId | null): void {
    void act(moveStory, { story, behind });
    announce(t`Moved`);
  }

  const drag = useDrag({
    onDrop: (id, target, { y }, element) => {
      // Both attributes carry ids of stories.
      const [story, other] = [id, target] as StoryId[];
      if (!story || !other) return;
      const { top, height } = element.getBoundingClientRect();
      const at = stories.findIndex(([each]) => each === other);
      const behind = y > top + height / 2 ? other : (stories[at - 1]?.[0] ?? null);
      const before = stories[stories.findIndex(([each]) => each === story) - 1]?.[0] ?? null;
      if (behind !== story && behind !== before) place(story, behind);
    },
  });
  return (
    <nav ref={list} aria-label={t`Stories`} {...(steers && drag)}>
      <h3 className={styles.heading}>
        <Trans>Stories</Trans>
        <span className={styles.count}>{stories.length}</span>
      </h3>
      <ol className={styles.list}>
        {stories.map(([id, story], at) => (
          <Item
            key={id}
            {...{ phase, viewing, isLed, look, steers, id, story, place }}
            up={at > 0 ? (stories[at - 2]?.[0] ?? null) : undefined}
            down={stories[at + 1]?.[0]}
          />
        ))}
      </ol>
    </nav>
  );
}

interface ItemProps extends Props {
  id: StoryId;
  story: Story;
  place: (story: StoryId, behind: StoryId | null) => void;
  /** Behind which story it goes one place up or down; undefined: it is at the end already. */
  up: StoryId | null | undefined;
  down: StoryId | undefined;
}

function Item({ phase, viewing, isLed, look, steers, id, story, place, up, down }: ItemProps) {
  const { settings, state } = useEstimate(phase);
  const words = useStoryWords(phase, story, isLed);
  const isCurrent = isLed && state.at?.story === id;
  const isViewed = viewing.story === id;
  return (
    <li
      className={styles.item}
      data-viewing={isViewed ? '' : undefined}
      data-done={words.isDone && !isCurrent ? '' : undefined}
      data-flip={id}
      data-drag={steers ? id : undefined}
      data-drop={steers ? id : undefined}
    >
      <button
        type="button"
        className={styles.choose}
        aria-current={isViewed ? 'true' : undefined}
        data-story-button=""
        data-handle=""
        onClick={() => {
          const dimension =
            isCurrent && state.at ? state.at.dimension : (words.next ?? settings.dimensions[0]?.id);
          look(keyOf({ story: id, dimension: dimension ?? '' }) ?? '');
        }}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
          if (by === null) return;
          event.preventDefault();
          const behind = by < 0 ? up : down;
          if (!event.altKey) focusNext(event.currentTarget, by);
          else if (steers && behind !== undefined) place(id, behind);
        }}
      >
        <Ring
          state={isCurrent ? 'now' : words.isDone ? 'done' : 'ahead'}
          hue="estimate"
          size={16}
        />
        <span className={styles.words}>
          <span className={styles.name}>{story.title}</span>
          {words.text && <span className={styles.small}>{words.text}</span>}
        </span>
      </button>
      <span className={styles.menu}>
        <StoryMenu {...{ phase, id, story, place, up, down, steers }} />
      </span>
    </li>
  );
}

function focusNext(from: HTMLElement, by: -1 | 1): void {
  const all = [
    ...(from.closest('nav')?.querySelectorAll<HTMLElement>('[data-story-button]') ?? []),
  ];
  all[all.indexOf(from) + by]?.focus();
}

type MenuProps = Pick<ItemProps, 'phase' | 'id' | 'story' | 'steers'> &
  Partial<Pick<ItemProps, 'place' | 'up' | 'down'>>;

/** What can be done with a story by whoever made it, and by whoever facilitates. */
export function StoryMenu({ phase, id, story, steers, place, up, down }: MenuProps) {
  const { t } = useLingui();
  const act = useAct(phase);
  const me = useMe();
  const isFacilitator = useSteers();
  const { state } = useEstimate(phase);
  const [isEditing, setEditing] = useState(false);
  if (!isFacilitator && story.by !== me) return null;
  const items: MenuEntry[] = [
    { label: t`Edit`, icon: <Pencil size={16} />, onSelect: () => setEditing(true) },
    ...(steers && place
      ? [
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
        ]
      : []),
    'line',
    {
      label: t`Remove`,
      note: isTalkedAbout(state, id) ? t`People have commented on it` : undefined,
      icon: <Trash2 size={16} />,
      danger: true,
      disabled: isTalkedAbout(state, id),
      onSelect: () => void act(removeStory, { id }),
    },
  ];
  return (
    <>
      <Menu
        label={t`Story “${story.title}”`}
        iconOnly
        size="s"
        align="end"
        button={<Ellipsis size={18} />}
        items={items}
      />
      <Suspense>
        {isEditing && <StoryDialog phase={phase} story={id} onClose={() => setEditing(false)} />}
      </Suspense>
    </>
  );
}
