import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Avatar, Badge, Button, ConfirmButton, Menu, Sheet } from '@rondo/design';
import { usePeople, useSend, useSteers, useView } from '@rondo/live/react';
import {
  admit,
  compareText,
  handOver,
  removePerson,
  type ParticipantId,
  type Person,
} from '@rondo/meeting';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { TakeRole } from './TakeRole.tsx';
import { usePhaseTitle } from './usePhaseWords.ts';
import styles from './PeopleSheet.module.css';

interface Props {
  onClose: () => void;
  here: readonly ParticipantId[];
  me: ParticipantId;
}

/** Who takes part: who is here and where, who waits, and what the facilitator may do for or with them. */
export function PeopleSheet({ onClose, here, me }: Props) {
  const { t } = useLingui();
  const people = useView((view) => view.board.people);
  // The record's own keys are participant ids.
  const all = (Object.entries(people) as [ParticipantId, Person][]).sort((a, b) =>
    compareText(a[1].name, b[1].name),
  );
  const waiting = all.filter(([, person]) => person.state === 'waiting');
  const inside = all.filter(([, person]) => person.state === 'in');
  const isHere = (id: ParticipantId): boolean => here.includes(id);
  return (
    <Sheet open onClose={onClose} title={t`People`} closeLabel={t`Close`}>
      {waiting.length > 0 && (
        <section className={styles.group}>
          <h3 className={styles.heading}>
            <Trans>Waiting to come in</Trans>
          </h3>
          <ul className={styles.list}>
            {waiting.map(([id, person]) => (
              <Waiting key={id} id={id} person={person} />
            ))}
          </ul>
        </section>
      )}
      <section className={styles.group}>
        <h3 className={styles.heading}>
          <Trans>Here</Trans>
        </h3>
        <ul className={styles.list}>
          {inside
            .filter(([id]) => isHere(id))
            .map(([id, person]) => (
              <Inside key={id} id={id} person={person} isHere isMe={id === me} />
            ))}
        </ul>
      </section>
      {inside.some(([id]) => !isHere(id)) && (
        <section className={styles.group}>
          <h3 className={styles.heading}>
            <Trans>Was here</Trans>
          </h3>
          <ul className={styles.list}>
            {inside
              .filter(([id]) => !isHere(id))
              .map(([id, person]) => (
                <Inside key={id} id={id} person={person} isHere={false} isMe={false} />
              ))}
          </ul>
        </section>
      )}
      <TakeRole />
    </Sheet>
  );
}

function Waiting({ id, person }: { id: ParticipantId; person: Person }) {
  const { t } = useLingui();
  const send = useSend();
  const steers = useSteers();
  return (
    <li className={styles.person}>
      <Avatar name={person.name} seed={id} dim />
      <span className={styles.name}>{person.name}</span>
      {steers && (
        <>
          <Button size="s" tone="primary" onClick={() => void send(null, admit, { person: id })}>
            {t`Let in`}
          </Button>
          <ConfirmButton
            size="s"
            tone="quiet"
            question={t`Turn away?`}
            onConfirm={() => void send(null, removePerson, { person: id })}
          >
            {t`Turn away`}
          </ConfirmButton>
        </>
      )}
    </li>
  );
}

function Inside({
  id,
  person,
  isHere,
  isMe,
}: {
  id: ParticipantId;
  person: Person;
  isHere: boolean;
  isMe: boolean;
}) {
  const { t } = useLingui();
  const send = useSend();
  const steers = useSteers();
  const titleOf = usePhaseTitle();
  const facilitates = useView((view) => view.board.facilitator === id);
  const at = usePeople()[id]?.at;
  const phase = useView((view) => (at ? view.board.phases[at] : undefined));
  const isReady = useView(({ board }) => board.phases[board.at]?.ready[id] === true);
  const [removing, setRemoving] = useState(false);
  return (
    <li className={styles.person}>
      <Avatar name={person.name} seed={id} dim={!isHere} />
      <span className={styles.name}>
        {isMe ? t`${person.name} (you)` : person.name}
        {phase && <small className={styles.where}>{titleOf(phase)}</small>}
      </span>
      {isReady && <Badge tone="ok">{t`ready`}</Badge>}
      {facilitates && <Badge>{t`facilitates`}</Badge>}
      {person.role === 'guest' && <Badge>{t`guest`}</Badge>}
      {steers && !isMe && removing && (
        <Button
          size="s"
          tone="danger"
          onClick={() => void send(null, removePerson, { person: id })}
        >
          {t`Really remove?`}
        </Button>
      )}
      {steers && !isMe && (
        <Menu
          label={t`More about ${person.name}`}
          button={<Ellipsis size={18} aria-hidden />}
          iconOnly
          align="end"
          tone="quiet"
          items={[
            // Who is away could not lead.
            ...(isHere
              ? [
                  {
                    label: t`Hand over facilitating`,
                    onSelect: () => void send(null, handOver, { person: id }),
                  },
                ]
              : []),
            {
              label: t`Remove from the meeting`,
              danger: true,
              onSelect: () => {
                setRemoving(true);
                announce(t`Really remove?`, { assertive: true });
              },
            },
          ]}
        />
      )}
    </li>
  );
}
