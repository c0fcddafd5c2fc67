import { Document, isPair, isScalar, visit } from 'yaml';
import type { Activity } from './schema.ts';

/** So that an editor helps whoever puts the file among the built-in ones. */
const SCHEMA = ' yaml-language-server: $schema=../activity.schema.json';

/** Wider than this, a list or mapping takes several lines; characters. */
const ONE_LINE = 80;

/**
 * An activity in the format of the files in `activities/`: reading it gives the same activity again. Its id becomes
 * what its name spells, which is the name of the file too.
 */
export function activityYaml({ flow, ...head }: Activity): { file: string; text: string } {
  const id = slugOf(head.name);
  const document = new Document({ ...head, id, flow: flow.map(withoutNothing) });
  document.commentBefore = SCHEMA;
  visit(document, {
    Collection: (_key, node) => {
      if (node === document.contents) return;
      const isFlat = node.items.every((item) => isScalar(isPair(item) ? item.value : item));
      node.flow = isFlat && JSON.stringify(node.toJSON()).length < ONE_LINE;
    },
  });
  return { file: `${id}.yaml`, text: document.toString({ lineWidth: 100 }) };
}

/** A step that needs no settings names none. */
function withoutNothing({ settings, ...step }: Activity['flow'][number]) {
  return Object.keys(settings).length === 0 ? step : { ...step, settings };
}

function slugOf(name: Activity['name']): string {
  const slug = (typeof name === 'string' ? name : name.en)
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/gu, '');
  return slug === '' ? 'activity' : slug;
}
