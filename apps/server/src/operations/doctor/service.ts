import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { CannotStart } from '../../cannot-start.ts';
import type { Db } from '../../database/database.ts';
import type { Settings } from '../../settings/list.ts';
import type { Family } from '../metrics/exposition.ts';
import { recordRun } from '../runs/runs.ts';
import type { Scope } from './check.ts';
import { checks } from './checks.ts';
import type { DoctorContext } from './context.ts';
import { examine } from './examine.ts';
import { doctorFamilies } from './families.ts';
import { latestReports } from './latest.ts';
import { whyNotStart } from './may-start.ts';
import { reportOf, type Report } from './report.ts';

/** How often a server looks at its machine, ms. What all servers share, a job looks at. */
const EVERY_MS = 3_600_000;
/** Longer than this, metrics do not wait for the database, ms. */
const PATIENCE_MS = 1_000;

/** The doctor of a server that runs. */
export interface Doctor {
  /** Looks at everything but from outside. Throws `CannotStart` when people or data would be lost. */
  readonly beforeTheStart: () => Promise<readonly Report[]>;
  /** Looks at these, and writes down what it finds. */
  readonly look: (scopes: readonly Scope[]) => Promise<readonly Report[]>;
  /** What is looked at for all servers. From outside it takes minutes: that goes on by itself, once at a time. */
  readonly lookForAll: () => Promise<void>;
  readonly families: () => Promise<Family[]>;
  readonly stop: () => void;
}

interface Parts {
  readonly name: string;
  readonly settings: Settings;
  readonly db: Db;
  readonly context: () => Promise<DoctorContext>;
  readonly log: Logger;
}

export function startDoctor({ name, settings, db, context, log }: Parts): Doctor {
  let known: readonly Report[] = [];

  const look = async (scopes: readonly Scope[]): Promise<readonly Report[]> => {
    const around = await context();
    const reports = await Promise.all(
      scopes.map(async (scope) => {
        const of = checks.filter((check) => check.scope === scope);
        return reportOf(await examine(around, of), { at: new Date(), scope, node: name });
      }),
    );
    for (const report of reports) {
      const succeeded = report.state !== 'failure';
      await recordRun(db, 'doctor', { succeeded, result: report });
    }
    return reports;
  };

  let isOutside = false;
  const notWritten = (error: unknown): void => {
    log.warn({ err: error }, 'the doctor could not write down what it found');
  };
  const timer = setInterval(() => {
    look(['machine']).catch(notWritten);
  }, EVERY_MS);

  const refresh = async (): Promise<void> => {
    try {
      const reports = await latestReports(db);
      known = reports.filter((report) => report.scope !== 'machine' || report.node === name);
    } catch (error) {
      log.debug({ err: error }, 'the doctor does not know what was found last');
    }
  };

  return {
    beforeTheStart: async () => {
      const reports = await look(['machine', 'shared']);
      const findings = reports.flatMap((report) => report.findings);
      const why = whyNotStart(findings, settings);
      if (why !== undefined) throw new CannotStart(why);
      for (const { check, place, severity, measured, threshold, repair } of findings) {
        if (severity !== 'failure') continue;
        log.warn({ check, place, measured, threshold, repair }, 'the doctor has found something');
      }
      return reports;
    },
    look,
    lookForAll: async () => {
      await look(['shared']);
      if (isOutside) return;
      isOutside = true;
      look(['outside'])
        .catch(notWritten)
        .finally(() => (isOutside = false));
    },
    families: async () => {
      // Figures are not worth waiting longer for the database.
      await Promise.race([refresh(), pause(PATIENCE_MS, undefined, { ref: false })]);
      return doctorFamilies(known);
    },
    stop: () => clearInterval(timer),
  };
}
