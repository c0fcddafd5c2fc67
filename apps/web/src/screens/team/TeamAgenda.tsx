import { Trans, useLingui } from '@lingui/react/macro';
import type { AgendaItem } from '@rondo/contract';
import {
  announce,
  Badge,
  Button,
  IconButton,
  Markdown,
  Menu,
  TextField,
  toast,
} from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Ellipsis, Pin, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import lines from '../Lines.module.css';
import page from '../Page.module.css';
import styles from './BringAlong.module.css';

/** The longest item, in characters. */
const LONGEST = 120;

/** What waits for the team's next meeting with an agenda. */
export function TeamAgenda({ team, isOpen }: { team: string; isOpen: boolean }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const agenda = useQuery(api.agenda.list.queryOptions({ input: { team } }));
  const [text, setText] = useState('');
  const keep = {
    onSuccess: (next: { items: AgendaItem[] }) =>
      queries.setQueryData(api.agenda.list.queryKey({ input: { team } }), next),
    onError: (error: Error) => void toast({ text: errorWords(error), tone: 'warn' }),
  };
  const add = useMutation(api.agenda.add.mutationOptions(keep));
  const change = useMutation(api.agenda.change.mutationOptions(keep));
  const move = useMutation(api.agenda.move.mutationOptions(keep));
  const remove = useMutation(api.agenda.remove.mutationOptions(keep));
  needAnswer(agenda);
  const items = agenda.data?.items ?? [];
  const wanted = text.trim();
  if (!isOpen && items.length === 0) return null;

  function place(at: number, by: -1 | 1): void {
    const item = items[at];
    if (!item) return;
    const behind = items[by < 0 ? at - 2 : at + 1]?.id ?? null;
    move.mutate({ team, item: item.id, behind }, { onSuccess: () => announce(t`Moved`) });
  }

  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda" className={page.subtitle}>
        <Trans>For the next check-in</Trans>
      </h2>
      {agenda.isSuccess && items.length === 0 && (
        <p className={page.quiet}>
          <Trans>
            Put here what you want to talk about. It is on the agenda of the next meeting that has
            one.
          </Trans>
        </p>
      )}
      {items.length > 0 && (
        <ol className={styles.list}>
          {items.map(({ id, text: words, note, by, pinned }, index) => (
            <li key={id} className={lines.item}>
              <div className={lines.words}>
                <p className={lines.text}>{words}</p>
                {note !== '' && <Markdown text={note} />}
                <p className={lines.small}>
                  {by}
                  {pinned && (
                    <Badge hue="agenda">
                      <Trans>comes back every time</Trans>
                    </Badge>
                  )}
                </p>
              </div>
              {isOpen && (
                <>
                  <IconButton
                    label={pinned ? t`Take out the pin: ${words}` : t`Pin: ${words}`}
                    icon={<Pin size={17} fill={pinned ? 'currentColor' : 'none'} />}
                    pressed={pinned}
                    onClick={() => change.mutate({ team, item: id, pinned: !pinned })}
                  />
                  <Menu
                    label={t`More for “${words}”`}
                    iconOnly
                    size="s"
                    align="end"
                    button={<Ellipsis size={18} />}
                    items={[
                      {
                        label: t`Move up`,
                        icon: <ArrowUp size={16} />,
                        disabled: index === 0,
                        onSelect: () => place(index, -1),
                      },
                      {
                        label: t`Move down`,
                        icon: <ArrowDown size={16} />,
                        disabled: index === items.length - 1,
                        onSelect: () => place(index, 1),
                      },
                      {
                        label: t`Take off the agenda`,
                        icon: <Trash2 size={16} />,
                        danger: true,
                        onSelect: () => remove.mutate({ team, item: id }),
                      },
                    ]}
                  />
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {isOpen && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            if (wanted === '') return;
            setText('');
            add.mutate({ team, text: wanted }, { onError: () => setText(wanted) });
          }}
        >
          <TextField
            label={t`New item`}
            hideLabel
            placeholder={t`Add to the agenda…`}
            maxLength={LONGEST}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" disabled={wanted === ''} icon={<Plus size={18} aria-hidden />}>
            <Trans>Add</Trans>
          </Button>
        </form>
      )}
    </section>
  );
}
