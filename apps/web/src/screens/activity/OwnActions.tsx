import { Trans, useLingui } from '@lingui/react/macro';
import type { Activity } from '@rondo/contract';
import { Badge, Button, buttonClass, Menu, toast, type MenuEntry } from '@rondo/design';
import { Link, useNavigate } from '@tanstack/react-router';
import { Copy, Download, Ellipsis, History, Pencil, Play, Share2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/every.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { packed } from '../compose-link/link.ts';
import { handOver } from '../compose/handOver.ts';
import { CopyLinkDialog } from './CopyLinkDialog.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { useShareNames } from './useShareNames.ts';
import { VersionsDialog } from './VersionsDialog.tsx';
import styles from './OwnActions.module.css';

interface Props {
  activity: Activity;
  team: string;
  /** The activity's name, as this person reads it. */
  name: string;
}

type Opened = 'share' | 'versions' | 'delete' | { link: string } | null;

/** What can be done with an activity beside starting it: made one's own, passed on; edited, if it is one's own. */
export function OwnActions({ activity, team, name }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const shares = useShareNames();
  const [opened, setOpened] = useState<Opened>(null);
  const { id, custom } = activity;
  const close = (): void => setOpened(null);
  const fail = (error: unknown): void => {
    toast({ text: errorWords(error), tone: 'danger' });
  };

  /** Into the clipboard where there is one; else into a field from which it can be copied. */
  async function copyLink(): Promise<void> {
    const file = await fileOf(id);
    const link = `${location.origin}/compose#${await packed(await file.text())}`;
    try {
      await navigator.clipboard.writeText(link);
      toast({ text: t`Link copied. It carries the whole activity.`, tone: 'ok' });
    } catch {
      setOpened({ link });
    }
  }

  const mine: MenuEntry[] = [
    { label: t`Share…`, icon: <Share2 size={16} />, onSelect: () => setOpened('share') },
    { label: t`Versions…`, icon: <History size={16} />, onSelect: () => setOpened('versions') },
    'line',
    {
      label: t`Delete…`,
      icon: <Trash2 size={16} />,
      danger: true,
      onSelect: () => setOpened('delete'),
    },
  ];
  return (
    <div className={styles.actions}>
      {custom && (
        <p className={styles.about}>
          <Badge>{shares[custom.share]}</Badge>
          {custom.team && custom.team.id !== team && <span>{t`by ${custom.team.name}`}</span>}
          <span>{t`Version ${custom.version}`}</span>
        </p>
      )}
      <div className={styles.row}>
        {custom?.mayEdit && (
          <Link
            to="/teams/$team/compose"
            params={{ team }}
            search={{ edit: id }}
            className={buttonClass({})}
          >
            <Pencil aria-hidden size={16} /> <Trans>Edit</Trans>
          </Link>
        )}
        <Link
          to="/teams/$team/compose"
          params={{ team }}
          search={{ from: id }}
          className={buttonClass({})}
        >
          <Copy aria-hidden size={16} /> <Trans>Make your own version</Trans>
        </Link>
        <Button
          icon={<Play aria-hidden size={16} />}
          onClick={() => {
            handOver(activity);
            void navigate({ to: '/play' });
          }}
        >
          <Trans>Try it</Trans>
        </Button>
        <Menu
          label={t`More about ${name}`}
          button={<Ellipsis aria-hidden size={18} />}
          iconOnly
          align="end"
          items={[
            {
              label: t`Copy link`,
              icon: <Copy size={16} />,
              onSelect: () => void copyLink().catch(fail),
            },
            {
              label: t`Export as a file`,
              icon: <Download size={16} />,
              onSelect: () => download(id),
            },
            ...(custom?.mayEdit ? mine : []),
          ]}
        />
      </div>
      {custom && (
        <>
          <ShareDialog
            open={opened === 'share'}
            onClose={close}
            activity={id}
            share={custom.share}
          />
          <VersionsDialog open={opened === 'versions'} onClose={close} activity={id} team={team} />
          <DeleteDialog
            open={opened === 'delete'}
            onClose={close}
            activity={id}
            team={team}
            name={name}
          />
        </>
      )}
      <CopyLinkDialog
        open={typeof opened === 'object' && opened !== null}
        onClose={close}
        link={typeof opened === 'object' && opened !== null ? opened.link : ''}
      />
    </div>
  );
}

const fileOf = (activity: string): Promise<Blob> => call.customActivities.file({ activity });

/** By the browser itself: the answer names the file. */
function download(activity: string): void {
  const link = document.createElement('a');
  link.href = `/api/activities/${encodeURIComponent(activity)}/file`;
  link.download = '';
  link.click();
}
