export { activityYaml } from './activity-yaml.ts';
export { checkActivity, type Checked } from './check-activity.ts';
export { activityJsonSchema } from './json-schema.ts';
export { LANGUAGES, type Language } from './languages.ts';
export { parseActivity, type Parsed } from './parse-activity.ts';
export { pathText, problemLine, type Finding, type Problem, type Slip } from './problem.ts';
export { CATEGORIES, promptTitlesOf, type Activity, type Category, type Step } from './schema.ts';
export { MAX_CHARACTERS } from './yaml-file.ts';
