import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Dialog } from '@rondo/design';
import type { LiveClient } from '@rondo/live/client';
import { MeetingProvider, useLive, useSend, useWaiting } from '@rondo/live/react';
import { reopenMeeting, type MeetingId } from '@rondo/meeting';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { joinMeeting } from '../../live/joinMeeting.ts';

/** Opens an ended meeting again: a command of the meeting, so it is connected to while the dialog is there. */
export function Reopen({ meeting }: { meeting: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>Open again…</Trans>
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        size="s"
        title={t`Open the meeting again?`}
        closeLabel={t`Close`}
        description={t`It goes on where it was left, and you facilitate. Anonymous cards can no longer be changed by those who wrote them.`}
      >
        {open && <Connected meeting={meeting} />}
      </Dialog>
    </>
  );
}

function Connected({ meeting }: { meeting: string }) {
  const [client, setClient] = useState<LiveClient | null>(null);
  useEffect(() => {
    // The API's meeting keys are the engine's meeting ids.
    const joined = joinMeeting(meeting as MeetingId);
    setClient(joined);
    return () => joined.close();
  }, [meeting]);
  if (!client) return null;
  return (
    <MeetingProvider client={client}>
      <Confirm meeting={meeting} />
    </MeetingProvider>
  );
}

function Confirm({ meeting }: { meeting: string }) {
  const send = useSend();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const ready = useLive((state) => state.view !== null);
  const isRunning = useLive((state) => state.view?.board.status === 'running');
  const waiting = useWaiting(null, reopenMeeting);
  useEffect(() => {
    if (!isRunning) return;
    void queryClient
      .invalidateQueries({ queryKey: api.meetings.key() })
      .then(() => navigate({ to: '/m/$meeting', params: { meeting } }));
  }, [isRunning, meeting, navigate, queryClient]);
  return (
    <Button
      tone="primary"
      disabled={!ready}
      busy={waiting}
      onClick={() => void send(null, reopenMeeting, {})}
    >
      <Trans>Open it again</Trans>
    </Button>
  );
}
