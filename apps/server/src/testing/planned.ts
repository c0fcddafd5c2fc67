/** What is asked for to plan a meeting of far away, once or, with `rhythm`, as a series. */
export const PLANNED = {
  activity: 'start-stop-continue',
  name: 'Sprint {n} retro',
  number: 1,
  first: '2099-01-01T10:00',
  zone: 'UTC',
  rhythm: null,
  until: null,
  pauses: [],
  guests: null,
  anonymous: null,
  without: [],
  options: {},
  facilitator: null,
  mail: false,
  endPrevious: false,
};

/** When a meeting that is planned so begins. */
export const PLANNED_AT = '2099-01-01T10:00:00.000Z';
