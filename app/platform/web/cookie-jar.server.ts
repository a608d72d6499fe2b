/** What a request may carry in cookies. Session tokens need TLS, or loopback without it. */
export interface CookieJar {
  sessionToken: string | undefined;
  /** The token of a session that this request began. */
  readonly newSession: string | undefined;
  get(name: PlainCookie): string | undefined;
  set(name: PlainCookie, value: string, maxAgeSeconds: number): void;
  /**
   * Keeps the session in the browser. @returns false where the connection is neither TLS nor loopback:
   * there a token would travel in clear, so none is set.
   */
  setSession(token: string, expires: Date): boolean;
  endSession(): void;
  /** Sessions that wait, locked, beside the one in use: on a shared computer only. */
  readonly waitingSessions: string[];
  /** Keeps these and no others. Nothing is kept where no session is. */
  keepWaiting(tokens: string[], maxAgeSeconds: number): void;
  /** `Set-Cookie` headers collected during the request. */
  readonly headers: string[];
}

/**
 * Cookies without personal data: the reading language, the marker of "leave this page", the browser's own secret for
 * sign-in limits, the short-lived ones to which a passkey's challenge and
 * the way to a provider are bound.
 */
export type PlainCookie =
  | 'serai-language'
  | 'serai-left'
  | 'serai-device'
  | 'serai-passkey'
  | 'serai-provider';

/** As many as may be open at one shared computer. */
const mostWaiting = 6;

const tokenShape = /^[A-Za-z0-9_-]{20,200}$/;

/**
 * Reads and collects cookies of one request. `url` is the public address of the request
 * (behind a proxy that ends TLS, the configured one).
 */
export function openCookieJar(cookieHeader: string | null, url: URL): CookieJar {
  const secure = url.protocol === 'https:';
  const trusted = secure || isLoopback(url.hostname);
  // The __Host- prefix keeps other hosts and plain connections from planting a session.
  const sessionName = secure ? '__Host-serai' : 'serai';
  const sent = parseCookies(cookieHeader ?? '');
  const waitingName = `${sessionName}-waiting`;
  const headers: string[] = [];
  const common = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const token = sent.get(sessionName);
  let newSession: string | undefined;
  return {
    sessionToken: trusted && token !== undefined && tokenShape.test(token) ? token : undefined,
    get newSession() {
      return newSession;
    },
    get: (name) => sent.get(name),
    set(name, value, maxAgeSeconds) {
      headers.push(`${name}=${encodeURIComponent(value)}; Max-Age=${maxAgeSeconds}; ${common}`);
    },
    setSession(value, expires) {
      if (!trusted) return false;
      newSession = value;
      headers.push(`${sessionName}=${value}; Expires=${expires.toUTCString()}; ${common}`);
      return true;
    },
    endSession() {
      headers.push(`${sessionName}=; Max-Age=0; ${common}`);
    },
    waitingSessions: trusted
      ? (sent.get(waitingName) ?? '')
          .split('.')
          .filter((waiting) => tokenShape.test(waiting))
          .slice(0, mostWaiting)
      : [],
    keepWaiting(tokens, maxAgeSeconds) {
      if (!trusted) return;
      const age = tokens.length > 0 ? maxAgeSeconds : 0;
      headers.push(`${waitingName}=${tokens.join('.')}; Max-Age=${age}; ${common}`);
    },
    headers,
  };
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.slice(0, 8192).split(';')) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    if (!cookies.has(name)) cookies.set(name, decode(value));
  }
  return cookies;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
