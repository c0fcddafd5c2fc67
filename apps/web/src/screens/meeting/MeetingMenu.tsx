import { Trans, useLingui } from '@lingui/react/macro';
import {
  Button,
  Dialog,
  Menu,
  ShortcutList,
  Switch,
  TextField,
  useTheme,
  type MenuEntry,
} from '@rondo/design';
import { useSend, useSteers, useView } from '@rondo/live/react';
import {
  endMeeting,
  movePhase,
  openPhase,
  renameMeeting,
  setLocked,
  skipPhase,
} from '@rondo/meeting';
import { ArrowDown, ArrowUp, Ellipsis } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../language/language.ts';
import type { Following } from './useFollow.ts';
import { usePhaseTitle } from './usePhaseWords.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useSound } from './useSound.ts';
import styles from './MeetingMenu.module.css';

interface Props {
  following: Following;
  onInvite: () => void;
}

type Panel = 'phases' | 'rename' | 'end' | 'shortcuts' | null;

/** Everything about the meeting that is not the one next step. */
export function MeetingMenu({ following, onInvite }: Props) {
  const { t, i18n } = useLingui();
  const send = useSend();
  const steers = useSteers();
  const locked = useView((view) => view.board.locked);
  const theme = useTheme();
  const { sound, setSound } = useSound();
  const [panel, setPanel] = useState<Panel>(null);
  const shortcuts = useShortcuts(following, () => setPanel('shortcuts'));
  const close = (): void => setPanel(null);

  const steering: MenuEntry[] = steers
    ? [
        { label: t`Phases…`, onSelect: () => setPanel('phases') },
        { label: t`Rename…`, onSelect: () => setPanel('rename') },
        {
          label: locked ? t`Unlock for newcomers` : t`Lock for newcomers`,
          onSelect: () => void send(null, setLocked, { locked: !locked }),
        },
        { label: t`End the meeting…`, danger: true, onSelect: () => setPanel('end') },
        'line',
      ]
    : [];
  return (
    <>
      <Menu
        label={t`More`}
        button={<Ellipsis size={20} aria-hidden />}
        iconOnly
        align="end"
        items={[
          { label: t`Bring people in…`, onSelect: onInvite },
          ...steering,
          { label: t`Sound when time is up`, checked: sound, onSelect: () => setSound(!sound) },
          {
            label: t`Dark`,
            checked: theme.shown === 'dark',
            onSelect: () => theme.choose(theme.shown === 'dark' ? 'light' : 'dark'),
          },
          ...LANGUAGES.map((language) => ({
            label: LANGUAGE_NAMES[language],
            checked: i18n.locale === language,
            onSelect: () => void chooseLanguage(language),
          })),
          'line',
          { label: t`Keyboard shortcuts`, keys: '?', onSelect: () => setPanel('shortcuts') },
        ]}
      />
      <PhasesDialog open={panel === 'phases'} onClose={close} />
      <RenameDialog open={panel === 'rename'} onClose={close} />
      <EndDialog open={panel === 'end'} onClose={close} />
      <ShortcutList
        open={panel === 'shortcuts'}
        onClose={close}
        title={t`Keyboard shortcuts`}
        closeLabel={t`Close`}
        groups={shortcuts}
      />
    </>
  );
}

interface PanelProps {
  open: boolean;
  onClose: () => void;
}

/** Skip, reorder, reopen: always possible, always by name, so that nothing happens twice. */
function PhasesDialog({ open, onClose }: PanelProps) {
  const { t } = useLingui();
  const send = useSend();
  const titleOf = usePhaseTitle();
  const { flow, phases, at } = useView(
    ({ board }) => board,
    (a, b) => a.flow === b.flow && a.phases === b.phases && a.at === b.at,
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`Phases`}
      closeLabel={t`Close`}
      description={t`Nothing that people wrote is lost when you skip, go back or change the order.`}
    >
      <ol className={styles.phases}>
        {flow.map((id, index) => {
          const phase = phases[id];
          if (!phase) return null;
          const title = titleOf(phase);
          const above = flow[index - 1];
          const below = flow[index + 1];
          const ahead = phase.status === 'ahead';
          return (
            <li key={id} className={styles.phase}>
              <span className={styles.title}>{title}</span>
              {ahead && above !== undefined && phases[above]?.status === 'ahead' && (
                <Button
                  size="s"
                  tone="quiet"
                  aria-label={t`Move ${title} up`}
                  icon={<ArrowUp size={16} aria-hidden />}
                  onClick={() =>
                    void send(null, movePhase, { phase: id, behind: flow[index - 2] ?? null })
                  }
                />
              )}
              {ahead && below !== undefined && (
                <Button
                  size="s"
                  tone="quiet"
                  aria-label={t`Move ${title} down`}
                  icon={<ArrowDown size={16} aria-hidden />}
                  onClick={() => void send(null, movePhase, { phase: id, behind: below })}
                />
              )}
              {(ahead || phase.status === 'open') && (
                <Button
                  size="s"
                  tone="quiet"
                  onClick={() => void send(null, skipPhase, { phase: id })}
                >
                  {t`Skip`}
                </Button>
              )}
              {id !== at && (
                <Button size="s" onClick={() => void send(null, openPhase, { phase: id })}>
                  {phase.status === 'done' ? t`Open again` : t`Go there`}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}

function RenameDialog({ open, onClose }: PanelProps) {
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
    <Dialog
      open={open}
      onClose={onClose}
      title={t`Rename the meeting`}
      closeLabel={t`Close`}
      size="s"
    >
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

function EndDialog({ open, onClose }: PanelProps) {
  const { t } = useLingui();
  const send = useSend();
  const [sure, setSure] = useState(false);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`End the meeting?`}
      closeLabel={t`Close`}
      size="s"
    >
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
