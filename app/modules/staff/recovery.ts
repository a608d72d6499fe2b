import type { StaffRole } from '#platform/actor.ts';

/** What the rules of vouching need of a colleague. */
export interface PossibleVoucher {
  id: string;
  centreId: string;
  emailMac: Buffer;
  roles: readonly StaffRole[];
  status: string;
  /** Last day of the account, `YYYY-MM-DD`. */
  expiresOn: string | null;
}

/**
 * May this colleague stand by bringing somebody's access back? Permanent staff of the same centre, whatever they do
 * there, or whoever administers the network; never volunteers, and never a second account of the same person.
 */
export function mayVouch(
  voucher: PossibleVoucher,
  recovered: Pick<PossibleVoucher, 'id' | 'centreId' | 'emailMac'>,
): boolean {
  if (voucher.id === recovered.id || voucher.emailMac.equals(recovered.emailMac)) return false;
  if (voucher.status !== 'active' || voucher.expiresOn !== null || voucher.roles.includes('volunteer'))
    return false;
  return voucher.centreId === recovered.centreId || voucher.roles.includes('network_administrator');
}

interface RecoveryLink {
  recovers: boolean;
  /** Where nobody could vouch: when the wait is over. */
  opensAt: Date | null;
  /** How the account of whoever vouched stands now. */
  voucherStatus: string | null;
}

/** Does the link still wait, for a colleague or for the hour? Any link that the sheet did not make waits for nothing. */
export function stillWaits({ recovers, opensAt, voucherStatus }: RecoveryLink, now: Date): boolean {
  if (!recovers) return false;
  return opensAt ? opensAt > now : voucherStatus !== 'active';
}
