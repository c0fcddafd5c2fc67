import { useLingui } from '@lingui/react/macro';
import { toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { call } from '../../api/every.ts';
import { contentOf } from './draft.ts';
import type { Composing } from './useDraft.ts';

interface Wish {
  /** Over whatever others have saved meanwhile. */
  force?: boolean;
}

/** Saves what is composed, as a new activity or as the next version, and goes to its page. */
export function useSave(
  team: string,
  /** The activity that is edited; null: a new one. */
  edited: string | null,
  { draft, version }: Composing,
  /** The draft has done its duty. */
  onSaved: () => void,
) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ force }: Wish): Promise<string> => {
      const content = contentOf(draft);
      if (edited === null) return (await call.customActivities.create({ team, content })).activity;
      const newest = force ? (await call.activities.get({ activity: edited })).custom : undefined;
      await call.customActivities.update({
        activity: edited,
        content,
        version: newest?.version ?? version ?? 1,
      });
      return edited;
    },
    onSuccess: async (activity) => {
      onSaved();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: api.activities.key() }),
        queryClient.invalidateQueries({ queryKey: api.customActivities.key() }),
      ]);
      toast({ text: t`Saved`, tone: 'ok' });
      await navigate({ to: '/teams/$team/library/$activity', params: { team, activity } });
    },
  });
}
