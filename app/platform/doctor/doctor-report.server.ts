import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const reportSchema = z.object({
  /** ISO instant at which the machine was looked at. */
  at: z.iso.datetime(),
  findings: z.array(
    z.object({
      check: z.string(),
      level: z.enum(['ok', 'attention', 'danger']),
      code: z.string(),
      params: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** The last examination. Written by the process that looks after the databases, read by the one that serves pages. */
export type DoctorReport = z.infer<typeof reportSchema>;

const reportIn = (dataDir: string) => join(dataDir, 'doctor.json');
const wishIn = (dataDir: string) => join(dataDir, 'doctor-wanted');

export async function writeReport(dataDir: string, report: DoctorReport): Promise<void> {
  const draft = `${reportIn(dataDir)}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  await handle.writeFile(JSON.stringify(reportSchema.parse(report)));
  await handle.close();
  await rename(draft, reportIn(dataDir));
}

/** Undefined when nobody has looked yet, or what is there cannot be read. */
export async function readReport(dataDir: string): Promise<DoctorReport | undefined> {
  try {
    return reportSchema.parse(JSON.parse(await readFile(reportIn(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Leaves a wish for a new look. The pages have no rights on the machine or as an administrator of the database, and get
 * none by this: they can ask for a look, not say at what.
 */
export const wishForReport = (dataDir: string): Promise<void> =>
  writeFile(wishIn(dataDir), '', { mode: 0o600 });

export const isReportWished = (dataDir: string): Promise<boolean> =>
  stat(wishIn(dataDir)).then(
    () => true,
    () => false,
  );

export const fulfilWish = (dataDir: string): Promise<void> => rm(wishIn(dataDir), { force: true });
