import { useLingui } from '@lingui/react/macro';
import { Menu } from '@rondo/design';
import { useSend } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { deleteKudos, type KudosId } from '../domain/index.ts';

interface Props {
  phase: PhaseId;
  id: KudosId;
  /** Whom it thanks, in words. */
  to: string;
  onEdit: () => void;
}

/** What its giver may do with a thank-you, open or not. */
export function KudosMenu({ phase, id, to, onEdit }: Props) {
  const { t } = useLingui();
  const send = useSend();
  return (
    <Menu
      label={t`Your thank-you for ${to}`}
      iconOnly
      size="s"
      align="end"
      button={<Ellipsis size={18} />}
      items={[
        { label: t`Edit`, icon: <Pencil size={16} />, onSelect: onEdit },
        {
          label: t`Delete`,
          icon: <Trash2 size={16} />,
          danger: true,
          onSelect: () => void send(phase, deleteKudos, { id }),
        },
      ]}
    />
  );
}
