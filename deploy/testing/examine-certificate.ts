import type { DoctorContext } from '../../apps/server/src/operations/doctor/context.ts';
// What the doctor says of a certificate, by the clock that this process is given:
// `faketime -f +70d node examine-certificate.ts https://localhost:8443`; prints the findings.
import { certificate } from '../../apps/server/src/operations/doctor/outside/certificate.ts';

const context = { settings: { publicUrl: process.argv[2] }, now: Date.now };
// This check looks at nothing else.
const findings = await certificate.run(context as unknown as DoctorContext);
process.stdout.write(JSON.stringify(findings));
