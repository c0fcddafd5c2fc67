import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Dialog, TextArea, TextField } from '@rondo/design';
import { newId } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { useId, useState } from 'react';
import { useAct } from '../../parts/index.ts';
import {
  addStories,
  editStory,
  LONGEST_DETAIL,
  LONGEST_LINK,
  LONGEST_TITLE,
  type StoryId,
} from '../domain/index.ts';
import { useEstimate } from './useEstimate.ts';
import styles from './Dialogs.module.css';

interface Props {
  phase: PhaseId;
  /** Null: a new one. */
  story: StoryId | null;
  /** What a new one is called at first. */
  title?: string;
  onClose: () => void;
}

/** A story with all that can be said about it. */
export default function StoryDialog({ phase, story, title: begun = '', onClose }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const form = useId();
  const known = useEstimate(phase).state.stories[story ?? ('' as StoryId)];
  const [title, setTitle] = useState(known?.title ?? begun);
  const [link, setLink] = useState(known?.link ?? '');
  const [description, setDescription] = useState(known?.description ?? '');
  const [acceptance, setAcceptance] = useState(known?.acceptance ?? '');
  const left = (count: number): string => (count < 0 ? t`${-count} too many` : t`${count} left`);

  async function save(): Promise<void> {
    const words = { title: title.trim(), link: link.trim() || null, description, acceptance };
    const isDone =
      story === null
        ? await act(addStories, { stories: [{ id: newId<'story'>(), task: null, ...words }] })
        : await act(editStory, { id: story, ...words });
    if (isDone) onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={story === null ? t`A new story` : t`Change this story`}
      closeLabel={t`Close`}
      footer={
        <Button type="submit" form={form} tone="primary" disabled={title.trim() === ''}>
          {story === null ? <Trans>Add it</Trans> : <Trans>Save</Trans>}
        </Button>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t`Title`}
          value={title}
          maxLength={LONGEST_TITLE}
          required
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label={t`Link`}
          optional={t`optional`}
          type="url"
          placeholder="https://"
          value={link}
          maxLength={LONGEST_LINK}
          onChange={(event) => setLink(event.target.value)}
        />
        <TextArea
          label={t`Description`}
          optional={t`optional`}
          value={description}
          limit={LONGEST_DETAIL}
          left={left}
          onChange={(event) => setDescription(event.target.value)}
        />
        <TextArea
          label={t`Acceptance criteria`}
          optional={t`optional`}
          value={acceptance}
          limit={LONGEST_DETAIL}
          left={left}
          onChange={(event) => setAcceptance(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
