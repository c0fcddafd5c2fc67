import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Field, Progress } from '@rondo/design';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { sendFile } from './sendFile.ts';
import { useSizeWords } from './useSizeWords.ts';

interface Props {
  label: string;
  hint: string;
  /** Endings and types, as the browser's dialog takes them. */
  accept: string;
  /** Bytes; absent: the server says when it is too much. */
  largest?: number;
  /** Another one is chosen: what is shown of the one before is no longer meant. */
  onChoose: () => void;
  onSent: (upload: string, name: string) => void;
}

/** Chooses a file and sends it at once; how far it is can be seen and heard. */
export function FileToSend({ label, hint, accept, largest = Infinity, onChoose, onSent }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const [share, setShare] = useState(0);
  const sizeWords = useSizeWords();
  const [size, setSize] = useState<number | null>(null);
  const send = useMutation({
    mutationFn: async (file: File) => {
      setShare(0);
      return { upload: await sendFile(file, setShare), name: file.name };
    },
    onSuccess: ({ upload, name }) => onSent(upload, name),
  });
  return (
    <>
      <Field label={label} hint={hint}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept={accept}
            disabled={send.isPending}
            // Otherwise browsers say nothing of the same file, mended meanwhile.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (!file) return;
              onChoose();
              setSize(file.size);
              if (file.size > 0 && file.size <= largest) send.mutate(file);
              else send.reset();
            }}
          />
        )}
      </Field>
      {send.isPending && (
        <Progress
          label={t`The file is being sent`}
          note={t`${Math.round(share * 100)} %`}
          value={share}
          max={1}
        />
      )}
      {size === 0 && (
        <Banner tone="warn">
          <Trans>This file is empty.</Trans>
        </Banner>
      )}
      {size !== null && size > largest && (
        <Banner tone="warn">
          {t`This file is larger than ${sizeWords(largest)}, the most that is taken. Split it up.`}
        </Banner>
      )}
      {send.isError && <Banner tone="danger">{errorWords(send.error)}</Banner>}
    </>
  );
}
