import { useLingui } from '@lingui/react/macro';
import type { MeetingDoor } from '@rondo/contract';
import { AvatarStack, Button, Mark } from '@rondo/design';
import { sameItems, useMe, usePeople, useSteers, useView } from '@rondo/live/react';
import { inLanguage, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { Link } from '@tanstack/react-router';
import { Check, Lock, UserPlus, Users } from 'lucide-react';
import { Suspense, useState } from 'react';
import { InviteDialog, PeopleSheet } from './dialogs.ts';
import { GoOn } from './GoOn.tsx';
import { MeetingMenu } from './MeetingMenu.tsx';
import { Ready } from './Ready.tsx';
import { Timer } from './Timer.tsx';
import type { Following } from './useFollow.ts';
import { useReadiness } from './useReadiness.ts';
import styles from './Header.module.css';

interface Props {
  /** Null: nobody else can come. */
  door: MeetingDoor | null;
  following: Following;
}

/** Always there: where this is, the time, who is here, and the one next step. */
export function Header({ door, following }: Props) {
  const { t, i18n } = useLingui();
  const name = useView((view) => view.board.name);
  const activity = useView((view) => view.board.activity.name);
  const steers = useSteers();
  // Everybody is waited for then, whoever facilitates among them.
  const isByClock = useView(({ board }) => board.phases[board.at]?.window?.whenDone === true);
  const [inviting, setInviting] = useState(false);
  const subtitle = [inLanguage(activity, i18n.locale), door?.team?.name].filter(
    (each) => each !== undefined && each !== name,
  );
  return (
    <header className={styles.top}>
      <span className={styles.place}>
        {door?.team ? (
          <Link
            to="/teams/$team"
            params={{ team: door.team.id }}
            aria-label={t`Back to ${door.team.name}`}
            className={styles.mark}
          >
            <Mark size={28} />
          </Link>
        ) : (
          <Mark size={28} />
        )}
        <span className={styles.names}>
          <h1 className={styles.name}>{name}</h1>
          <span className={styles.about}>{subtitle.join(' · ')}</span>
        </span>
      </span>
      <People lead={following.lead} />
      {door && (
        <Button
          icon={<UserPlus size={18} aria-hidden />}
          onClick={() => setInviting(true)}
          className={styles.invite}
        >
          {t`Invite`}
        </Button>
      )}
      <span className={styles.actions}>
        <span className={styles.time}>
          <Timer />
        </span>
        {(!steers || isByClock) && <Ready />}
        {steers && <GoOn following={following} />}
        <MeetingMenu following={following} onInvite={door ? () => setInviting(true) : undefined} />
      </span>
      {door && inviting && (
        <Suspense>
          <InviteDialog door={door} onClose={() => setInviting(false)} />
        </Suspense>
      )}
    </header>
  );
}

/** Who is here and how many of them are ready; opens the list. */
function People({ lead }: { lead: PhaseId }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const me = useMe();
  const here = useHere();
  const people = useView((view) => view.board.people);
  const { ready, of } = useReadiness(lead);
  const locked = useView((view) => view.board.locked);
  const waiting = Object.values(people).filter((person) => person.state === 'waiting').length;
  const label = [
    t`${here.length} here`,
    ...(ready > 0 ? [t`${ready} of ${of} ready`] : []),
    ...(locked ? [t`locked for newcomers`] : []),
    ...(waiting > 0 ? [t`${waiting} waiting to come in`] : []),
  ].join(', ');
  return (
    <>
      <button type="button" className={styles.people} onClick={() => setOpen(true)}>
        <span className="visually-hidden">{label}</span>
        <span className={styles.faces} aria-hidden>
          <AvatarStack
            label=""
            size={34}
            people={here.map((id) => ({ id, name: people[id]?.name ?? '' }))}
          />
        </span>
        <span className={styles.count} aria-hidden>
          <Users size={20} />
          {here.length}
        </span>
        {ready > 0 && (
          <span className={styles.ready} aria-hidden>
            <Check size={14} strokeWidth={3} />
            {ready}/{of}
          </span>
        )}
        {locked && <Lock className={styles.lock} size={16} aria-hidden />}
        {waiting > 0 && (
          <span className={styles.waiting} aria-hidden>
            {waiting}
          </span>
        )}
      </button>
      {open && (
        <Suspense>
          <PeopleSheet onClose={() => setOpen(false)} here={here} me={me} />
        </Suspense>
      )}
    </>
  );
}

/** Everybody who is here, oneself first. */
export function useHere(): ParticipantId[] {
  const me = useMe();
  const others = usePeople();
  const inside = useView(
    (view) =>
      Object.keys(view.board.people).filter(
        (id) => view.board.people[id as ParticipantId]?.state === 'in',
      ),
    sameItems,
  );
  // The record's own keys are participant ids.
  return [me, ...(inside as ParticipantId[]).filter((id) => id !== me && others[id] !== undefined)];
}
