import { Trans, useLingui } from '@lingui/react/macro';
import type { ColumnMapping, ForeignFormat, ForeignPreview } from '@rondo/contract';
import { Banner, Select, Skeleton } from '@rondo/design';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Columns } from './Columns.tsx';
import { Contents } from './Contents.tsx';
import { FORMATS } from './formats.ts';
import { KeepForm } from './KeepForm.tsx';
import { useFormatWords } from './useFormatWords.ts';
import styles from '../moving/Moving.module.css';
import page from '../Page.module.css';

interface Props {
  team: string;
  upload: string;
  /** The file's. */
  name: string;
}

/** What was understood of a file, and which tool it is taken to be of. */
export function Understood({ team, upload, name }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const formatWords = useFormatWords();
  const failureWords = useNothingWords();
  const [format, setFormat] = useState<ForeignFormat | undefined>();
  const [mapping, setMapping] = useState<ColumnMapping | undefined>();
  const wanted = { team, upload, ...(format && { format }), ...(mapping && { mapping }) };
  const look = useQuery({
    ...api.foreignFiles.preview.queryOptions({ input: wanted }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (look.isError) return <Banner tone="danger">{errorWords(look.error)}</Banner>;
  if (!look.data) return <Skeleton label={t`The file is being read`} lines={5} />;
  const seen = look.data;
  return (
    <section className={page.section} aria-labelledby="understood">
      <h2 id="understood" className={page.subtitle}>
        <Trans>What was understood</Trans>
      </h2>
      <div className={page.form}>
        <Select
          label={t`The file comes from`}
          value={seen.format ?? ''}
          onChange={({ target }) => {
            setFormat(FORMATS.find((each) => each === target.value));
            setMapping(undefined);
          }}
          options={[
            ...(seen.format === null ? [{ value: '', label: t`Choose` }] : []),
            ...FORMATS.map((value) => ({ value, label: formatWords(value) })),
          ]}
        />
      </div>
      {seen.mapping && <Columns table={seen.table} mapping={seen.mapping} onChange={setMapping} />}
      {seen.failure !== null ? (
        <Banner tone="warn">{failureWords(seen.failure)}</Banner>
      ) : (
        <div className={styles.preview}>
          <Contents seen={seen} />
          <KeepForm wanted={wanted} seen={seen} fileName={name} />
        </div>
      )}
    </section>
  );
}

function useNothingWords(): (failure: NonNullable<ForeignPreview['failure']>) => string {
  const { t } = useLingui();
  return (failure) => {
    switch (failure) {
      case 'empty':
        return t`There is nothing in it, or nothing of this format.`;
      case 'unknown':
        return t`It could not be told where this file comes from. Choose it here.`;
      case 'unreadable':
        return t`It is not in this format, or damaged. Choose another, or export it there once more.`;
      case 'too-large':
        return t`It is larger than any meeting. Split it up.`;
    }
  };
}
