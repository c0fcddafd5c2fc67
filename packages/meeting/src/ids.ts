/** Branded ids: strings that cannot be mixed up. All are random, none is ordered in time. */
export type Id<Brand extends string> = string & { readonly __brand: Brand };

export type MeetingId = Id<'meeting'>;
/** Who somebody is in one meeting; drawn anew for every meeting, so it links to nothing outside. */
export type ParticipantId = Id<'participant'>;
export type PhaseId = Id<'phase'>;
export type CardId = Id<'card'>;
export type GroupId = Id<'group'>;
export type TaskId = Id<'task'>;
/** One browser tab's stream of numbered commands. */
export type ClientId = Id<'client'>;

const SHAPE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/** True for 1–40 letters, digits, `_`, `-`, never the name of a built-in property. */
export const isId = (value: string): boolean => SHAPE.test(value) && !(value in Object.prototype);
