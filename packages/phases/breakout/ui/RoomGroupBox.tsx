import { useLingui } from '@lingui/react/macro';
import { TextField } from '@rondo/design';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import { LONGEST_TITLE, setTitle, type RoomGroup } from '../domain/index.ts';
import { RoomCardItem } from './RoomCardItem.tsx';
import { useDo } from './useDo.ts';
import styles from './Breakout.module.css';

interface Props {
  phase: PhaseId;
  id: GroupId;
  group: RoomGroup;
  /** All groups of the room, to put cards into. */
  others: readonly [GroupId, RoomGroup][];
  mayGroup: boolean;
}

/** Cards that a room has put together; one alone is no group yet, and needs no name. */
export function RoomGroupBox({ phase, id, group, others, mayGroup }: Props) {
  const isGroup = group.cards.length > 1;
  return (
    <section
      className={styles.group}
      data-group={isGroup ? '' : undefined}
      data-drop={mayGroup ? id : undefined}
    >
      {isGroup && <Title key={group.title} {...{ phase, id, group, mayGroup }} />}
      {group.cards.map((card) => (
        <RoomCardItem
          key={card}
          phase={phase}
          id={card}
          others={others.filter(([other]) => other !== id)}
          mayGroup={mayGroup}
          isAlone={!isGroup}
        />
      ))}
    </section>
  );
}

function Title({ phase, id, group, mayGroup }: Omit<Props, 'others'>) {
  const { t } = useLingui();
  const act = useDo(phase);
  const [title, setText] = useState(group.title ?? '');
  if (!mayGroup)
    return group.title === null ? null : <h3 className={styles.name}>{group.title}</h3>;
  const save = (): void => {
    const next = title.trim() === '' ? null : title.trim();
    if (next !== group.title) act(setTitle, { group: id, title: next });
  };
  return (
    <TextField
      label={t`Name of the group`}
      hideLabel
      placeholder={t`Name this group`}
      maxLength={LONGEST_TITLE}
      value={title}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
