import { Trans, useLingui } from '@lingui/react/macro';
import {
  Button,
  Dialog,
  ShortcutList,
  Switch,
  TextField,
  type ShortcutListProps,
} from '@rondo/design';
import { useSend, useView } from '@rondo/live/react';
import { endMeeting, renameMeeting } from '@rondo/meeting';
import { useState, type SubmitEvent } from 'react';
import { PhasesDialog } from './PhasesDialog.tsx';
import styles from './MeetingPanels.module.css';

export type Panel = 'phases' | 'rename' | 'end' | 'shortcuts';

interface PanelProps {
  onClose: () => void;
}

interface Props extends PanelProps {
  panel: Panel;
  shortcuts: ShortcutListProps['groups'];
}

/** What the menu of a meeting opens. */
export function MeetingPanels({ panel, shortcuts, onClose }: Props) {
  const { t } = useLingui();
  switch (panel) {
    case 'phases':
      return <PhasesDialog onClose={onClose} />;
    case 'rename':
      return <RenameDialog onClose={onClose} />;
    case 'end':
      return <EndDialog onClose={onClose} />;
    case 'shortcuts':
      return (
        <ShortcutList
          open
          onClose={onClose}
          title={t`Keyboard shortcuts`}
          closeLabel={t`Close`}
          groups={shortcuts}
        />
      );
  }
}

function RenameDialog({ onClose }: PanelProps) {
  const { t } = useLingui();
  const send = useSend();
  const current = useView((view) => view.board.name);
  const [name, setName] = useState(current);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onClose();
    void send(null, renameMeeting, { name });
  };
  return (
    <Dialog open onClose={onClose} title={t`Rename the meeting`} closeLabel={t`Close`} size="s">
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t`Name`}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button tone="primary" type="submit">
          <Trans>Rename</Trans>
        </Button>
      </form>
    </Dialog>
  );
}

function EndDialog({ onClose }: PanelProps) {
  const { t } = useLingui();
  const send = useSend();
  const [sure, setSure] = useState(false);
  return (
    <Dialog open onClose={onClose} title={t`End the meeting?`} closeLabel={t`Close`} size="s">
      <div className={styles.form}>
        <p className={styles.text}>
          <Trans>
            What is still face down is revealed, the outcome goes to the team, and who wrote which
            anonymous card is forgotten for good. A member can open the meeting again later.
          </Trans>
        </p>
        <Switch label={t`Yes, end it for everyone`} checked={sure} onChange={setSure} />
        <Button
          tone="danger"
          disabled={!sure}
          onClick={() => {
            onClose();
            void send(null, endMeeting, {});
          }}
        >
          <Trans>End the meeting</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
