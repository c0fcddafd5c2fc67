import { useLingui } from '@lingui/react/macro';
import { Menu, useTheme, type MenuEntry } from '@rondo/design';
import { useSend, useSteers, useView } from '@rondo/live/react';
import { setLocked } from '@rondo/meeting';
import { Ellipsis } from 'lucide-react';
import { Suspense, useState } from 'react';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../language/language.ts';
import { MeetingPanels, WindowDialog } from './dialogs.ts';
import type { Panel } from './MeetingPanels.tsx';
import type { Following } from './useFollow.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useSound } from './useSound.ts';

interface Props {
  following: Following;
  /** Absent: nobody else can come. */
  onInvite: (() => void) | undefined;
}

/** Everything about the meeting that is not the one next step. */
export function MeetingMenu({ following, onInvite }: Props) {
  const { t, i18n } = useLingui();
  const send = useSend();
  const steers = useSteers();
  const locked = useView((view) => view.board.locked);
  const theme = useTheme();
  const { sound, setSound } = useSound();
  const [panel, setPanel] = useState<Panel | 'window' | null>(null);
  const shortcuts = useShortcuts(following, () => setPanel('shortcuts'));

  const steering: MenuEntry[] = steers
    ? [
        { label: t`Phases…`, onSelect: () => setPanel('phases') },
        { label: t`Open for hours or days…`, onSelect: () => setPanel('window') },
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
          ...(onInvite ? [{ label: t`Bring people in…`, onSelect: onInvite }] : []),
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
      {panel && (
        <Suspense>
          {panel === 'window' ? (
            <WindowDialog onClose={() => setPanel(null)} />
          ) : (
            <MeetingPanels panel={panel} shortcuts={shortcuts} onClose={() => setPanel(null)} />
          )}
        </Suspense>
      )}
    </>
  );
}
