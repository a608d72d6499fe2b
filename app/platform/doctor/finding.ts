export type Level = 'ok' | 'attention' | 'danger';

/**
 * What one check saw. Texts: `cli:doctor.check.<check>` names the check, `cli:doctor.found.<check>.<code>` says what
 * is the case and, unless it is well, what to do.
 */
export interface Finding {
  check: string;
  level: Level;
  /** `ok` when nothing is to be done. */
  code: string;
  params?: Record<string, string>;
}

export const fine = (check: string, params?: Record<string, string>): Finding => ({
  check,
  level: 'ok',
  code: 'ok',
  ...(params && { params }),
});

export const attention = (check: string, code: string, params?: Record<string, string>): Finding => ({
  check,
  level: 'attention',
  code,
  ...(params && { params }),
});

export const danger = (check: string, code: string, params?: Record<string, string>): Finding => ({
  check,
  level: 'danger',
  code,
  ...(params && { params }),
});

/** One finding for a list of things that are not as they should be. */
export function dangerIfAny(check: string, code: string, names: readonly string[]): Finding {
  return names.length === 0 ? fine(check) : danger(check, code, { names: names.join(', ') });
}
