import { useLingui } from '@lingui/react/macro';
import { sameItems, useMe, useView } from '@rondo/live/react';
import { calledIn, type Recipients } from '../domain/index.ts';

/** Who is thanked, as one reads it: “Ann, Bo and the whole team”. */
export function useRecipientWords({ people, team, names }: Recipients): string {
  const { t, i18n } = useLingui();
  const me = useMe();
  const called = useView(
    ({ board }) => people.map((person) => (person === me ? t`you` : calledIn(board, person))),
    sameItems,
  );
  const all = [...called, ...names, ...(team ? [t`the whole team`] : [])];
  return new Intl.ListFormat(i18n.locale).format(all);
}
