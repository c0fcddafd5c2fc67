import { short, times, type Pen, type Point } from './pen.ts';

type SheetProps = {
  pen: Pen;
  x: number;
  y: number;
  w: number;
  h: number;
  /** Which of the activity's hues its edge or hatch has. */
  hue: number;
  turn?: number;
  face?: 'words' | 'back' | 'full';
};

const edge = 5;
const round = 6;

/** A card: words with an edge in its hue, its hatched back, or the whole hue. */
export function Sheet({ pen, x, y, w, h, hue, turn = 0, face = 'words' }: SheetProps) {
  const r = Math.min(round, w / 5, h / 5);
  const inner = `M${short(x + edge)} ${short(y)}H${short(x + w - r)}a${r} ${r} 0 0 1 ${r} ${r}V${short(y + h - r)}a${r} ${r} 0 0 1 ${-r} ${r}H${short(x + edge)}Z`;
  const rows = Math.max(1, Math.min(3, Math.floor((h - 12) / 11)));
  const box = { x: short(x), y: short(y), width: short(w), height: short(h), rx: r };
  return (
    <g
      transform={
        turn ? `rotate(${short(turn)} ${short(x + w / 2)} ${short(y + h / 2)})` : undefined
      }
    >
      <rect {...box} y={short(y + 3)} fill="var(--shadow-colour)" opacity={0.55} />
      <rect {...box} fill={face === 'back' ? pen.sheet : pen.hue(hue)} />
      {face === 'words' && <path d={inner} fill={pen.sheet} />}
      {face === 'words' && w > 30 && (
        <g stroke={pen.line} strokeWidth={3} strokeLinecap="round">
          {times(rows, (row) => (
            <path
              key={row}
              d={`M${short(x + edge + 9)} ${short(y + 12 + row * 10)}h${short((w - edge - 20) * (row === rows - 1 ? 0.55 : 1))}`}
            />
          ))}
        </g>
      )}
      {face === 'back' && (
        <rect {...box} fill={pen.hatch(hue)} stroke={pen.hue(hue)} strokeOpacity={0.5} />
      )}
    </g>
  );
}

type CircleProps = Point & { r: number; colour: string; thick?: number };

export function Dot({ x, y, r, colour }: CircleProps) {
  return <circle cx={short(x)} cy={short(y)} r={short(r)} fill={colour} />;
}

export function Hoop({ x, y, r, colour, thick = 3 }: CircleProps) {
  return (
    <circle
      cx={short(x)}
      cy={short(y)}
      r={short(r)}
      fill="none"
      stroke={colour}
      strokeWidth={short(thick)}
    />
  );
}

export function Stroke({
  d,
  colour,
  thick = 3,
  dashed,
}: {
  d: string;
  colour: string;
  thick?: number;
  dashed?: boolean;
}) {
  return (
    <path
      d={d}
      fill="none"
      stroke={colour}
      strokeWidth={thick}
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeDasharray={dashed ? '1 7' : undefined}
    />
  );
}
