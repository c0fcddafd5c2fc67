import { Trans } from '@lingui/react/macro';
import { Card } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import type { HeldKudos, KudosId } from '../domain/index.ts';
import { KudosForm } from './KudosForm.tsx';
import { KudosMenu } from './KudosMenu.tsx';
import { useRecipientWords } from './useRecipientWords.ts';
import styles from './AppreciateTray.module.css';

interface Props {
  phase: PhaseId;
  id: KudosId;
  kudos: HeldKudos;
}

/** A thank-you in one's own hand: changed in place or taken back. */
export function WrappedKudos({ phase, id, kudos }: Props) {
  const to = useRecipientWords(kudos.to);
  const [isEditing, setEditing] = useState(false);
  if (isEditing)
    return <KudosForm phase={phase} edited={{ id, ...kudos }} onDone={() => setEditing(false)} />;
  return (
    <Card
      hue="appreciate"
      size="s"
      footer={kudos.anonymous ? <Trans>without your name</Trans> : <Trans>with your name</Trans>}
      actions={<KudosMenu phase={phase} id={id} to={to} onEdit={() => setEditing(true)} />}
    >
      <p className={styles.to}>
        <Trans>For {to}</Trans>
      </p>
      <p className={styles.text}>{kudos.text}</p>
    </Card>
  );
}
