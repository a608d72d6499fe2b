import type { Finding } from './finding.ts';

interface DoctorTexts {
  check: Record<string, string>;
  found: Record<string, Record<string, string>>;
}

/**
 * What stands between the doctor and being believed: a bad finding that no planted fault has brought about, a check that
 * can find nothing bad, a finding without words.
 * @param seen `check.code` of each planted fault
 */
export function listUnseen(
  texts: DoctorTexts,
  findings: readonly Finding[],
  seen: readonly string[],
): string[] {
  const said = Object.entries(texts.found).flatMap(([check, codes]) =>
    Object.keys(codes)
      .filter((code) => code !== 'ok')
      .map((code) => `${check}.${code}`),
  );
  const wordless = findings.filter(
    ({ check, code }) => texts.check[check] === undefined || texts.found[check]?.[code] === undefined,
  );
  const checks = new Set([...findings.map(({ check }) => check), ...Object.keys(texts.check)]);
  return [
    ...wordless.map(({ check }) => `${check} has no words`),
    ...[...checks]
      .filter((check) => !seen.some((name) => name.startsWith(`${check}.`)) && !texts.found[check])
      .map((check) => `${check} was never seen`),
    ...said.filter((name) => !seen.includes(name)).map((name) => `${name} was never seen`),
    ...seen.filter((name) => !said.includes(name)).map((name) => `${name} has no words`),
  ].sort();
}
