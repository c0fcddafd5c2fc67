import { Trans, useLingui } from '@lingui/react/macro';
import type { GuestPolicy, MeetingDoor } from '@rondo/contract';
import { Dialog, RadioCards } from '@rondo/design';
import { useSend, useSteers, useView } from '@rondo/live/react';
import { setGuests } from '@rondo/meeting';
import { CopyField } from '../../shell/CopyField.tsx';
import { Queries } from '../../shell/Queries.tsx';
import { InviteForm } from '../team-settings/InvitePeople.tsx';
import styles from './InviteDialog.module.css';

interface Props {
  door: MeetingDoor;
  onClose: () => void;
}

/** Brings people in: the meeting's link for whoever may use it, mail and a team link for new members. */
export function InviteDialog({ door, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog open onClose={onClose} title={t`Bring people in`} closeLabel={t`Close`}>
      <div className={styles.parts}>
        <MeetingLink />
        {door.team && <TeamInvitations team={door.team} meeting={door.id} />}
      </div>
    </Dialog>
  );
}

function MeetingLink() {
  const { t } = useLingui();
  const send = useSend();
  const steers = useSteers();
  const guests = useView((view) => view.board.guests);
  const hints: Record<GuestPolicy, string> = {
    no: t`Works for members of the team.`,
    lobby: t`Works for members, and for guests whom the facilitator lets in.`,
    yes: t`Works for members, and for anyone who has it: a name is enough.`,
  };
  return (
    <section className={styles.part}>
      <CopyField
        label={t`Link to this meeting`}
        hint={hints[guests]}
        value={location.href.split('#')[0] ?? ''}
      />
      {steers && (
        <RadioCards<GuestPolicy>
          label={t`People without an account`}
          size="s"
          columns={3}
          value={guests}
          onChange={(value) => void send(null, setGuests, { guests: value })}
          options={[
            { value: 'no', label: t`Stay out` },
            { value: 'lobby', label: t`Wait to be let in` },
            { value: 'yes', label: t`Come in` },
          ]}
        />
      )}
    </section>
  );
}

function TeamInvitations({
  team,
  meeting,
}: {
  team: { id: string; name: string };
  meeting: string;
}) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Trans>New members for {team.name}</Trans>
      </h3>
      <Queries>
        <InviteForm team={team} meeting={meeting} />
      </Queries>
    </section>
  );
}
