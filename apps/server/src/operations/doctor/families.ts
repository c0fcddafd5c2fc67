import type { Family } from '../metrics/exposition.ts';
import { GRADES, worst } from './examine.ts';
import type { Report } from './report.ts';

/** The latest examinations as metrics: of this server, and of what all of them share. */
export function doctorFamilies(reports: readonly Report[]): Family[] {
  const findings = reports.flatMap((report) => report.findings);
  const ids = [...new Set(findings.map(({ check }) => check))].toSorted();
  const seen = (id: string) =>
    findings.filter(({ check, severity }) => check === id && severity !== 'unknown');
  return [
    {
      name: 'rondo_doctor_check',
      type: 'gauge',
      help: 'What the doctor last found: 0 well, 1 worth mending, 2 to be mended. What could not be looked at is left out.',
      samples: ids
        .filter((id) => seen(id).length > 0)
        .map((id) => ({ labels: { check: id }, value: GRADES[worst(seen(id))] })),
    },
    {
      name: 'rondo_doctor_time_seconds',
      type: 'gauge',
      help: 'When the doctor last looked, since 1970.',
      samples: reports.map(({ scope, at }) => ({ labels: { scope }, value: Date.parse(at) / 1e3 })),
    },
  ];
}
