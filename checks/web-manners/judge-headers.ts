/** What an answer was for, as far as its headers depend on it. */
export interface Asked {
  /** Answers for staff, and whatever was refused, are kept by nobody. */
  mayBeKept: boolean;
  /** The one page of ours that our own pages may frame. */
  mayBeFramed?: boolean;
}

const everywhere: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** What an answer lacks to be safe in a browser, in words; nothing, where all is well. `body` is read for pages alone. */
export function judgeHeaders(status: number, headers: Headers, body: string, asked: Asked): string[] {
  const policy = readPolicy(headers.get('content-security-policy') ?? '');
  const scripts = policy.get('script-src') ?? policy.get('default-src') ?? ['*'];
  const styles = policy.get('style-src') ?? policy.get('default-src') ?? ['*'];
  const framers = asked.mayBeFramed ? "'self'" : "'none'";
  const faults = Object.entries(everywhere)
    .filter(([name, value]) => headers.get(name) !== value)
    .map(([name]) => name);
  if (!headers.has('permissions-policy')) faults.push('permissions-policy');
  if (policy.get('default-src')?.join(' ') !== "'none'") faults.push('default-src');
  if (policy.get('frame-ancestors')?.join(' ') !== framers) faults.push('frame-ancestors');
  if (policy.get('base-uri')?.join(' ') !== "'none'") faults.push('base-uri');
  if (!["'self'", "'none'"].includes(policy.get('form-action')?.join(' ') ?? '')) faults.push('form-action');
  if ([...policy.values()].flat().some(isForeign)) faults.push('a foreign source');
  if ([...scripts, ...styles].some((source) => /unsafe-(inline|eval|hashes)|^(data|blob):/.test(source)))
    faults.push('unsafe source');
  const kept = headers.get('cache-control') ?? '';
  if (kept === '' || (!asked.mayBeKept && kept !== 'no-store')) faults.push(`cache-control: ${kept}`);
  if (status < 400 && !headers.has('content-type') && body !== '') faults.push('content-type');
  if (headers.has('server') || headers.has('x-powered-by')) faults.push('says what it runs on');
  if (headers.get('content-type')?.startsWith('text/html')) faults.push(...judgePage(body, scripts));
  return faults;
}

/** Script of a page stands under the nonce of its policy or comes from here; none stands in an attribute. */
function judgePage(html: string, scripts: readonly string[]): string[] {
  const faults: string[] = [];
  for (const [, attributes = ''] of html.matchAll(/<script\b([^>]*)>/gi)) {
    const nonce = /\bnonce="([^"]+)"/.exec(attributes)?.[1];
    const isOwnFile = /\bsrc="\/[^/"]/.test(attributes) && scripts.includes("'self'");
    if (!isOwnFile && !(nonce !== undefined && scripts.includes(`'nonce-${nonce}'`)))
      faults.push('a script outside of the policy');
  }
  const tags = html
    .replaceAll(/<(script|style|textarea|title)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .matchAll(/<[a-z][^>]*>/gi);
  for (const [tag] of tags) {
    if (/\son[a-z]+\s*=\s*["']/i.test(tag) || /=\s*["']\s*javascript:/i.test(tag))
      faults.push('script in an attribute');
  }
  return faults;
}

function readPolicy(text: string): Map<string, string[]> {
  return new Map(
    text
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

const isForeign = (source: string): boolean =>
  /^\*|^https?:|^\/\/|^wss?:|^[a-z*][\w-]*\.[\w.*-]+/i.test(source);
