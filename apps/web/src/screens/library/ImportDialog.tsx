import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, Dialog, Field, TextArea } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import styles from './YoursShelf.module.css';

interface Props {
  open: boolean;
  onClose: () => void;
  team: string;
}

/** An activity from a file, chosen or pasted. What is wrong with it is told with its line. */
export function ImportDialog({ open, onClose, team }: Props) {
  const { t } = useLingui();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="l"
      title={t`Import an activity`}
      closeLabel={t`Close`}
      description={t`A file that was exported from Rondo, or one you wrote yourself (YAML).`}
    >
      <ImportForm team={team} />
    </Dialog>
  );
}

function ImportForm({ team }: { team: string }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [yaml, setYaml] = useState('');
  const add = useMutation(
    api.customActivities.import.mutationOptions({
      onSuccess: async ({ activity }) => {
        if (activity === null) return;
        await queryClient.invalidateQueries({ queryKey: api.activities.key() });
        await navigate({ to: '/teams/$team/library/$activity', params: { team, activity } });
      },
    }),
  );
  const problems = add.data?.problems ?? [];
  return (
    <div className={styles.import}>
      <Field label={t`File`}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".yaml,.yml,text/yaml,application/yaml"
            // Otherwise browsers say nothing of the same file, mended meanwhile.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
            onChange={({ target }) => void target.files?.[0]?.text().then(setYaml)}
          />
        )}
      </Field>
      <div className={styles.text}>
        <TextArea
          label={t`Text`}
          spellCheck={false}
          minRows={6}
          maxRows={14}
          value={yaml}
          onChange={({ target }) => setYaml(target.value)}
        />
      </div>
      {add.isError && <Banner tone="danger">{errorWords(add.error)}</Banner>}
      {problems.length > 0 && (
        <div role="alert">
          <p>
            <Trans>Nothing was imported. Mend this in the text, then try again:</Trans>
          </p>
          {/* Long lists scroll, also by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className={styles.problems} tabIndex={0}>
            {problems.map(({ line, column, path, message }) => (
              <li key={`${line}:${column} ${path}`} lang="en">
                {t`Line ${line}, column ${column}`} {path && <code>{path}</code>} {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Button
        tone="primary"
        disabled={yaml.trim() === ''}
        busy={add.isPending}
        onClick={() => add.mutate({ team, yaml })}
      >
        <Trans>Import</Trans>
      </Button>
    </div>
  );
}
