import { useLingui } from '@lingui/react/macro';
import { IconButton, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Star } from 'lucide-react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import styles from './FavouriteButton.module.css';

interface Props {
  activity: string;
  /** The activity's name, as this person reads it. */
  name: string;
  favourite: boolean;
}

/** A star that is filled at once and goes out again should the server refuse. */
export function FavouriteButton({ activity, name, favourite }: Props) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const show = (shown: boolean): void => {
    queryClient.setQueriesData(
      { queryKey: api.activities.ofTeam.key() },
      (known: Known | undefined) =>
        known && {
          activities: known.activities.map((each) =>
            each.id === activity ? { ...each, favourite: shown } : each,
          ),
        },
    );
  };
  const mark = useMutation(
    api.activities.setFavourite.mutationOptions({
      onMutate: (wish) => show(wish.favourite),
      onError: (error, wish) => {
        show(!wish.favourite);
        toast({ text: errorWords(error), tone: 'danger' });
      },
    }),
  );
  return (
    <IconButton
      label={t`Favourite: ${name}`}
      icon={<Star aria-hidden className={styles.star} />}
      pressed={favourite}
      className={styles.button}
      onClick={() => mark.mutate({ activity, favourite: !favourite })}
    />
  );
}

/** As much as is changed of an answer that was read before. */
interface Known {
  activities: readonly { id: string; favourite: boolean }[];
}
