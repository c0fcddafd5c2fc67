import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { compositions, Illustration } from './Illustration.tsx';

const draw = (seed: string) =>
  renderToStaticMarkup(<Illustration seed={seed} hues={['moss', 'clay', 'sky']} />);

test('the same seed gives the same drawing, another seed another', () => {
  expect(draw('start-stop-continue')).toBe(draw('start-stop-continue'));
  expect(draw('start-stop-continue')).not.toBe(draw('sailboat'));
});

test('every composition draws from one, two or three hues, and never a broken number', () => {
  for (const composition of compositions) {
    for (const hues of [['moss'], ['moss', 'clay'], ['moss', 'clay', 'sky']] as const) {
      for (const seed of ['a', 'b', 'c', 'd']) {
        const markup = renderToStaticMarkup(<Illustration {...{ seed, hues, composition }} />);
        expect(markup).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  }
});

test('a drawing stays small', () => {
  for (const composition of compositions) {
    const markup = renderToStaticMarkup(
      <Illustration seed="size" hues={['moss', 'clay', 'sky']} composition={composition} />,
    );
    expect(markup.length).toBeLessThan(16_000);
  }
});

test('it is silent unless it has something to say', () => {
  expect(draw('a')).toContain('aria-hidden="true"');
  expect(renderToStaticMarkup(<Illustration seed="a" hues={['moss']} label="A fan" />)).toContain(
    'aria-label="A fan"',
  );
});
