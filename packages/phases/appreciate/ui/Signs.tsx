import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@rondo/design';
import { useMe, useSend, useView } from '@rondo/live/react';
import { nameOf, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { Heart, PartyPopper, Star, ThumbsUp } from 'lucide-react';
import { useExplain } from '../../parts/index.ts';
import { reactToKudos, SIGNS, type Kudos, type KudosId, type Sign } from '../domain/index.ts';
import styles from './KudosCard.module.css';

const MEANINGS = {
  heart: msg`From the heart`,
  clap: msg`Well done`,
  party: msg`Let’s celebrate`,
  star: msg`Brilliant`,
};

const ICONS = { heart: Heart, clap: ThumbsUp, party: PartyPopper, star: Star };

// `Object.keys` forgets that these are exactly the signs.
const ALL = Object.keys(SIGNS) as Sign[];

interface Props {
  phase: PhaseId;
  id: KudosId;
  kudos: Kudos;
  readOnly: boolean;
}

/** Joy at what somebody was given; a press gives one's own or takes it back. */
export function Signs({ phase, id, kudos, readOnly }: Props) {
  const { i18n } = useLingui();
  const shown = readOnly ? ALL.filter((sign) => kudos.reactions[sign]) : ALL;
  if (shown.length === 0) return null;
  return (
    <div className={styles.signs}>
      {shown.map((sign) => (
        <One
          key={sign}
          phase={phase}
          id={id}
          sign={sign}
          meaning={i18n._(MEANINGS[sign])}
          by={kudos.reactions[sign]}
          readOnly={readOnly}
        />
      ))}
    </div>
  );
}

interface OneProps {
  phase: PhaseId;
  id: KudosId;
  sign: Sign;
  meaning: string;
  by: Readonly<Record<ParticipantId, true>> | undefined;
  readOnly: boolean;
}

function One({ phase, id, sign, meaning, by = {}, readOnly }: OneProps) {
  const { i18n, t } = useLingui();
  const me = useMe();
  const send = useSend();
  const explain = useExplain();
  // The record's own keys are participant ids.
  const people = Object.keys(by) as ParticipantId[];
  const names = useView(({ board }) =>
    new Intl.ListFormat(i18n.locale).format(
      people.map((person) => (person === me ? t`you` : nameOf(board, person))),
    ),
  );
  const isMine = by[me] === true;
  const Icon = ICONS[sign];
  const said = people.length === 0 ? meaning : `${meaning}, ${people.length}: ${names}`;
  return (
    <Tooltip text={said}>
      <button
        type="button"
        className={styles.sign}
        data-given={people.length > 0 ? '' : undefined}
        aria-pressed={isMine}
        aria-label={said}
        disabled={readOnly}
        onClick={() =>
          void send(phase, reactToKudos, { id, sign, on: !isMine }).then((answer) => {
            if (answer !== 'done') explain(answer);
          })
        }
      >
        <Icon aria-hidden="true" size={16} strokeWidth={2} />
        {people.length > 0 && <span className="tabular">{people.length}</span>}
      </button>
    </Tooltip>
  );
}
