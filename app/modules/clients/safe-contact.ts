import { type ConsentInForce, isAgreed } from './consent.ts';

export const phoneOwners = ['own', 'shared', 'family', 'employer'] as const;
export type PhoneOwner = (typeof phoneOwners)[number] | 'unknown' | 'prefer_not_to_say';

export interface ClientPhone {
  /** As it was given. */
  number: string;
  /** For finding: digits with the calling code where it is known. */
  digits: string;
  owner: PhoneOwner;
  safeToCall: boolean;
  safeToMessage: boolean;
  /** `HH:MM` in the centre's time; both or neither. May pass midnight. */
  safeFrom?: string;
  safeTo?: string;
  /** 0 Sunday … 6 Saturday; every day when left out. */
  safeDays?: number[];
  /** What to say when someone else answers. */
  safeWords?: string;
  note?: string;
}

/** How a person can be reached without harm. Part of the sealed identity. */
export interface SafeContact {
  phones: ClientPhone[];
  messageApp?: { app: string; name?: string };
  email?: { address: string; safe: boolean };
  /** What anyone must know before reaching out at all. */
  contactWarning?: string;
}

export type ReachWay = 'phone' | 'message' | 'email' | 'visit';

/** Why not. */
export type ReachReason =
  | 'no-file-consent'
  | 'no-phone-consent'
  | 'no-message-consent'
  | 'no-phone'
  | 'no-safe-phone'
  | 'no-safe-email'
  | 'no-email'
  | 'outside-safe-hours';
/** What to mind although it is allowed. */
export type ReachCaution = 'shared-phone' | 'family-phone' | 'employer-phone' | 'safe-words' | 'warning';

export interface Reach {
  allowed: boolean;
  reasons: ReachReason[];
  cautions: ReachCaution[];
  /** The phones that may be used in this way at this moment. */
  phones: ClientPhone[];
}

/** A moment on the centre's wall. */
export interface WallTime {
  day: string;
  /** `HH:MM`; left out when any hour of the day is meant. */
  time?: string;
}

/**
 * May this person be reached in this way then? A yes needs both: the person agreed to the way, and their safe-contact
 * rules allow it. A visit is the person's own coming, so it needs only the file.
 */
export function mayReach(
  safe: SafeContact,
  consents: readonly ConsentInForce[],
  way: ReachWay,
  at: WallTime,
): Reach {
  const reasons: ReachReason[] = [];
  if (!isAgreed(consents, 'service_and_record', at.day)) reasons.push('no-file-consent');
  let phones: ClientPhone[] = [];
  if (way === 'phone' || way === 'message') {
    const purpose = way === 'phone' ? 'contact_by_phone' : 'contact_by_message';
    if (!isAgreed(consents, purpose, at.day))
      reasons.push(way === 'phone' ? 'no-phone-consent' : 'no-message-consent');
    const safePhones = safe.phones.filter((phone) =>
      way === 'phone' ? phone.safeToCall : phone.safeToMessage,
    );
    phones = safePhones.filter((phone) => isSafeHour(phone, at));
    if (safe.phones.length === 0) reasons.push('no-phone');
    else if (safePhones.length === 0) reasons.push('no-safe-phone');
    else if (phones.length === 0) reasons.push('outside-safe-hours');
  }
  if (way === 'email') {
    if (!isAgreed(consents, 'contact_by_message', at.day)) reasons.push('no-message-consent');
    if (!safe.email) reasons.push('no-email');
    else if (!safe.email.safe) reasons.push('no-safe-email');
  }
  const allowed = reasons.length === 0;
  // Where the answer is no there is no number: what stands on a screen gets called.
  return { allowed, reasons, cautions: cautionsOf(safe, phones), phones: allowed ? phones : [] };
}

/** Is the hour within what the person said? An hour that was not named is any hour. */
export function isSafeHour(
  phone: Pick<ClientPhone, 'safeFrom' | 'safeTo' | 'safeDays'>,
  at: WallTime,
): boolean {
  const weekday = new Date(`${at.day}T12:00:00Z`).getUTCDay();
  if (phone.safeDays && phone.safeDays.length > 0 && !phone.safeDays.includes(weekday)) return false;
  if (!at.time || !phone.safeFrom || !phone.safeTo || phone.safeFrom === phone.safeTo) return true;
  return phone.safeFrom < phone.safeTo
    ? at.time >= phone.safeFrom && at.time < phone.safeTo
    : at.time >= phone.safeFrom || at.time < phone.safeTo;
}

function cautionsOf(safe: SafeContact, phones: readonly ClientPhone[]): ReachCaution[] {
  const cautions = new Set<ReachCaution>();
  if (safe.contactWarning) cautions.add('warning');
  for (const phone of phones) {
    if (phone.owner === 'shared') cautions.add('shared-phone');
    if (phone.owner === 'family') cautions.add('family-phone');
    if (phone.owner === 'employer') cautions.add('employer-phone');
    if (phone.safeWords) cautions.add('safe-words');
  }
  return [...cautions];
}

/** What of safe contact is countable: is there any way of this kind that the person called safe? */
export function countableReach(safe: SafeContact) {
  return {
    contact_phone_ok: safe.phones.some((phone) => phone.safeToCall),
    contact_message_ok: safe.phones.some((phone) => phone.safeToMessage),
    contact_email_ok: safe.email?.safe === true,
  };
}
