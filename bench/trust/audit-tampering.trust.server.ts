import { type AuditRecord, exportLines, makeRecord } from '../../checks/audit-tamper/audit-lines.ts';
import { tamperKinds, tamperRecord } from '../../checks/audit-tamper/tamper-record.ts';
import {
  createVerifier,
  type VerifierFinding,
  type VerifierOptions,
} from '../../checks/verify-audit-standalone.mjs';
import { createLot } from './lot.ts';
import type { TrustCheck, TrustOutcome, TrustRun } from './trust-check.ts';

/** Records bent in every way that somebody with the tables, and without the keys, can bend them. */
export const check: TrustCheck = {
  name: 'audit-tampering',
  promise:
    'whatever is done to the record of who looked, the verifier that needs no product code names the place',
  unit: 'tamperings',
  counts: { fast: 6_000, night: 60_000, small: 240 },
  faults: ['verifier-without-key', 'heads-kept-nowhere', 'finding-without-place'],
  run: async (run) => tryTampering(run),
};

/** So many cases share one genuine record; then another is made. */
const casesOfOne = 120;

function tryTampering(run: TrustRun): TrustOutcome {
  const lot = createLot(run.seed);
  const faults: string[] = [];
  const found = new Map<string, number>();
  let done = 0;
  for (let whole = makeRecord(lot.next, sizeBy(lot.below(4))); done < run.count; ) {
    if (done % casesOfOne === 0) {
      whole = makeRecord(lot.next, sizeBy(lot.below(4)));
      // One that nobody touched must hold, or every finding would be worth nothing.
      const noise = findingsOf(whole, whole, run.fault);
      if (noise.length > 0) faults.push(`a record that nobody touched: ${JSON.stringify(noise[0])}`);
    }
    const kind = tamperKinds[done % tamperKinds.length] ?? 'altered-field';
    const { record, place } = tamperRecord(whole, kind, lot.next);
    done += 1;
    const named = findingsOf(record, whole, run.fault).some(
      ({ centreId, seq }) => centreId === place.centreId && seq === place.seq,
    );
    if (named) found.set(kind, (found.get(kind) ?? 0) + 1);
    else faults.push(`${kind} of chain ${place.centreId} at ${place.seq}: not named`);
    if (done % 5_000 === 0) run.tell(`${done} of ${run.count}`);
  }
  return {
    done,
    wrong: faults.length,
    faults: faults.slice(0, 20),
    figures: { 'kinds found': `${found.size} of ${tamperKinds.length}` },
  };
}

const sizeBy = (draw: number) =>
  [
    { centres: 2, events: 12 },
    { centres: 3, events: 24 },
    { centres: 2, events: 60 },
    { centres: 5, events: 9 },
  ][draw] as { centres: number; events: number };

/** What an auditor holds who kept the heads, the public key and the chain's key; less of it where a fault is planted. */
function findingsOf(
  record: AuditRecord,
  { key, publicKey, kept }: AuditRecord,
  fault?: string,
): VerifierFinding[] {
  const holds: VerifierOptions = { key, publicKey, heads: kept };
  if (fault === 'verifier-without-key') delete holds.key;
  if (fault === 'heads-kept-nowhere') delete holds.heads;
  const verifier = createVerifier(holds);
  for (const line of exportLines(record)) verifier.add(line);
  const { findings } = verifier.finish();
  return fault === 'finding-without-place' ? findings.map(({ kind }) => ({ kind })) : findings;
}
