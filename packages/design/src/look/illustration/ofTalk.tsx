import type { ReactNode } from 'react';
import { times, type Pen } from './pen.ts';
import { Dot, Hoop, Sheet, Stroke } from './shapes.tsx';

/** Two people and what they say to each other. */
export function talk(pen: Pen): ReactNode {
  const [low, high] = pen.oneOf([62, 22], [22, 62]);
  const w = 116;
  const h = 66;
  const left = { x: 34, y: low };
  const right = { x: 170, y: high };
  return (
    <>
      <path
        d={`M${left.x + 22} ${left.y + h - 4}l-4 24l26 -22zM${right.x + w - 22} ${right.y + h - 4}l4 24l-26 -22z`}
        fill={pen.hue(0)}
      />
      <path d={`M${right.x + w - 22} ${right.y + h - 4}l4 24l-26 -22z`} fill={pen.hue(1)} />
      <Sheet {...{ pen, w, h }} {...left} hue={0} face={pen.oneOf('full', 'words')} />
      <Sheet {...{ pen, w, h }} {...right} hue={1} face={pen.oneOf('words', 'back')} />
      <Head x={44} pen={pen} hue={0} />
      <Head x={276} pen={pen} hue={1} />
      {times(3, (dot) => (
        <Dot key={dot} x={146 + dot * 14} y={172} r={4} colour={pen.hue(2)} />
      ))}
    </>
  );
}

function Head({ x, pen, hue }: { x: number; pen: Pen; hue: number }) {
  return (
    <>
      <path d={`M${x - 30} 200a30 24 0 0 1 60 0z`} fill={pen.hue(hue)} />
      <Dot x={x} y={162} r={15} colour={pen.sheet} />
      <Hoop x={x} y={162} r={15} colour={pen.ink} thick={5} />
    </>
  );
}

/** People around a table, seen from above: each with a card in front of them. */
export function table(pen: Pen): ReactNode {
  const count = pen.oneOf(5, 6, 7);
  const start = pen.between(0, 360 / count);
  return (
    <g transform="translate(160 100)">
      <Dot x={0} y={0} r={62} colour={pen.sheet} />
      <Hoop x={0} y={0} r={62} colour={pen.line} thick={2} />
      <Hoop x={0} y={0} r={20} colour={pen.hue(0)} thick={7} />
      {times(count, (seat) => (
        <g key={seat} transform={`rotate(${start + (360 / count) * seat})`}>
          <Dot x={0} y={-82} r={12} colour={pen.hue(seat)} />
          <Sheet
            {...{ pen, w: 24, h: 18, hue: seat }}
            x={-12}
            y={-54}
            face={seat === 0 ? 'full' : seat % 2 ? 'back' : 'words'}
          />
        </g>
      ))}
    </g>
  );
}

/** One falls, and the others with it; the last ones still stand. */
export function dominoes(pen: Pen): ReactNode {
  const standing = pen.oneOf(2, 3);
  const count = 8;
  const isBack = pen.isLikely(0.5);
  return (
    <g transform={isBack ? 'translate(320 0) scale(-1 1)' : undefined}>
      <Hoop x={40} y={66} r={18} colour={pen.hue(1)} thick={9} />
      <Stroke d="M66 62Q92 60 104 82" colour={pen.ink} thick={2.5} dashed />
      {times(count, (stone) => {
        const x = 66 + stone * 28;
        const isStanding = stone >= count - standing;
        const turn = isStanding ? 0 : 46 - stone * 5;
        return (
          <g key={stone} transform={`rotate(${turn} ${x + 14} 168)`}>
            <Sheet
              {...{ pen, w: 14, h: 74, hue: isStanding ? 1 : 0 }}
              x={x}
              y={94}
              face={isStanding ? 'full' : stone % 2 ? 'back' : 'full'}
            />
          </g>
        );
      })}
      <Stroke d="M20 170H300" colour={pen.ink} thick={3} />
      <Stroke d="M44 182H150M196 182H262" colour={pen.line} thick={3} />
    </g>
  );
}
