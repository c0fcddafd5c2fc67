import type { ReactNode } from 'react';
import { arc, onCircle, short, times, type Pen } from './pen.ts';
import { Dot, Hoop, Sheet, Stroke } from './shapes.tsx';

/** Circles around a shared middle: a team, a round, a rhythm. */
export function orbit(pen: Pen): ReactNode {
  const centre = { x: pen.oneOf(160, 108, 212), y: pen.oneOf(100, 112) };
  return (
    <>
      {times(4, (ring) => {
        const radius = 34 + ring * 27;
        const start = pen.between(0, 360);
        const sweep = pen.between(70, 170);
        const end = onCircle(centre, radius, start + sweep);
        return (
          <g key={ring}>
            <Hoop {...centre} r={radius} colour={pen.line} thick={1.5} />
            {ring < 3 && (
              <>
                <Stroke
                  d={arc(centre, radius, start, start + sweep)}
                  colour={pen.hue(ring)}
                  thick={13 - ring * 2}
                />
                <Dot
                  {...end}
                  r={8 + pen.between(0, 5)}
                  colour={ring === 1 ? pen.ink : pen.hue(ring)}
                />
              </>
            )}
            {ring === 3 && <Dot {...end} r={8} colour={pen.hue(1)} />}
          </g>
        );
      })}
      <Dot {...centre} r={17} colour={pen.hue(0)} />
    </>
  );
}

/** Two rings linked: what is shared is between them. */
export function exchange(pen: Pen): ReactNode {
  const r = pen.between(56, 64);
  const apart = r * pen.between(0.52, 0.66);
  const y = 100;
  const [left, right] = [
    { x: 160 - apart, y },
    { x: 160 + apart, y },
  ];
  const meet = Math.sqrt(r * r - apart * apart);
  const lens = `M160 ${y - meet}A${r} ${r} 0 0 1 160 ${y + meet}A${r} ${r} 0 0 1 160 ${y - meet}Z`;
  // Where they cross above, seen from the left ring's middle: there the left one passes over.
  const crossing = (-Math.acos(apart / r) * 180) / Math.PI;
  const bridge = arc(left, r, crossing - 17, crossing + 17);
  return (
    <g transform={`rotate(${short(pen.between(-24, 24))} 160 100)`}>
      <path d={lens} fill={pen.hue(2)} opacity={0.25} />
      <path d={lens} fill={pen.hatch(2)} />
      <Hoop {...left} r={r} colour={pen.hue(0)} thick={12} />
      <Hoop {...right} r={r} colour={pen.ground} thick={19} />
      <Hoop {...right} r={r} colour={pen.hue(1)} thick={12} />
      <path d={bridge} fill="none" stroke={pen.ground} strokeWidth={19} />
      <Stroke d={bridge} colour={pen.hue(0)} thick={12} />
      <Dot x={left.x - r * 0.3} y={y} r={9} colour={pen.ink} />
      <Hoop x={right.x + r * 0.3} y={y} r={8} colour={pen.ink} thick={4} />
      <Hoop x={pen.oneOf(24, 296)} y={pen.oneOf(30, 168)} r={13} colour={pen.hue(2)} thick={6} />
    </g>
  );
}

/** Ripples from one corner: what one thing sets in motion. */
export function echo(pen: Pen): ReactNode {
  const isLeft = pen.isLikely(0.5);
  const isTop = pen.isLikely(0.4);
  const centre = { x: isLeft ? 0 : 320, y: isTop ? 0 : 200 };
  const faces = ['words', 'full', 'back'] as const;
  return (
    <>
      <Dot {...centre} r={40} colour={pen.hue(0)} />
      {times(5, (ring) => (
        <Hoop
          key={ring}
          {...centre}
          r={66 + ring * 36}
          colour={ring === 4 ? pen.line : pen.hue(ring + 1)}
          thick={[18, 10, 5, 2.5, 1.5][ring]}
        />
      ))}
      {times(3, (card) => (
        <Sheet
          key={card}
          {...{ pen, w: 56, h: 38, hue: card, face: faces[card] }}
          x={(isLeft ? 232 : 32) + (card - 1) * 10 * (isLeft ? 1 : -1)}
          y={(isTop ? 84 : 24) + card * 32}
          turn={pen.between(-8, 8)}
        />
      ))}
    </>
  );
}

/** A half ring on the horizon, with rays: a beginning. */
export function rays(pen: Pen): ReactNode {
  const centre = { x: pen.oneOf(160, 120, 200), y: 166 };
  const count = pen.oneOf(9, 11, 13);
  return (
    <>
      {times(count, (ray) => {
        const angle = 190 + (160 / (count - 1)) * ray;
        const from = onCircle(centre, 84, angle);
        const reach = ray % 2 ? pen.between(98, 108) : pen.between(116, 136);
        const to = onCircle(centre, reach, angle);
        const colour = pen.hue(ray % 3);
        return (
          <g key={ray}>
            <Stroke d={`M${from.x} ${from.y}L${to.x} ${to.y}`} colour={colour} thick={3.5} />
            {ray % 2 === 0 && <Dot {...to} r={5.5} colour={colour} />}
          </g>
        );
      })}
      <Stroke d={arc(centre, 62, 180, 360)} colour={pen.hue(0)} thick={15} />
      <Stroke d={arc(centre, 38, 180, 360)} colour={pen.hue(1)} thick={9} />
      <path d={`M${centre.x - 20} 166a20 20 0 0 1 40 0Z`} fill={pen.ink} />
      <Stroke d="M0 174H320" colour={pen.ink} thick={3} />
      <Stroke d="M24 186H140M176 186H250" colour={pen.line} thick={3} />
    </>
  );
}

/** Two axes and what lies between them. */
export function field(pen: Pen): ReactNode {
  const middle = { x: pen.between(138, 182), y: pen.between(88, 112) };
  const [isRight, isLow] = [pen.isLikely(0.5), pen.isLikely(0.5)];
  const spots = [
    { x: 0.28, y: 0.3, r: 15 },
    { x: 0.66, y: 0.22, r: 24 },
    { x: 0.86, y: 0.5, r: 10 },
    { x: 0.74, y: 0.76, r: 17 },
    { x: 0.42, y: 0.66, r: 9 },
    { x: 0.16, y: 0.74, r: 20 },
    { x: 0.46, y: 0.18, r: 7 },
  ];
  return (
    <>
      <rect
        x={isRight ? middle.x : 24}
        y={isLow ? middle.y : 18}
        width={isRight ? 296 - middle.x : middle.x - 24}
        height={isLow ? 182 - middle.y : middle.y - 18}
        fill={pen.hatch(0)}
      />
      <Stroke d={`M24 ${middle.y}H296M${middle.x} 18V182`} colour={pen.ink} thick={2.5} />
      {spots.map((spot, index) => {
        const at = {
          x: 24 + spot.x * 272 + pen.between(-8, 8),
          y: 18 + spot.y * 164 + pen.between(-6, 6),
          r: spot.r,
          colour: pen.hue(index),
        };
        return index % 3 === 1 ? (
          <Dot key={spot.x} {...at} />
        ) : (
          <g key={spot.x}>
            <Dot {...at} colour={pen.sheet} />
            <Hoop {...at} thick={Math.max(3, spot.r * 0.35)} />
          </g>
        );
      })}
    </>
  );
}
