import type { ReactNode } from 'react';
import { onCircle, short, times, type Pen, type Point } from './pen.ts';
import { Dot, Hoop, Sheet, Stroke } from './shapes.tsx';

/** A way with stations: behind, here, ahead. */
export function path(pen: Pen): ReactNode {
  const lift = pen.between(46, 66) * pen.oneOf(1, -1);
  const ends = [16, 100 + lift, 304, 100 - lift] as const;
  const bends = [
    { x: 110, y: 100 + lift * 1.5 },
    { x: 190, y: 100 - lift * 1.6 },
  ] as const;
  const along = (t: number): Point => {
    const u = 1 - t;
    const mix = (a: number, b: number, c: number, d: number) =>
      u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    return {
      x: mix(ends[0], bends[0].x, bends[1].x, ends[2]),
      y: mix(ends[1], bends[0].y, bends[1].y, ends[3]),
    };
  };
  const way = `M${ends[0]} ${short(ends[1])}C${bends[0].x} ${short(bends[0].y)} ${bends[1].x} ${short(bends[1].y)} ${ends[2]} ${short(ends[3])}`;
  const here = pen.oneOf(2, 3);
  const now = along(0.08 + here * 0.21);
  const up = now.y > 100 ? -1 : 1;
  return (
    <>
      <Hoop x={62} y={up > 0 ? 34 : 176} r={50} colour={pen.line} thick={15} />
      <Stroke d={way} colour={pen.line} thick={3} />
      <Stroke
        d={`M${short(now.x)} ${short(now.y)}V${short(now.y + up * 34)}`}
        colour={pen.ink}
        thick={2.5}
      />
      <Sheet
        {...{ pen, w: 78, h: 42, hue: here }}
        x={now.x - 39}
        y={up > 0 ? now.y + 30 : now.y - 72}
        turn={pen.between(-4, 4)}
      />
      {times(5, (stop) => {
        const at = along(0.08 + stop * 0.21);
        if (stop < here) return <Dot key={stop} {...at} r={11} colour={pen.hue(stop)} />;
        const isHere = stop === here;
        return (
          <g key={stop}>
            <Dot {...at} r={isHere ? 18 : 11} colour={pen.sheet} />
            <Hoop
              {...at}
              r={isHere ? 15 : 10}
              colour={isHere ? pen.hue(stop) : pen.line}
              thick={isHere ? 9 : 3}
            />
          </g>
        );
      })}
    </>
  );
}

/** Water, something afloat, and a ring above it. */
export function waves(pen: Pen): ReactNode {
  const boat = pen.oneOf(96, 150, 204);
  const sun = boat > 150 ? 78 : 248;
  const long = pen.between(52, 68);
  const swell = pen.between(7, 11);
  const wave = (y: number, shift: number, high: number) => {
    const half = long / 2;
    return `M${short(shift - long)} ${short(y)}q${short(half / 2)} ${short(-high * 2)} ${short(half)} 0${'t'.concat(`${short(half)} 0`).repeat(Math.ceil(420 / half))}`;
  };
  return (
    <>
      <Hoop x={sun} y={62} r={30} colour={pen.hue(1)} thick={13} />
      <Sheet {...{ pen, x: boat - 6, y: 26, w: 56, h: 74, hue: 0, face: 'full' }} turn={5} />
      <Sheet {...{ pen, x: boat - 42, y: 54, w: 34, h: 48, hue: 2, face: 'back' }} turn={-7} />
      <Stroke d={`M${boat - 54} 114h118l-18 22h-82z`} colour={pen.ink} thick={4} />
      <path d={`M${boat - 54} 114h118l-18 22h-82z`} fill={pen.ink} />
      <path d={`${wave(134, -10, swell)}V220H-80Z`} fill={pen.ground} />
      {times(4, (row) => (
        <Stroke
          key={row}
          d={wave(134 + row * 18, row * -17 - 10, swell - row)}
          colour={row === 3 ? pen.line : pen.hue(row)}
          thick={5 - row}
        />
      ))}
    </>
  );
}

/** Many threads run into one knot, and one comes out: a decision. */
export function threads(pen: Pen): ReactNode {
  const count = pen.oneOf(5, 6, 7);
  const knot = { x: pen.between(178, 200), y: pen.between(92, 108) };
  return (
    <>
      {times(count, (thread) => {
        const y = 24 + (152 / (count - 1)) * thread;
        const bend = short(knot.x - pen.between(60, 90));
        return (
          <g key={thread}>
            <Stroke
              d={`M40 ${short(y)}C${bend} ${short(y)} ${bend} ${short(knot.y)} ${short(knot.x)} ${short(knot.y)}`}
              colour={pen.hue(thread)}
              thick={3.5}
            />
            {thread % 3 === 1 ? (
              <Sheet {...{ pen, x: 18, y: y - 10, w: 28, h: 20, hue: thread, face: 'full' }} />
            ) : (
              <Dot x={34} y={y} r={8} colour={pen.hue(thread)} />
            )}
          </g>
        );
      })}
      <Stroke d={`M${short(knot.x)} ${short(knot.y)}H250`} colour={pen.ink} thick={5} />
      <Dot {...knot} r={25} colour={pen.sheet} />
      <Hoop {...knot} r={20} colour={pen.ink} thick={9} />
      <Sheet {...{ pen, x: 242, y: knot.y - 24, w: 60, h: 48, hue: 0 }} turn={pen.between(-3, 3)} />
    </>
  );
}

/** Votes pile up; one pile is the highest. */
export function votes(pen: Pen): ReactNode {
  const count = pen.oneOf(6, 7);
  const step = 268 / count;
  const r = Math.min(13, step / 2 - 4);
  const piles = times(count, () => Math.floor(pen.between(1, 4.6)));
  const winner = Math.floor(pen.between(0, count));
  return (
    <>
      <Stroke d="M22 176H298" colour={pen.ink} thick={3} />
      {piles.map((votes, pile) => {
        const isWinner = pile === winner;
        const high = isWinner ? 5 : votes;
        const x = 26 + step * (pile + 0.5);
        return times(high, (vote) => {
          const y = 176 - (vote + 0.5) * (r * 2 + 4) - 4;
          const colour = pen.hue(pile);
          const isTop = vote === high - 1;
          return isTop && !isWinner ? (
            <Hoop key={`${pile} ${vote}`} {...{ x, y, colour }} r={r - 2} thick={4} />
          ) : isTop ? (
            <g key={`${pile} ${vote}`}>
              <Dot {...{ x, y, r, colour: pen.ink }} />
              <Hoop {...{ x, y, colour: pen.ink }} r={r + 6} thick={2} />
            </g>
          ) : (
            <Dot key={`${pile} ${vote}`} {...{ x, y, r, colour }} />
          );
        });
      })}
    </>
  );
}

/** A floor of quarter rings, dots and lines: many small parts of one thing. */
export function tiles(pen: Pen): ReactNode {
  const side = 64;
  return (
    <>
      {times(15, (tile) => {
        const [column, row] = [tile % 5, Math.floor(tile / 5)];
        const hue = pen.hue(Math.floor(pen.between(0, 3)));
        const turn = pen.oneOf(0, 90, 180, 270);
        const kind = pen.oneOf(
          'quarter',
          'quarter',
          'rings',
          'half',
          'dot',
          'lines',
          'hatch',
          'plain',
        );
        return (
          <g
            key={tile}
            transform={`translate(${column * side} ${row * side + 4}) rotate(${turn} ${side / 2} ${side / 2})`}
          >
            <Tile {...{ pen, kind, hue, side }} hatch={pen.hatch(tile)} />
          </g>
        );
      })}
    </>
  );
}

type TileKind = 'quarter' | 'rings' | 'half' | 'dot' | 'lines' | 'hatch' | 'plain';

function Tile({
  pen,
  kind,
  hue,
  hatch,
  side,
}: {
  pen: Pen;
  kind: TileKind;
  hue: string;
  hatch: string;
  side: number;
}) {
  const middle = side / 2;
  const corner = { x: 0, y: 0 };
  switch (kind) {
    case 'quarter':
      return <path d={`M0 0H${side}A${side} ${side} 0 0 1 0 ${side}Z`} fill={hue} />;
    case 'half':
      return <path d={`M0 0H${side}A${middle} ${middle} 0 0 1 0 0Z`} fill={hue} />;
    case 'rings':
      return (
        <>
          {[16, 34, 52].map((radius) => {
            const [from, to] = [onCircle(corner, radius, 0), onCircle(corner, radius, 90)];
            return (
              <path
                key={radius}
                d={`M${from.x} ${from.y}A${radius} ${radius} 0 0 1 ${to.x} ${to.y}`}
                fill="none"
                stroke={hue}
                strokeWidth={8}
              />
            );
          })}
        </>
      );
    case 'dot':
      return <Hoop x={middle} y={middle} r={14} colour={hue} thick={8} />;
    case 'lines':
      return <path d={`M8 14H56M8 26H56M8 38H56M8 50H56`} stroke={pen.line} strokeWidth={3} />;
    case 'hatch':
      return <rect width={side} height={side} fill={hatch} />;
    case 'plain':
      return <Dot x={middle} y={middle} r={5} colour={pen.ink} />;
  }
}
