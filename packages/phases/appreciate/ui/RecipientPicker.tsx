import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Button, hueStyle, TextField } from '@rondo/design';
import { sameItems, useMe, useView } from '@rondo/live/react';
import type { ParticipantId } from '@rondo/meeting';
import { Users, X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { calledIn, LONGEST_NAME, thankable, type Recipients } from '../domain/index.ts';
import styles from './RecipientPicker.module.css';

interface Props {
  value: Recipients;
  onChange: (to: Recipients) => void;
}

/** Who is thanked: any of the people here, everybody, or somebody else by name. */
export function RecipientPicker({ value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const me = useMe();
  const ids = useView(({ board }) => thankable(board, me), sameItems);
  const names = useView(({ board }) => ids.map((id) => calledIn(board, id)), sameItems);
  const people = ids
    .map((id, index) => ({ id, name: names[index] ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, i18n.locale));
  const [name, setName] = useState('');

  function toggle(id: ParticipantId): void {
    const rest = value.people.filter((each) => each !== id);
    onChange({
      ...value,
      people: rest.length < value.people.length ? rest : [...value.people, id],
    });
  }

  function addName(): void {
    const ready = name.trim();
    if (ready === '') return;
    onChange({ ...value, names: [...value.names, ready] });
    setName('');
  }

  function addByEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    addName();
  }

  return (
    <fieldset className={styles.picker} style={hueStyle('appreciate')}>
      <legend className={styles.legend}>
        <Trans>Who is it for?</Trans>
      </legend>
      <div className={styles.chips}>
        <label className={styles.chip}>
          <input
            type="checkbox"
            className={styles.input}
            checked={value.team}
            onChange={() => onChange({ ...value, team: !value.team })}
          />
          <Users size={16} aria-hidden /> <Trans>The whole team</Trans>
        </label>
        {people.map(({ id, name: called }) => (
          <label key={id} className={styles.chip}>
            <input
              type="checkbox"
              className={styles.input}
              checked={value.people.includes(id)}
              onChange={() => toggle(id)}
            />
            <Avatar name={called} size={20} silent /> {called}
          </label>
        ))}
        {value.names.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.chip}
            data-on=""
            aria-label={t`Remove ${each}`}
            onClick={() =>
              onChange({ ...value, names: value.names.filter((other) => other !== each) })
            }
          >
            {each} <X size={14} aria-hidden />
          </button>
        ))}
      </div>
      <div className={styles.other}>
        <TextField
          hideLabel
          label={t`Somebody else`}
          placeholder={t`Somebody else…`}
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={addByEnter}
        />
        {name.trim() !== '' && (
          <Button size="s" onClick={addName}>
            <Trans>Add</Trans>
          </Button>
        )}
      </div>
    </fieldset>
  );
}
