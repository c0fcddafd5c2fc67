import type { ReactNode } from 'react';
import { onCircle, times, type Pen } from './pen.ts';
import { Dot, Hoop, Sheet, Stroke } from './shapes.tsx';

/** Columns under their rules: people write, some cards are still face down. */
export function columns(pen: Pen): ReactNode {
  const count = pen.oneOf(3, 3, 4);
  const gap = 14;
  const w = (320 - 56 - gap * (count - 1)) / count;
  const open = Math.floor(pen.between(0, count));
  return (
    <>
      <Hoop x={pen.between(60, 260)} y={200} r={74} colour={pen.hue(1)} thick={20} />
      {times(count, (column) => {
        const x = 28 + column * (w + gap);
        let y = 46;
        return (
          <g key={column}>
            <Stroke d={`M${x} 30H${x + w}`} colour={pen.hue(column)} thick={5} />
            {times(pen.oneOf(2, 3, 3, 4), (row) => {
              const h = pen.oneOf(26, 34, 46);
              const top = y;
              y += h + 9;
              const face = column === open || row === 0 ? 'words' : 'back';
              return <Sheet key={row} {...{ pen, x, w, h, face }} y={top} hue={column} />;
            })}
          </g>
        );
      })}
    </>
  );
}

/** A hand of cards, one of them played. */
export function fan(pen: Pen): ReactNode {
  const count = pen.oneOf(5, 5, 7);
  const spread = pen.between(58, 76);
  const played = Math.floor(pen.between(1, count - 1));
  const left = pen.isLikely(0.5);
  return (
    <>
      <Hoop x={left ? 64 : 256} y={58} r={46} colour={pen.hue(1)} thick={14} />
      <Dot x={left ? 262 : 58} y={46} r={9} colour={pen.hue(2)} />
      {times(count, (index) => {
        const angle = -spread / 2 + (spread / (count - 1)) * index;
        const isPlayed = index === played;
        return (
          <g key={index} transform={`rotate(${angle.toFixed(1)} 160 300)`}>
            <Sheet
              {...{ pen, w: 62, h: 88 }}
              x={129}
              y={isPlayed ? 52 : 90}
              hue={isPlayed ? 0 : index}
              face={isPlayed ? 'full' : 'back'}
            />
            {isPlayed && <Hoop x={160} y={96} r={15} colour={pen.sheet} thick={6} />}
          </g>
        );
      })}
    </>
  );
}

/** Steps up, and a ring that has arrived. */
export function stairs(pen: Pen): ReactNode {
  const count = pen.oneOf(4, 5);
  const gap = 10;
  const w = (264 - gap * (count - 1)) / count;
  const rise = pen.between(22, 28);
  const top = (step: number) => 166 - 34 - step * rise;
  return (
    <>
      <Stroke
        d={`M36 ${top(0) - 30}C110 ${top(1) - 70} 170 ${top(2) - 60} ${28 + 264 - w / 2 - 26} ${top(count - 1) - 24}`}
        colour={pen.ink}
        thick={2.5}
        dashed
      />
      {times(count, (step) => (
        <Sheet
          key={step}
          {...{ pen, w, hue: step }}
          x={28 + step * (w + gap)}
          y={top(step)}
          h={240 - top(step)}
          face={step === count - 1 ? 'full' : pen.oneOf('back', 'words', 'back')}
        />
      ))}
      <Hoop x={28 + 264 - w / 2} y={top(count - 1) - 22} r={14} colour={pen.hue(1)} thick={8} />
    </>
  );
}

/** Loose cards find their groups. */
export function gather(pen: Pen): ReactNode {
  const shift = pen.between(-10, 10);
  const groups = pen.oneOf(
    [
      { x: 96, y: 112, r: 62 },
      { x: 214, y: 74, r: 44 },
      { x: 252, y: 158, r: 30 },
    ],
    [
      { x: 222, y: 106, r: 64 },
      { x: 98, y: 70, r: 42 },
      { x: 80, y: 160, r: 28 },
    ],
  );
  return (
    <>
      {groups.map((group, index) => {
        const inside = [4, 3, 1][index] ?? 1;
        const size = group.r * (inside > 1 ? 0.6 : 0.9);
        return (
          <g key={group.r}>
            <Hoop {...group} colour={pen.hue(index)} thick={index === 0 ? 7 : 5} />
            {times(inside, (card) => {
              const at =
                inside > 1
                  ? onCircle(group, group.r * 0.5, (360 / inside) * card + 30 + shift * 3)
                  : group;
              return (
                <Sheet
                  key={card}
                  {...{ pen, hue: index }}
                  x={at.x - size / 2}
                  y={at.y - size / 3}
                  w={size}
                  h={size * 0.66}
                  turn={pen.between(-16, 16)}
                  face={card === 0 ? 'full' : 'words'}
                />
              );
            })}
          </g>
        );
      })}
      <Sheet {...{ pen, hue: 2, w: 34, h: 22, face: 'back' }} x={152 + shift} y={166} turn={-24} />
      <Sheet {...{ pen, hue: 1, w: 34, h: 22, face: 'back' }} x={140 + shift} y={18} turn={14} />
    </>
  );
}

/** Cards like petals around a ring: something given. */
export function bloom(pen: Pen): ReactNode {
  const petals = pen.oneOf(6, 8, 8);
  const centre = { x: pen.oneOf(160, 116, 204), y: 104 };
  const start = pen.between(0, 45);
  return (
    <>
      {times(petals, (petal) => (
        <g
          key={petal}
          transform={`rotate(${((360 / petals) * petal + start).toFixed(1)} ${centre.x} ${centre.y})`}
        >
          <Sheet
            {...{ pen, w: 34, h: 52 }}
            x={centre.x - 17}
            y={centre.y - 86}
            hue={petal}
            face={(['full', 'back', 'words', 'back'] as const)[petal % 4] ?? 'back'}
          />
        </g>
      ))}
      <Dot {...centre} r={27} colour={pen.sheet} />
      <Hoop {...centre} r={21} colour={pen.hue(0)} thick={9} />
      <Hoop x={centre.x > 160 ? 44 : 280} y={42} r={12} colour={pen.hue(1)} thick={5} />
      <Dot x={centre.x > 160 ? 60 : 262} y={166} r={7} colour={pen.ink} />
    </>
  );
}

/** Two sides, weighed. */
export function balance(pen: Pen): ReactNode {
  const tilt = pen.between(7, 12) * pen.oneOf(1, -1);
  const heavy = tilt > 0 ? 214 : 54;
  const light = tilt > 0 ? 60 : 210;
  return (
    <>
      <Hoop x={160} y={164} r={24} colour={pen.hue(1)} thick={10} />
      <Stroke d="M40 190H280" colour={pen.line} thick={3} />
      <g transform={`rotate(${tilt.toFixed(1)} 160 136)`}>
        <Stroke d="M30 134H290" colour={pen.ink} thick={5} />
        <Sheet {...{ pen, x: heavy, y: 96, w: 54, h: 34, hue: 0, face: 'full' }} />
        <Sheet {...{ pen, x: heavy - 6, y: 58, w: 58, h: 34, hue: 0 }} turn={pen.between(-4, 4)} />
        <Sheet
          {...{ pen, x: heavy + 4, y: 24, w: 46, h: 30, hue: 0, face: 'back' }}
          turn={pen.between(-9, 9)}
        />
        <Dot x={light + 14} y={113} r={17} colour={pen.hue(2)} />
        <Hoop x={light + 50} y={117} r={10} colour={pen.hue(2)} thick={5} />
      </g>
    </>
  );
}
