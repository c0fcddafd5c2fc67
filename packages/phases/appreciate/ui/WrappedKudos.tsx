import { Trans, useLingui } from '@lingui/react/macro';
import { Card, Menu } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { deleteKudos, type HeldKudos, type KudosId } from '../domain/index.ts';
import { KudosForm } from './KudosForm.tsx';
import { useRecipientWords } from './useRecipientWords.ts';
import styles from './AppreciateTray.module.css';

interface Props {
  phase: PhaseId;
  id: KudosId;
  kudos: HeldKudos;
}

/** A thank-you in one's own hand: changed in place or taken back. */
export function WrappedKudos({ phase, id, kudos }: Props) {
  const { t } = useLingui();
  const send = useSend();
  const to = useRecipientWords(kudos.to);
  const [isEditing, setEditing] = useState(false);
  if (isEditing)
    return <KudosForm phase={phase} edited={{ id, ...kudos }} onDone={() => setEditing(false)} />;
  return (
    <Card
      hue="appreciate"
      size="s"
      footer={kudos.anonymous ? <Trans>without your name</Trans> : <Trans>with your name</Trans>}
      actions={
        <Menu
          label={t`Your thank-you for ${to}`}
          iconOnly
          size="s"
          align="end"
          button={<Ellipsis size={18} />}
          items={[
            { label: t`Edit`, icon: <Pencil size={16} />, onSelect: () => setEditing(true) },
            {
              label: t`Delete`,
              icon: <Trash2 size={16} />,
              danger: true,
              onSelect: () => void send(phase, deleteKudos, { id }),
            },
          ]}
        />
      }
    >
      <p className={styles.to}>
        <Trans>For {to}</Trans>
      </p>
      <p className={styles.text}>{kudos.text}</p>
    </Card>
  );
}
