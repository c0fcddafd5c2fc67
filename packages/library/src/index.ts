export { activityJsonSchema } from './json-schema.ts';
export { LANGUAGES, type Language } from './languages.ts';
export { parseActivity, type Parsed } from './parse-activity.ts';
export { problemLine, type Problem } from './problem.ts';
export { CATEGORIES, promptTitlesOf, type Activity, type Category, type Step } from './schema.ts';
