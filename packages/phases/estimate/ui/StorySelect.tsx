import { useLingui } from '@lingui/react/macro';
import { Select } from '@rondo/design';
import { sorted, type PhaseId } from '@rondo/meeting';
import { ballotOf, type Place, type StoryId } from '../domain/index.ts';
import { keyOf, useEstimate } from './useEstimate.ts';

interface Props {
  phase: PhaseId;
  viewing: Place;
  isLed: boolean;
  look: (key: string) => void;
}

/** The list of stories where there is no room for one. */
export function StorySelect({ phase, viewing, isLed, look }: Props) {
  const { t } = useLingui();
  const { settings, state } = useEstimate(phase);
  const stories = sorted(state.stories);
  return (
    <Select
      label={t`Story`}
      hideLabel
      value={viewing.story}
      onChange={(event) => {
        // The options' values are ids of stories.
        const story = event.target.value as StoryId;
        const isCurrent = isLed && state.at?.story === story;
        const dimension = isCurrent ? state.at?.dimension : settings.dimensions[0]?.id;
        look(keyOf({ story, dimension: dimension ?? '' }) ?? '');
      }}
    >
      {stories.map(([id, story], at) => {
        const isDone = settings.dimensions.every((each) => ballotOf(story, each.id).score !== null);
        const mark = isLed && state.at?.story === id ? '● ' : isDone ? '✓ ' : '';
        return (
          <option key={id} value={id}>
            {mark}
            {at + 1}. {story.title}
          </option>
        );
      })}
    </Select>
  );
}
