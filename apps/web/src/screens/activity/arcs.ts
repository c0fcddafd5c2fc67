/** Between two arcs, as a part of the whole round. */
const GAP = 0.012;
/** A step of one minute in two hours is seen all the same. */
const LEAST = 0.035;

export interface Arc {
  /** Where it begins, from 0 at the top to 1 at the top again. */
  from: number;
  length: number;
}

/** The steps around a circle, as long as their minutes; a step that names none takes what is usual among the others. */
export function arcsOf(steps: readonly { minutes?: number | undefined }[]): Arc[] {
  const told = steps.flatMap(({ minutes }) => minutes ?? []);
  const usual = told.length === 0 ? 1 : told.reduce((sum, each) => sum + each, 0) / told.length;
  const minutes = steps.map((step) => step.minutes ?? usual);
  const total = minutes.reduce((sum, each) => sum + each, 0);
  const wide = minutes.map((each) => Math.max(each / total, LEAST));
  // What the least ones take more, all give.
  const sum = wide.reduce((all, each) => all + each, 0);
  const gap = steps.length > 1 ? GAP : 0;
  let from = gap / 2;
  return wide.map((each) => {
    const share = each / sum;
    const arc = { from, length: share - gap };
    from += share;
    return arc;
  });
}
