import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { LONGEST_DRAIN } from '../apps/server/src/operations/upgrade/drain-rate.ts';
import { rendered } from './testing/rendered.ts';

const given = { publicUrl: 'https://rondo.example.org' };

const Metadata = z.object({ name: z.string().min(1), labels: z.record(z.string(), z.string()) });
const Labels = z.record(z.string(), z.string());
const Probe = z.strictObject({
  httpGet: z.strictObject({ path: z.enum(['/ready', '/health']), port: z.literal('http') }),
  periodSeconds: z.int().positive(),
  timeoutSeconds: z.int().positive(),
  failureThreshold: z.int().positive(),
});
const Container = z.strictObject({
  name: z.string(),
  image: z.string().regex(/^\S+:\d+\.\d+\.\d+$/),
  imagePullPolicy: z.enum(['Always', 'IfNotPresent', 'Never']),
  ports: z.array(z.strictObject({ name: z.string(), containerPort: z.int() })),
  env: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  envFrom: z.array(z.strictObject({ secretRef: z.strictObject({ name: z.string() }) })),
  startupProbe: Probe,
  readinessProbe: Probe,
  livenessProbe: Probe,
  lifecycle: z.strictObject({
    preStop: z.strictObject({ sleep: z.strictObject({ seconds: z.int() }) }),
  }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  resources: z.strictObject({ requests: Labels, limits: Labels }),
  volumeMounts: z.array(z.strictObject({ name: z.string(), mountPath: z.string() })),
});
const Deployment = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata: Metadata,
  spec: z.strictObject({
    replicas: z.int().optional(),
    strategy: z.object({ type: z.literal('RollingUpdate') }),
    selector: z.strictObject({ matchLabels: Labels }),
    template: z.strictObject({
      metadata: z.strictObject({ labels: Labels, annotations: Labels }),
      spec: z.strictObject({
        terminationGracePeriodSeconds: z.int(),
        automountServiceAccountToken: z.literal(false),
        securityContext: z.object({ runAsNonRoot: z.literal(true) }),
        topologySpreadConstraints: z.array(
          z.object({ labelSelector: z.object({ matchLabels: Labels }) }),
        ),
        containers: z.tuple([Container]),
        volumes: z.array(z.object({ name: z.string(), emptyDir: z.object({}) })),
        nodeSelector: Labels,
        tolerations: z.array(z.unknown()),
      }),
    }),
  }),
});
const Service = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: Metadata,
  spec: z.strictObject({
    selector: Labels,
    ports: z.array(z.strictObject({ name: z.string(), port: z.int(), targetPort: z.string() })),
  }),
});
const Budget = z.strictObject({
  apiVersion: z.literal('policy/v1'),
  kind: z.literal('PodDisruptionBudget'),
  metadata: Metadata,
  spec: z.strictObject({
    maxUnavailable: z.literal(1),
    selector: z.object({ matchLabels: Labels }),
  }),
});
const Autoscaler = z.strictObject({
  apiVersion: z.literal('autoscaling/v2'),
  kind: z.literal('HorizontalPodAutoscaler'),
  metadata: Metadata,
  spec: z.strictObject({
    scaleTargetRef: z.strictObject({ apiVersion: z.string(), kind: z.string(), name: z.string() }),
    minReplicas: z.int(),
    maxReplicas: z.int(),
    metrics: z.array(z.object({ type: z.enum(['Pods', 'Resource']) })),
    behavior: z.object({ scaleDown: z.object({ stabilizationWindowSeconds: z.int() }) }),
  }),
});
const Rule = z.object({ host: z.literal('rondo.example.org') });
const Ingress = z.strictObject({
  apiVersion: z.literal('networking.k8s.io/v1'),
  kind: z.literal('Ingress'),
  metadata: Metadata.extend({ annotations: Labels }),
  spec: z.strictObject({
    ingressClassName: z.string().optional(),
    tls: z.array(z.strictObject({ hosts: z.array(z.string()), secretName: z.string() })).optional(),
    rules: z.array(
      Rule.extend({ http: z.object({ paths: z.array(z.object({ path: z.string() })) }) }),
    ),
  }),
});

const deployment = (set: Record<string, unknown> = {}) =>
  Deployment.parse(rendered({ ...given, ...set }).get('deployment.yaml')).spec;

describe('the chart', () => {
  it('makes objects as Kubernetes describes them, which find one another', () => {
    const made = rendered(given);
    const { selector, template } = Deployment.parse(made.get('deployment.yaml')).spec;
    expect(template.metadata.labels).toEqual(selector.matchLabels);
    const service = Service.parse(made.get('service.yaml'));
    expect(service.spec.selector).toEqual(selector.matchLabels);
    const [container] = template.spec.containers;
    expect(container.ports.map(({ name }) => name)).toContain(service.spec.ports[0]?.targetPort);
    const budget = Budget.parse(made.get('disruption-budget.yaml'));
    expect(budget.spec.selector.matchLabels).toEqual(selector.matchLabels);
    expect(Autoscaler.parse(made.get('autoscaling.yaml')).spec.scaleTargetRef).toMatchObject({
      kind: 'Deployment',
      name: Deployment.parse(made.get('deployment.yaml')).metadata.name,
    });
    Ingress.parse(made.get('ingress.yaml'));
    expect(made.size).toBe(5);
    const mounted = container.volumeMounts.map(({ name }) => name);
    expect(template.spec.volumes.map(({ name }) => name)).toEqual(mounted);
  });

  it('gives a pod the time that its people need to move', () => {
    const grace = (set: Record<string, unknown>) =>
      deployment(set).template.spec.terminationGracePeriodSeconds;
    expect(grace({ 'drain.pause': 10 })).toBe(10 + LONGEST_DRAIN + 40);
    expect(grace({ 'drain.pause': 20 })).toBe(20 + LONGEST_DRAIN + 40);
  });

  it('stops sending people before it stops, and never restarts for a database that is away', () => {
    const [{ lifecycle, readinessProbe, livenessProbe }] = deployment().template.spec.containers;
    const noticed = readinessProbe.periodSeconds * readinessProbe.failureThreshold;
    expect(lifecycle.preStop.sleep.seconds).toBeGreaterThan(noticed);
    expect(readinessProbe.httpGet.path).toBe('/ready');
    expect(livenessProbe.httpGet.path).toBe('/health');
  });

  it('leaves the number of pods to whoever decides it', () => {
    expect(deployment().replicas).toBeUndefined();
    const fixed = { 'autoscaling.enabled': false, replicas: 3 };
    expect(deployment(fixed).replicas).toBe(3);
    expect(rendered({ ...given, ...fixed }).get('autoscaling.yaml')).toBeNull();
  });

  it('passes settings on, and asks for the address', () => {
    const [{ env }] = deployment({ settings: { RONDO_SIGN_UP: 'invited' } }).template.spec
      .containers;
    expect(env).toContainEqual({ name: 'RONDO_SIGN_UP', value: 'invited' });
    expect(env).toContainEqual({ name: 'RONDO_PUBLIC_URL', value: given.publicUrl });
    expect(() => rendered({})).toThrow('publicUrl is needed');
  });
});
