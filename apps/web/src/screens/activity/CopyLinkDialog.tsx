import { useLingui } from '@lingui/react/macro';
import { Dialog } from '@rondo/design';
import { CopyField } from '../../shell/CopyField.tsx';

interface Props {
  open: boolean;
  onClose: () => void;
  link: string;
}

/** The link to copy by hand, where the browser does not let us. */
export function CopyLinkDialog({ open, onClose, link }: Props) {
  const { t } = useLingui();
  return (
    <Dialog open={open} onClose={onClose} title={t`Copy link`} closeLabel={t`Close`}>
      <CopyField
        label={t`Link`}
        hint={t`It carries the whole activity: whoever opens it needs no access to your team.`}
        value={link}
      />
    </Dialog>
  );
}
