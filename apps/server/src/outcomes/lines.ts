/** One line of a list; further lines are indented so that they stay in their item. */
export const item = (text: string, depth = 0): string => {
  const indent = '  '.repeat(depth);
  return `${indent}- ${text.replaceAll(/\n(?=.)/g, `\n${indent}  `)}`;
};
