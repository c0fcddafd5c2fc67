import { Trans } from '@lingui/react/macro';
import { Avatar, Card } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { nameOf, type PhaseId } from '@rondo/meeting';
import { useState } from 'react';
import type { Kudos, KudosId } from '../domain/index.ts';
import { KudosForm } from './KudosForm.tsx';
import { KudosMenu } from './KudosMenu.tsx';
import { Signs } from './Signs.tsx';
import { useIsMine } from './useAppreciate.ts';
import { useRecipientWords } from './useRecipientWords.ts';
import styles from './KudosCard.module.css';

interface Props {
  phase: PhaseId;
  id: KudosId;
  kudos: Kudos;
  size: 'm' | 'l';
}

/** A thank-you that lies open. Its giver may still change it or take it back. */
export function KudosCard({ phase, id, kudos, size }: Props) {
  const to = useRecipientWords(kudos.to);
  const { by } = kudos;
  const giver = useView(({ board }) => (by === undefined ? null : nameOf(board, by)));
  const isRunning = useView((view) => view.board.status === 'running');
  const isMine = useIsMine(phase, id, kudos);
  const [isEditing, setEditing] = useState(false);
  if (isEditing)
    return <KudosForm phase={phase} edited={{ id, ...kudos }} onDone={() => setEditing(false)} />;
  return (
    <Card
      hue="appreciate"
      size={size === 'l' ? 'l' : 'm'}
      className={styles.card}
      footer={
        <span className={styles.from}>
          {giver === null ? (
            <Trans>without a name</Trans>
          ) : (
            <>
              <Avatar name={giver} size={22} silent /> {giver}
            </>
          )}
        </span>
      }
      actions={
        isMine &&
        isRunning && <KudosMenu phase={phase} id={id} to={to} onEdit={() => setEditing(true)} />
      }
    >
      <p className={styles.to}>
        <Trans>For {to}</Trans>
      </p>
      <p className={styles.text}>{kudos.text}</p>
      <Signs phase={phase} id={id} kudos={kudos} readOnly={!isRunning} />
    </Card>
  );
}
