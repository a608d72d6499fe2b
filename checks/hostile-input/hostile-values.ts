/** What somebody might send in a field. `poison` may never be kept; what is not poison is odd, and may be text. */
export interface HostileValue {
  what: string;
  value: unknown;
  poison: boolean;
}

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { inner: value };
  return value;
};

const prototype = JSON.parse(
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
) as unknown;

export const hostileValues: HostileValue[] = [
  { what: 'NUL', value: 'a\u0000b', poison: true },
  { what: 'a lone high surrogate', value: 'a\ud800b', poison: true },
  { what: 'a lone low surrogate', value: '\udc00', poison: true },
  { what: 'a bidi override', value: 'safe\u202egpj.exe', poison: true },
  { what: 'a bidi isolate', value: 'a\u2066b\u2069', poison: true },
  { what: 'an escape sequence', value: '\u001b[2J', poison: true },
  { what: 'a huge string', value: 'x'.repeat(2_000_000), poison: true },
  { what: 'a long string of many scripts', value: 'নাम岩'.repeat(40_000), poison: true },
  { what: 'deep nesting', value: nested(2_000), poison: true },
  { what: 'a long list', value: Array.from({ length: 50_000 }, () => 'x'), poison: true },
  { what: '__proto__', value: prototype, poison: true },
  { what: 'an object', value: { toString: 'x', valueOf: 'x' }, poison: true },
  { what: 'a list in a list', value: [[['x']]], poison: true },
  { what: 'null', value: null, poison: false },
  { what: 'a yes', value: true, poison: false },
  { what: 'an empty text', value: '', poison: false },
  { what: 'blanks', value: ' \u00a0\u200b\t ', poison: false },
  { what: 'not a number', value: Number.NaN, poison: false },
  { what: 'infinity', value: Number.POSITIVE_INFINITY, poison: false },
  { what: 'a number beyond 32 bits', value: 2 ** 31, poison: false },
  { what: 'a number beyond 53 bits', value: 1e300, poison: false },
  { what: 'a negative number', value: -1, poison: false },
  { what: 'half a number', value: 0.5, poison: false },
  { what: 'a number as text', value: '1', poison: false },
  { what: 'a day that there is not', value: '2026-02-30', poison: false },
  { what: 'a day before all days', value: '0000-01-01', poison: false },
  { what: 'a day after all days', value: '9999-12-31', poison: false },
  { what: 'an id of nobody', value: '00000000-0000-0000-0000-000000000000', poison: false },
  { what: 'a formula', value: '=HYPERLINK("http://a.example","x")', poison: false },
  { what: 'a command in a formula', value: "@SUM(1)*cmd|' /C calc'!A0", poison: false },
  { what: 'a script', value: '"><script>alert(1)</script>', poison: false },
  { what: 'an SQL statement', value: "'; drop table serai.client; --", poison: false },
  { what: 'a placeholder', value: '{{title}} $t(problem) %s ${1}', poison: false },
  { what: 'a path', value: '../../../../etc/passwd', poison: false },
  { what: 'letters that combine', value: `a${'\u0301'.repeat(100)}`, poison: false },
];

const unwelcome = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
const longestText = 20_000;
const longestList = 1_000;
const deepest = 12;

/** What of a parsed input should not have come through; undefined when it is clean. */
export function findPoison(value: unknown, depth = 0): string | undefined {
  if (depth > deepest) return 'too deep';
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) return 'half or no characters';
    if (unwelcome.test(value)) return 'control characters';
    return value.length > longestText ? 'too long' : undefined;
  }
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'no number';
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && value.length > longestList) return 'too many';
  if (Object.hasOwn(value, '__proto__') || 'isAdmin' in value) return 'a changed prototype';
  for (const [key, inner] of Object.entries(value)) {
    const found = findPoison(key, depth + 1) ?? findPoison(inner, depth + 1);
    if (found) return found;
  }
  return undefined;
}
