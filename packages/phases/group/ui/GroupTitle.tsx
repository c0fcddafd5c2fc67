import { useLingui } from '@lingui/react/macro';
import { visibleLength } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { GroupId } from '@rondo/meeting';
import { memo, useRef, useState } from 'react';
import { LONGEST_TITLE } from '../domain/index.ts';
import { useDoGrouping } from './doGrouping.ts';
import { useGroupName } from './groupName.ts';
import styles from './GroupTitle.module.css';

interface Props {
  id: string;
  group: GroupId;
  open: boolean;
}

/** What a group is called; a press makes it a field. Until somebody gives a name, its cards suggest one. */
export const GroupTitle = memo(function GroupTitle({ id, group, open }: Props) {
  const { t } = useLingui();
  const given = useView((view) => view.board.groups[group]?.title ?? null);
  const name = useGroupName(group);
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  if (!open) {
    return (
      <h4 id={id} className={styles.title}>
        {name}
      </h4>
    );
  }
  if (isEditing) {
    return (
      <TitleField
        group={group}
        given={given}
        suggested={name}
        onDone={(isByKey) => {
          setEditing(false);
          if (isByKey) requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  }
  return (
    <h4 id={id} className={styles.title}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        data-suggested={given === null ? '' : undefined}
        title={given === null ? t`Suggested title; press to change it` : t`Press to rename`}
        onClick={() => setEditing(true)}
      >
        {name}
      </button>
    </h4>
  );
});

interface FieldProps {
  group: GroupId;
  given: string | null;
  suggested: string;
  /** By key: the focus is to go back to the title. */
  onDone: (isByKey: boolean) => void;
}

function TitleField({ group, given, suggested, onDone }: FieldProps) {
  const { t } = useLingui();
  const { rename } = useDoGrouping();
  const [text, setText] = useState(given ?? suggested);
  const isOver = useRef(false);
  const isTooLong = visibleLength(text.trim()) > LONGEST_TITLE;

  function finish(isByKey: boolean, keep: boolean): void {
    // The blur that follows a key has nothing more to say.
    if (isOver.current || (keep && isTooLong)) return;
    isOver.current = true;
    const title = text.trim() === '' ? null : text.trim();
    // Enter on a suggestion makes it the name; walking away from it does not.
    const isConfirmed = isByKey || title !== suggested;
    if (keep && title !== given && isConfirmed) rename(group, title);
    onDone(isByKey);
  }

  return (
    <input
      className={styles.field}
      aria-label={t`Title of the group`}
      aria-invalid={isTooLong}
      placeholder={suggested}
      value={text}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(false, true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        finish(true, event.key === 'Enter');
      }}
    />
  );
}
