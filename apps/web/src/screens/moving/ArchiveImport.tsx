import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ArchivePreview } from '@rondo/contract';
import { Banner, Button, Checkbox, dateIn, Skeleton } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { FileToSend } from './FileToSend.tsx';
import { useFailureWords } from './useFailureWords.ts';
import styles from './Moving.module.css';

interface Props {
  /** Into which; null: a new one with the archive's name. */
  organization: string | null;
}

/** Brings teams out of an archive: the file, what is in it, and then the import. */
export function ArchiveImport({ organization }: Props) {
  const { t } = useLingui();
  const [upload, setUpload] = useState<string | null>(null);
  return (
    <>
      <FileToSend
        label={t`Export file`}
        hint={t`A ZIP file that Rondo has made. Nothing is changed before you have seen what is in it.`}
        accept=".zip,application/zip"
        onChoose={() => setUpload(null)}
        onSent={setUpload}
      />
      {upload !== null && (
        <Preview
          key={upload}
          upload={upload}
          organization={organization}
          onDone={() => setUpload(null)}
        />
      )}
    </>
  );
}

function Preview({ upload, organization, onDone }: Props & { upload: string; onDone: () => void }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const failureWords = useFailureWords();
  const look = useQuery({
    ...api.archives.preview.queryOptions({ input: { upload, organization } }),
    staleTime: Infinity,
    retry: false,
  });
  if (look.isError) return <Banner tone="danger">{errorWords(look.error)}</Banner>;
  if (!look.data) return <Skeleton label={t`The export file is being looked into`} lines={4} />;
  const { archive, failure, failedAt } = look.data;
  if (!archive)
    return (
      <div className={styles.refused}>
        <Banner tone="danger">
          {failureWords(failure ?? 'defect')}
          {failedAt !== null && (
            <code lang="en" className={styles.where}>
              {failedAt}
            </code>
          )}
        </Banner>
      </div>
    );
  return <Contents archive={archive} upload={upload} organization={organization} onDone={onDone} />;
}

function Contents({
  archive,
  upload,
  organization,
  onDone,
}: Props & {
  archive: NonNullable<ArchivePreview['archive']>;
  upload: string;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [invite, setInvite] = useState(false);
  const { counted, teams, exportedAt } = archive;
  const { missing } = counted;
  const chosen = teams.filter(({ id }) => !left.has(id));
  const start = useMutation(
    api.archives.import.mutationOptions({
      onSuccess: async () => {
        onDone();
        await queryClient.invalidateQueries({ queryKey: api.dataJobs.key() });
      },
    }),
  );
  const day = dateIn(i18n.locale, new Date(exportedAt), { dateStyle: 'long', timeStyle: 'short' });
  return (
    <div className={styles.preview} role="group" aria-label={t`What is in the export file`}>
      <p>
        <Trans>
          From <strong>{archive.organization}</strong>, as it was on {day}.
        </Trans>
      </p>
      <ul className={styles.teams}>
        {teams.map((team) => (
          <li key={team.id}>
            <Checkbox
              label={team.name}
              checked={!left.has(team.id)}
              onChange={({ target }) => {
                const next = new Set(left);
                if (target.checked) next.delete(team.id);
                else next.add(team.id);
                setLeft(next);
              }}
              hint={
                <>
                  <Plural value={team.meetings} one="# meeting" other="# meetings" />
                  {' · '}
                  <Plural value={team.tasks} one="# task" other="# tasks" />
                  {' · '}
                  <Plural value={team.people} one="# person" other="# people" />
                  {team.clashes && ` · ${t`There is a team of that name: it gets a number.`}`}
                </>
              }
            />
          </li>
        ))}
      </ul>
      <p>
        {missing === 0 ? (
          <Trans>Everybody in it is in the organization.</Trans>
        ) : (
          <Plural
            value={missing}
            one="# person in it is not in this organization. What they did stays under their name."
            other="# people in it are not in this organization. What they did stays under their names."
          />
        )}
      </p>
      {missing > 0 && (
        <Checkbox
          label={t`Invite them by mail, into the teams they were in`}
          checked={invite}
          onChange={({ target }) => setInvite(target.checked)}
        />
      )}
      {start.isError && <Banner tone="danger">{errorWords(start.error)}</Banner>}
      <div className={styles.actions}>
        <Button
          tone="primary"
          disabled={chosen.length === 0}
          busy={start.isPending}
          onClick={() =>
            start.mutate({
              upload,
              organization,
              invite,
              ...(left.size > 0 && { teams: chosen.map(({ id }) => id) }),
            })
          }
        >
          <Plural value={chosen.length} one="Import # team" other="Import # teams" />
        </Button>
        <Button onClick={onDone}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </div>
  );
}
