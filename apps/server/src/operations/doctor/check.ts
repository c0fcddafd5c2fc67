/** `unknown`: it could not be looked at from here, and `repair` says from where it can. */
export type Severity = 'ok' | 'warning' | 'failure' | 'unknown';

/** What the doctor has found at one place. No word of anybody and no secret is in it. */
export interface Finding {
  /** Of which check, such as `file-descriptors`; stays the same from release to release. */
  readonly check: string;
  /** Where, if a check looks at several places: a file, a certificate's name, a setting. */
  readonly place?: string;
  readonly severity: Severity;
  /** What was found, with its unit, such as `1,024 files`. */
  readonly measured: string;
  /** What it should be, such as `at least 6,400 files (2 × the peak of the last week)`. */
  readonly threshold: string;
  /** The exact command or line that mends it; empty when all is well. */
  readonly repair: string;
  /** With this, people or data would be lost: a server that others can reach does not start. */
  readonly stopsPublic: boolean;
  /** The figures of `measured` and `threshold`, for screens that word them in another language. */
  readonly data?: Readonly<Record<string, number | string>>;
}

export type Scope = 'machine' | 'shared' | 'outside';

/**
 * One thing that can be wrong. `docs/doctor.md` has a section under its id.
 * @template Context what it needs to look: settings, the database, the latest peak
 */
export interface Check<Context> {
  readonly id: string;
  /** One line for people. */
  readonly means: string;
  /**
   * `machine`: every server looks for itself, as each may answer otherwise. `shared`: one looks for all.
   * `outside`: so does one, and asks others over the network, which takes its time: not while a server starts.
   */
  readonly scope: Scope;
  /** Rejects only for a defect: what cannot be looked at is a finding of severity `unknown`. */
  readonly run: (context: Context) => Promise<readonly Finding[]>;
}
