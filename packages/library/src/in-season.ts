type Seasonal = {
  readonly season?: { readonly from: string; readonly to: string } | undefined;
};

/**
 * Whether the library shows the activity on that day, both ends included; what has no season always shows.
 *
 * @param day `MM-DD`, by the calendar of whoever looks
 */
export function inSeason({ season }: Seasonal, day: string): boolean {
  if (season === undefined) return true;
  const { from, to } = season;
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}
