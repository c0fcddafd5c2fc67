import styles from './ScaleSign.module.css';

const LIGHTS: Readonly<Record<string, string>> = { '🔴': 'red', '🟡': 'yellow', '🟢': 'green' };

/** The sign of a point on a scale: traffic lights are drawn, so that they look the same everywhere; any other is shown as it was written. */
export function ScaleSign({ sign }: { sign: string }) {
  const light = LIGHTS[sign];
  return light === undefined ? sign : <i className={styles.light} data-light={light} />;
}
