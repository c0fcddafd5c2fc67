import { Trans, useLingui } from '@lingui/react/macro';
import { LARGEST_FOREIGN_FILE } from '@rondo/contract/limits';
import { Banner } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { importRoute } from '../../routes/team.ts';
import { Answer } from '../../shell/Answer.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { FileToSend } from '../moving/FileToSend.tsx';
import { ReadOnlyTeam } from '../team/ReadOnlyTeam.tsx';
import { Understood } from './Understood.tsx';
import page from '../Page.module.css';

/** A file of another tool becomes a meeting of the team: chosen, looked at, kept. */
export default function ImportMeeting() {
  const { t } = useLingui();
  const { team } = importRoute.useParams();
  useTitle(t`Bring meetings from another tool`);
  const query = useQuery(api.teams.get.queryOptions({ input: { team } }));
  const [file, setFile] = useState<{ upload: string; name: string } | null>(null);
  return (
    <Answer query={query} loading={t`The team is loading`}>
      {(about) => (
        <>
          <div className={page.head}>
            <h1 className={page.title}>
              <Trans>Bring meetings from another tool</Trans>
            </h1>
            <p className={page.lead}>
              <Trans>
                To {about.name}. Files of Parabol, scrumlr, Retrospected and EasyRetro are
                understood as they are; of any other table you say which column is what.
              </Trans>
            </p>
          </div>
          <ReadOnlyTeam team={about} />
          {about.role === null ? (
            <Banner tone="read-only">
              <Trans>Only members of the team bring meetings into it.</Trans>
            </Banner>
          ) : (
            about.condition === 'open' && (
              <div className={page.form}>
                <FileToSend
                  label={t`File`}
                  hint={t`CSV, JSON or Markdown. Nothing is kept before you have seen it.`}
                  accept=".csv,.tsv,.txt,.json,.md,.markdown,text/*,application/json"
                  largest={LARGEST_FOREIGN_FILE}
                  onChoose={() => setFile(null)}
                  onSent={(upload, name) => setFile({ upload, name })}
                />
              </div>
            )
          )}
          {file && <Understood key={file.upload} team={team} {...file} />}
        </>
      )}
    </Answer>
  );
}
