/** Figures of a run, for whoever reads along. */
export const tell = (line: string): unknown => process.stdout.write(`${line}\n`);
