import { useText } from '#platform/web/page-texts.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';

export interface ProofNoticeProps {
  tone: 'well' | 'red';
  /** When the last proof was made; null when there never was one. */
  at: string | null;
  /** Up to when everything was there. */
  until: string | null;
  /** The newest trial failed: where, and what to do. */
  failed: string | null;
  /** Leads to the page of the copies. */
  link?: boolean;
}

/** When the copies were last seen to come back. */
export function ProofNotice({ tone, at, until, failed, link }: ProofNoticeProps) {
  const t = useText('backups');
  const title = at === null ? t('proof.never') : t(tone === 'red' ? 'proof.old' : 'proof.well', { at });
  return (
    <Notice tone={tone === 'red' || failed !== null ? 'danger' : 'success'} title={title}>
      {at === null && <p>{t('proof.neverNext')}</p>}
      {until !== null && <p>{t('proof.until', { at: until })}</p>}
      {failed !== null && <p>{failed}</p>}
      {link === true && (
        <p>
          <LinkButton to="/staff/centre/backups">{t('proof.more')}</LinkButton>
        </p>
      )}
    </Notice>
  );
}
