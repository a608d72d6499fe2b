import { addDays } from '#platform/language/local-day.ts';

export const transferStates = [
  'proposed',
  'sent',
  'clarification',
  'rejected',
  'revoked',
  'active_at_receiver',
  'confirmed_by_client',
  'closed_at_sender',
] as const;
export type TransferState = (typeof transferStates)[number];

/** CL-TRANSFER-REASON. */
export const transferReasons = [
  'client_moved',
  'cross_border_return',
  'other_specialisation',
  'conflict_of_interest',
  'safety_of_client',
  'safety_of_staff',
  'centre_closing',
  'language',
] as const;

/** Everything; everything but what was said; or as much as the next centre needs to reach and recognise the person. */
export const transferScopes = ['full', 'summary', 'minimum'] as const;
export type TransferScope = (typeof transferScopes)[number];

/** What the person may keep back. */
export const excludableParts = [
  'history',
  'legal_status',
  'delicate_categories',
  'disability',
  'id_documents',
  'emergency_contact',
  'file_note',
] as const;

export const rejectReasons = ['cannot_serve', 'no_capacity', 'not_safe_here', 'other_centre_fits'] as const;

/** Days after acceptance for which the packet can still be read, should something not have arrived. */
export const packetDays = 30;
/** A packet that nobody answers ends by itself. */
export const unansweredDays = 120;

/** While it travels or waits to: the file can go nowhere else. */
export const isOpen = (state: TransferState): boolean =>
  state === 'proposed' || state === 'sent' || state === 'clarification';

/** Has the packet been delivered and not been refused? */
export const hasArrived = (state: TransferState): boolean =>
  state === 'active_at_receiver' || state === 'confirmed_by_client' || state === 'closed_at_sender';

interface Sending {
  basis: 'consent' | 'override';
  proposedBy: string;
  /** Is the person's yes to sharing for a transfer in force today? */
  agreed: boolean;
  sender: { staffId: string; roles: readonly string[] };
}

/**
 * May it leave now? With the person's yes, anybody who serves them sends it; without, only a coordinator who is not the
 * one who wrote down why.
 */
export function sendingFault({ basis, proposedBy, agreed, sender }: Sending): string | undefined {
  if (basis === 'consent') return agreed ? undefined : 'transfer.consent-missing';
  return sender.roles.includes('coordinator') && sender.staffId !== proposedBy
    ? undefined
    : 'transfer.second-person';
}

/**
 * Until when the receiver owes an answer. Working days are those of the receiver's week, whose two last days are free.
 * @param weekStart 0 Sunday … 6 Saturday
 */
export function answerDue(
  sentAt: Date,
  today: string,
  given: { urgent: boolean; urgentHours: number; days: number; weekStart: number },
): Date {
  if (given.urgent) return new Date(sentAt.getTime() + given.urgentHours * 3_600_000);
  const free = new Set([(given.weekStart + 5) % 7, (given.weekStart + 6) % 7]);
  let day = today;
  for (let left = given.days; left > 0; ) {
    day = addDays(day, 1);
    if (!free.has(new Date(`${day}T12:00:00Z`).getUTCDay())) left -= 1;
  }
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  return new Date(sentAt.getTime() + days * 86_400_000);
}
