import { Trans, useLingui } from '@lingui/react/macro';
import type { ColumnMapping, ForeignFormat, ForeignPreview } from '@rondo/contract';
import { Banner, Button, Checkbox, TextField, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import page from '../Page.module.css';

interface Props {
  wanted: {
    team: string;
    upload: string;
    format?: ForeignFormat | undefined;
    mapping?: ColumnMapping | undefined;
  };
  seen: ForeignPreview;
  fileName: string;
}

/** A file's name without its ending, as people read it. */
const asTitle = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .slice(0, 80);

/** The day of a moment as a field for dates has it, where the browser is. */
const dayOf = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** Keeps what was understood as a meeting of the team. */
export function KeepForm({ wanted, seen, fileName }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState(seen.name || asTitle(fileName));
  const [today] = useState(() => dayOf(new Date()));
  const [day, setDay] = useState(seen.heldAt === null ? today : dayOf(new Date(seen.heldAt)));
  const [tasks, setTasks] = useState(true);
  const keep = useMutation(
    api.foreignFiles.import.mutationOptions({
      onSuccess: async ({ meeting }) => {
        toast({ text: t`The meeting is kept`, tone: 'ok' });
        await queryClient.invalidateQueries({ queryKey: api.meetings.key() });
        await navigate({ to: '/m/$meeting/outcome', params: { meeting } });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // As the file says, unless somebody has chosen another day; that one at noon, wherever it is read.
    const known = seen.heldAt !== null && dayOf(new Date(seen.heldAt)) === day ? seen.heldAt : null;
    const heldAt = known ?? new Date(`${day}T12:00:00`).toISOString();
    keep.mutate({ ...wanted, name: name.trim(), heldAt, tasks });
  };
  return (
    <form className={page.form} onSubmit={submit}>
      <TextField
        label={t`Name of the meeting`}
        required
        maxLength={80}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label={t`Day on which it took place`}
        type="date"
        required
        max={today}
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      {seen.counts.tasks > 0 && (
        <Checkbox
          label={t`Put its tasks on the team’s board`}
          hint={t`They come up again in the next meetings until they are done.`}
          checked={tasks}
          onChange={({ target }) => setTasks(target.checked)}
        />
      )}
      {keep.isError && <Banner tone="danger">{errorWords(keep.error)}</Banner>}
      <Button type="submit" tone="primary" busy={keep.isPending}>
        <Trans>Keep it as a meeting</Trans>
      </Button>
    </form>
  );
}
