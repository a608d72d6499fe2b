import { toAsciiDigits } from '#platform/language/digits.ts';

type Form = Record<string, unknown>;

const list = (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const whole = (value: unknown): unknown =>
  typeof value === 'string' ? Number(toAsciiDigits(value)) : (value ?? 0);

/** The form of a page as input of `guide.add` and `guide.edit`. */
export const guideOfForm = (form: Form): Form => ({
  ...form,
  stages: list(form['stages']),
  topics: list(form['topics']),
  place: whole(form['place']),
  riskClass: form['riskClass'] ?? 'normal',
  ...(form['version'] !== undefined && { version: Number(form['version']) }),
});

/**
 * The form of a translation as input of `guide.translate`. Each row says its own place, because a row without words
 * is not sent, and the others must not move up.
 */
export function translationOfForm(form: Form): Form {
  const sent = Array.isArray(form['blocks']) ? (form['blocks'] as Form[]) : [];
  const rows: { text: unknown; upToDate: boolean }[] = [];
  for (const row of sent) {
    const at = Number(row['at']);
    if (Number.isInteger(at) && at >= 0 && at < 400)
      rows[at] = { text: row['text'] ?? '', upToDate: row['upToDate'] === 'yes' };
  }
  return {
    title: form['title'],
    summary: form['summary'],
    version: Number(form['version']),
    textVersion: Number(form['textVersion']),
    blocks: Array.from(rows, (row) => row ?? { text: '', upToDate: false }),
  };
}
