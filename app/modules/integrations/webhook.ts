/** What a notice can tell of: acts on records, by the name they have in the audit. Nothing that was only read. */
export const webhookEvents = [
  'client.register',
  'client.update',
  'consent.withdraw',
  'contact.record',
  'contact.correct',
  'contact.void',
  'follow-up.plan',
  'follow-up.close',
  'fact.change',
  'guide.publish',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Sent to try an address; subscribed to by nobody. */
export const tryEvent = 'webhook.try';

/** What is sealed with a webhook. */
export interface WebhookSecret {
  url: string;
  /** 32 random bytes in base64url: the receiver checks the signature with it. */
  secret: string;
}

/** Minutes until the next try after the first, second … one that did not arrive. */
const pauses = [1, 5, 30, 120, 360, 1440] as const;
export const mostAttempts = pauses.length + 1;
/** Notices in a row that never arrived, after which the address is given up. */
export const mostFailures = 20;
/** How long a settled notice is kept to be looked at. */
export const keptDays = 30;

/** When to try again, or undefined when it is given up. @param attempts made so far, this one included */
export function nextTry(attempts: number, now: Date): Date | undefined {
  const pause = pauses[attempts - 1];
  return pause === undefined ? undefined : new Date(now.getTime() + pause * 60_000);
}

/** The body of a notice: that something happened to a record, by its random id. Never a name, a value or a reason. */
export function noticeBody(notice: {
  id: string;
  event: string;
  subjectId: string | null;
  at: Date;
}): string {
  const { id, event, subjectId, at } = notice;
  return JSON.stringify({ id, event, subject: subjectId, at: at.toISOString() });
}

const ports = new Set(['', '8443']);

/**
 * What is wrong with an address that was typed, as a code of the texts; undefined when it may be kept. Where it leads is
 * checked again at every sending, because a name can be pointed elsewhere later.
 */
export function addressTrouble(typed: string, ownHost?: string): string | undefined {
  if (!URL.canParse(typed)) return 'not-an-address';
  const url = new URL(typed);
  if (url.protocol !== 'https:') return 'https-only';
  if (url.username || url.password || url.hash) return 'no-secrets-in-address';
  if (!ports.has(url.port)) return 'port-not-allowed';
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  const isNumber = host.startsWith('[') || /^[\d.]+$/.test(host);
  const inside = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|arpa|onion)$/.test(host);
  if (isNumber || inside || !host.includes('.') || host === ownHost?.toLowerCase()) return 'inside-address';
  return undefined;
}
