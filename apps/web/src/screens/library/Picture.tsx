import { compositions, Illustration, type Hue } from '@rondo/design';
import type { Drawing } from '@rondo/library/drawings';

// The library names what it can choose from; whoever adds a drawing to one of the lists adds it to both.
compositions satisfies readonly Drawing[];

interface Props {
  activity: {
    id: string;
    hues: readonly string[];
    drawing?: string | undefined;
  };
}

/** An activity's illustration: the same wherever it is shown. */
export function Picture({ activity: { id, hues, drawing } }: Props) {
  const composition = compositions.find((each) => each === drawing);
  // The library checks that these are hues of the design.
  return <Illustration seed={id} hues={hues as Hue[]} composition={composition} />;
}
