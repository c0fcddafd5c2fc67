import { useLingui } from '@lingui/react/macro';
import { announce, Menu, type MenuEntry } from '@rondo/design';
import { useMe, useSteers } from '@rondo/live/react';
import { sorted, type PhaseId } from '@rondo/meeting';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { movesAround, Station, Stations, useAct, useMoveEntries } from '../../parts/index.ts';
import {
  isTalkedAbout,
  moveStory,
  removeStory,
  type Place,
  type Story,
  type StoryId,
} from '../domain/index.ts';
import { keyOf, useEstimate } from './useEstimate.ts';
import { useStoryWords } from './useStoryWords.ts';

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
  const order = stories.map(([id]) => id);

  function place(story: StoryId, behind: StoryId | null): void {
    void act(moveStory, { story, behind });
    announce(t`Moved`);
  }

  return (
    <Stations
      label={t`Stories`}
      heading="h3"
      order={order}
      listed={state.stories}
      onPlace={steers ? place : undefined}
    >
      {stories.map(([id, story]) => (
        <Item key={id} {...{ phase, viewing, isLed, look, steers, id, story, place, order }} />
      ))}
    </Stations>
  );
}

interface ItemProps extends Props {
  id: StoryId;
  story: Story;
  order: readonly StoryId[];
  place: (story: StoryId, behind: StoryId | null) => void;
}

function Item({ phase, viewing, isLed, look, steers, id, story, place, order }: ItemProps) {
  const { settings, state } = useEstimate(phase);
  const words = useStoryWords(phase, story, isLed);
  const isCurrent = isLed && state.at?.story === id;
  return (
    <Station
      id={id}
      hue="estimate"
      name={story.title}
      note={words.text}
      state={isCurrent ? 'now' : words.isDone ? 'done' : 'ahead'}
      isViewed={viewing.story === id}
      order={order}
      onLook={() => {
        const dimension =
          isCurrent && state.at ? state.at.dimension : (words.next ?? settings.dimensions[0]?.id);
        look(keyOf({ story: id, dimension: dimension ?? '' }) ?? '');
      }}
      onPlace={steers ? place : undefined}
      menu={<StoryMenu {...{ phase, id, story, place, order, steers }} />}
    />
  );
}

type MenuProps = Pick<ItemProps, 'phase' | 'id' | 'story' | 'steers'> &
  Partial<Pick<ItemProps, 'place' | 'order'>>;

/** What can be done with a story by whoever made it, and by whoever facilitates. */
export function StoryMenu({ phase, id, story, steers, place, order = [] }: MenuProps) {
  const { t } = useLingui();
  const act = useAct(phase);
  const me = useMe();
  const isFacilitator = useSteers();
  const { state } = useEstimate(phase);
  const [isEditing, setEditing] = useState(false);
  const moves = useMoveEntries(movesAround(order, id, (behind) => place?.(id, behind)));
  if (!isFacilitator && story.by !== me) return null;
  const items: MenuEntry[] = [
    { label: t`Edit`, icon: <Pencil size={16} />, onSelect: () => setEditing(true) },
    ...(steers && place ? moves : []),
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
