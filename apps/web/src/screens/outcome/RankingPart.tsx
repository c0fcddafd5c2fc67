import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { hueStyle } from '@rondo/design';
import { inLanguage, type OutcomePart } from '@rondo/meeting';
import styles from './RankingPart.module.css';

type RankingPartOf = Extract<OutcomePart, { as: 'ranking' }>;
type Axes = NonNullable<RankingPartOf['axes']>;
type Item = RankingPartOf['items'][number];

/** What came out of a ranking: a list in its order, and a plane where things were placed on two axes. */
export function RankingPart({ part }: { part: RankingPartOf }) {
  const { i18n } = useLingui();
  const { axes, items } = part;
  return (
    <section className={styles.ranking} style={hueStyle('rank')}>
      <header>
        <h3 className={styles.question}>{inLanguage(part.question, i18n.locale)}</h3>
        <p className={styles.facts}>
          <Plural value={part.answers} one="# person has ranked." other="# people have ranked." />
        </p>
      </header>
      {axes && <Plane axes={axes} items={items} />}
      <ol className={styles.items}>
        {items.map((item, index) => (
          <li key={index}>
            <span className={styles.place}>{placeOf(item, axes ? index + 1 : item.place)}</span>
            <span>
              {inLanguage(item.title, i18n.locale)} <Facts item={item} axes={axes} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** On axes an item has the number of its dot; one that nobody has placed has neither. */
const placeOf = ({ place, x }: Item, number: number | null): string =>
  number === null || (place === null && x === undefined) ? '–' : String(number);

function Facts({ item, axes }: { item: Item; axes: Axes | null }) {
  const { i18n } = useLingui();
  const { points, best, worst, x, y } = item;
  if (points !== undefined) {
    return (
      <small>
        {best === worst ? (
          <Trans>everybody: place {best}</Trans>
        ) : (
          <Trans>
            from place {best} to {worst}
          </Trans>
        )}
      </small>
    );
  }
  if (!axes || x === undefined || y === undefined) return null;
  const end = ({ label, low, high }: Axes['x'], value: number): string =>
    `${inLanguage(label, i18n.locale)}: ${inLanguage(value > 0.5 ? high : low, i18n.locale)}`;
  return (
    <small>
      {end(axes.x, x)}, {end(axes.y, y)}
    </small>
  );
}

/** For the eye only: the list beside it says the same. */
function Plane({ axes, items }: { axes: Axes; items: readonly Item[] }) {
  const { i18n } = useLingui();
  const words = (text: Axes['x']['label']): string => inLanguage(text, i18n.locale);
  return (
    <div className={styles.frame} aria-hidden="true">
      <p className={styles.y}>
        {words(axes.y.label)}: {words(axes.y.low)} → {words(axes.y.high)}
      </p>
      <div className={styles.plane}>
        {items.map(({ x, y }, index) =>
          x === undefined || y === undefined ? null : (
            <span
              key={index}
              className={styles.dot}
              style={{ left: `${x * 100}%`, bottom: `${y * 100}%` }}
            >
              {index + 1}
            </span>
          ),
        )}
      </div>
      <p className={styles.x}>
        {words(axes.x.label)}: {words(axes.x.low)} → {words(axes.x.high)}
      </p>
    </div>
  );
}
