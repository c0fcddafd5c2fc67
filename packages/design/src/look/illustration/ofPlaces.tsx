import type { ReactNode } from 'react';
import { short, times, type Pen } from './pen.ts';
import { Dot, Hoop, Sheet, Stroke } from './shapes.tsx';

/** Mountains with a trail to the top: a goal, and the way there. */
export function peaks(pen: Pen): ReactNode {
  const isLeft = pen.isLikely(0.5);
  const top = { x: isLeft ? 124 : 196, y: pen.between(46, 58) };
  const side = { x: isLeft ? 236 : 84, y: pen.between(88, 104) };
  const slope = 130 / (200 - top.y);
  const cap = (depth: number, part: number) =>
    `${short(top.x + depth * slope * part)} ${short(top.y + depth)}`;
  const bend = isLeft ? 1 : -1;
  return (
    <>
      <Hoop x={isLeft ? 262 : 58} y={46} r={22} colour={pen.hue(1)} thick={9} />
      <path d={`M${side.x - 104} 200L${side.x} ${side.y}L${side.x + 104} 200Z`} fill={pen.sheet} />
      <path
        d={`M${side.x - 104} 200L${side.x} ${side.y}L${side.x + 104} 200Z`}
        fill={pen.hatch(2)}
      />
      <path
        d={`M${top.x - 130} 200L${top.x} ${short(top.y)}L${top.x + 130} 200Z`}
        fill={pen.hue(0)}
      />
      <path
        d={`M${top.x} ${short(top.y)}L${cap(34, 1)}L${cap(24, 0.4)}L${cap(38, 0)}L${cap(24, -0.4)}L${cap(34, -1)}Z`}
        fill={pen.sheet}
      />
      <Stroke
        d={`M${top.x + bend * 40} 200C${top.x - bend * 70} 172 ${top.x + bend * 60} 146 ${top.x} ${short(top.y + 44)}`}
        colour={pen.sheet}
        thick={3.5}
        dashed
      />
      <Stroke d={`M${top.x} ${short(top.y)}v-30`} colour={pen.ink} thick={3} />
      <path
        d={`M${top.x} ${short(top.y - 31)}h${bend * 26}l${-bend * 7} 8l${bend * 7} 8h${-bend * 26}z`}
        fill={pen.hue(1)}
      />
    </>
  );
}

/** Stems of different height, in bud and in bloom. */
export function garden(pen: Pen): ReactNode {
  const count = pen.oneOf(5, 6);
  const gap = 272 / count;
  return (
    <>
      {times(count, (stem) => {
        const x = 24 + gap * (stem + 0.5);
        const top = pen.between(46, 116);
        const lean = pen.between(-14, 14);
        const colour = pen.hue(stem + 1);
        const leaf = (178 + top) / 2;
        const turn = stem % 2 ? 1 : -1;
        return (
          <g key={stem}>
            <Stroke
              d={`M${short(x)} 180C${short(x)} ${short(leaf)} ${short(x + lean)} ${short(leaf)} ${short(x + lean)} ${short(top)}`}
              colour={pen.hue(0)}
              thick={4}
            />
            <path
              d={`M${short(x)} ${short(leaf + 14)}q${turn * 22} -2 ${turn * 24} -20q${-turn * 22} 0 ${-turn * 24} 20`}
              fill={pen.hue(0)}
            />
            {stem % 3 === 1 ? (
              <Dot x={x + lean} y={top} r={10} colour={colour} />
            ) : (
              <>
                <Dot x={x + lean} y={top} r={17} colour={pen.sheet} />
                <Hoop x={x + lean} y={top} r={17} colour={colour} thick={9} />
              </>
            )}
          </g>
        );
      })}
      <Stroke d="M0 182H320" colour={pen.ink} thick={3} />
      <Stroke d="M30 192H120M190 192H270" colour={pen.line} thick={3} />
    </>
  );
}

/** A bridge between two banks, and who is on the way across. */
export function bridge(pen: Pen): ReactNode {
  const deck = 138;
  const sag = pen.between(84, 104);
  const walkers = pen.oneOf(2, 3);
  return (
    <>
      <Hoop x={pen.oneOf(60, 160, 260)} y={40} r={20} colour={pen.hue(2)} thick={8} />
      <path
        d={`M0 ${deck}H46V200H0ZM274 ${deck}H320V200H274Z`}
        fill={pen.sheet}
        stroke={pen.line}
        strokeWidth={2}
      />
      <path d={`M0 ${deck}H46V200H0ZM274 ${deck}H320V200H274Z`} fill={pen.hatch(0)} />
      {times(8, (cable) => {
        const x = 88 + cable * 20.6;
        const near = Math.abs(x - 160) / 92;
        const y = 56 + (sag - 56) * (1 - near * near);
        return (
          <Stroke
            key={cable}
            d={`M${short(x)} ${short(y)}V${deck}`}
            colour={pen.line}
            thick={2.5}
          />
        );
      })}
      <Stroke
        d={`M8 ${deck}Q52 ${deck - 10} 68 56Q160 ${short(sag * 2 - 56)} 252 56Q268 ${deck - 10} 312 ${deck}`}
        colour={pen.hue(1)}
        thick={4}
      />
      <Stroke d={`M68 50V188M252 50V188`} colour={pen.hue(0)} thick={8} />
      {times(walkers, (walker) => (
        <Sheet
          key={walker}
          {...{ pen, w: 26, h: 32, hue: walker + 1 }}
          x={pen.between(86, 100) + walker * 50}
          y={deck - 35}
          turn={pen.between(-5, 5)}
          face={walker === 0 ? 'full' : 'words'}
        />
      ))}
      <Stroke d={`M0 ${deck}H320`} colour={pen.ink} thick={4} />
      <Stroke d="M84 186Q104 178 124 186T164 186T204 186T236 186" colour={pen.line} thick={3} />
    </>
  );
}
