/** The longest task, in visible characters. */
export const LONGEST_TASK = 500;
export const LONGEST_COMMENT = 4_000;
export const LONGEST_DETAILS = 20_000;
