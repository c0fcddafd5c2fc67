// What reads Markdown and draws nothing: a server may use it as well.
export { markdownText } from './markdownText.ts';
export { parseMarkdown, type Block, type Inline } from './parse.ts';
