import { Trans } from '@lingui/react/macro';
import { Banner } from '@rondo/design';

interface Answer {
  status: number | null;
  ms: number;
  answer: string;
  error: string | null;
}

/** What the other side said to a test, word by word: that is what helps. */
export function TestAnswer({ answer: { status, ms, answer, error } }: { answer: Answer }) {
  if (status === null) {
    return (
      <Banner tone="danger">
        <Trans>It did not arrive: {error}</Trans>
      </Banner>
    );
  }
  return (
    <Banner tone={error === null ? 'ok' : 'danger'}>
      {error === null ? (
        <Trans>
          It arrived: {status} after {ms} ms.
        </Trans>
      ) : (
        <Trans>
          The other side answered {status} after {ms} ms.
        </Trans>
      )}{' '}
      {answer.trim() !== '' && <q>{answer.slice(0, 200)}</q>}
    </Banner>
  );
}
