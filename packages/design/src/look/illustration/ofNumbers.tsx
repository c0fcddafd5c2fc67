import type { ReactNode } from 'react';
import { onCircle, short, times, type Pen } from './pen.ts';
import { Dot, Hoop, Sheet, Stroke } from './shapes.tsx';

/** How answers are spread over a scale, and where the middle is. */
export function bars(pen: Pen): ReactNode {
  const count = pen.oneOf(5, 6, 7);
  const gap = 12;
  const w = (256 - gap * (count - 1)) / count;
  const middle = pen.between(0.3, 0.75) * (count - 1);
  return (
    <>
      {times(count, (bar) => {
        const far = Math.abs(bar - middle) / count;
        const h = 24 + 88 * Math.max(0, 1 - far * 2.1) + pen.between(-8, 8);
        const face = Math.round(middle) === bar ? 'full' : bar % 2 ? 'back' : 'words';
        return (
          <Sheet
            key={bar}
            {...{ pen, w, h, face, hue: bar }}
            x={32 + bar * (w + gap)}
            y={170 - h}
          />
        );
      })}
      <Stroke d="M20 174H300" colour={pen.ink} thick={3} />
      <Stroke
        d={`M${short(32 + middle * (w + gap) + w / 2)} 28V38`}
        colour={pen.hue(1)}
        thick={4}
      />
      <Hoop x={32 + middle * (w + gap) + w / 2} y={18} r={8} colour={pen.hue(1)} thick={5} />
      {times(count, (bar) => (
        <Dot key={bar} x={32 + bar * (w + gap) + w / 2} y={187} r={3.5} colour={pen.line} />
      ))}
    </>
  );
}

/** Rings around one point, and what has come near it. */
export function target(pen: Pen): ReactNode {
  const centre = { x: pen.oneOf(116, 160, 204), y: 104 };
  return (
    <>
      {times(4, (ring) => (
        <Dot
          key={ring}
          {...centre}
          r={84 - ring * 21}
          colour={ring % 2 ? pen.sheet : pen.hue(ring / 2)}
        />
      ))}
      <Dot {...centre} r={8} colour={pen.ink} />
      {times(3, (arrow) => {
        const angle = pen.between(-74, -52) + arrow * 48;
        const tip = onCircle(centre, arrow === 0 ? 9 : pen.between(28, 66), angle);
        const end = onCircle(tip, 64, angle + pen.between(-8, 8));
        const colour = arrow === 0 ? pen.ink : pen.hue(arrow);
        return (
          <g key={arrow}>
            <Stroke d={`M${tip.x} ${tip.y}L${end.x} ${end.y}`} colour={pen.ink} thick={3} />
            <Dot {...end} r={9} colour={pen.sheet} />
            <Hoop {...end} r={9} colour={colour} thick={5} />
          </g>
        );
      })}
    </>
  );
}

/** A line that winds outwards: the same round again, each time wider. */
export function spiral(pen: Pen): ReactNode {
  const centre = { x: pen.oneOf(132, 160, 188), y: 102 };
  const start = pen.between(0, 360);
  const turns = 3;
  const at = (step: number) => onCircle(centre, 8 + step * 1.18, start + step * 15);
  const steps = turns * 24;
  return (
    <>
      {times(turns, (turn) => {
        const points = times(25, (step) => at(turn * 24 + step));
        return (
          <Stroke
            key={turn}
            d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`}
            colour={pen.hue(turn)}
            thick={7 - turn}
          />
        );
      })}
      {times(4, (card) => {
        const place = at(20 + card * 15 + pen.between(-3, 3));
        return card % 2 ? (
          <Sheet
            key={card}
            {...{ pen, w: 38, h: 26, hue: card }}
            x={place.x - 19}
            y={place.y - 13}
            turn={pen.between(-14, 14)}
            face={card === 1 ? 'full' : 'words'}
          />
        ) : (
          <g key={card}>
            <Dot {...place} r={10} colour={pen.sheet} />
            <Hoop {...place} r={10} colour={pen.hue(card + 1)} thick={6} />
          </g>
        );
      })}
      <Dot {...at(0)} r={9} colour={pen.ink} />
      <Hoop {...at(steps)} r={9} colour={pen.ink} thick={4} />
    </>
  );
}

/** Small things thrown up in the air. */
export function confetti(pen: Pen): ReactNode {
  const isLeft = pen.isLikely(0.5);
  const from = { x: isLeft ? 30 : 290, y: 196 };
  const towards = isLeft ? -48 : -132;
  return (
    <>
      {times(5, (ribbon) => {
        const angle = towards + (ribbon - 2) * 17;
        const [near, far] = [onCircle(from, 52, angle), onCircle(from, 128 + ribbon * 10, angle)];
        const aside = onCircle(from, 100, angle + (ribbon % 2 ? 16 : -16));
        return (
          <Stroke
            key={ribbon}
            d={`M${near.x} ${near.y}Q${aside.x} ${aside.y} ${far.x} ${far.y}`}
            colour={pen.hue(ribbon)}
            thick={ribbon % 2 ? 4 : 7}
          />
        );
      })}
      {times(22, (piece) => {
        const place = onCircle(from, pen.between(96, 290), towards + pen.between(-42, 42));
        const colour = pen.hue(piece);
        if (piece % 4 === 0) return <Hoop key={piece} {...place} r={8} colour={colour} thick={4} />;
        if (piece % 4 === 1) return <Dot key={piece} {...place} r={5} colour={colour} />;
        return (
          <Sheet
            key={piece}
            {...{ pen, w: 20, h: 14, hue: piece }}
            x={place.x - 10}
            y={place.y - 7}
            turn={pen.between(-60, 60)}
            face={piece % 4 === 2 ? 'full' : 'back'}
          />
        );
      })}
      <Dot {...from} r={34} colour={pen.ink} />
      <Hoop {...from} r={46} colour={pen.hue(0)} thick={9} />
    </>
  );
}
