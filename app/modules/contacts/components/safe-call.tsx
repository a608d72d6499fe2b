import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Notice } from '#ui/notice.tsx';

interface SafeCallProps {
  reach: {
    allowed: boolean;
    reasons: string[];
    cautions: string[];
    warning?: string;
    phones: { number: string; safeFrom?: string; safeTo?: string; safeWords?: string }[];
    later: { safeFrom?: string; safeTo?: string }[];
  };
}

/** How this person may be called at this hour. A number stands here only while it may be called. */
export function SafeCall({ reach }: SafeCallProps) {
  const t = useText('contacts');
  const cautions = reach.cautions.filter((caution) => caution !== 'warning');
  return (
    <>
      {reach.warning && (
        <Notice tone="danger" title={t('campaign.warning')}>
          <p dir="auto">{reach.warning}</p>
        </Notice>
      )}
      {cautions.length > 0 && (
        <p>
          <strong>{cautions.map((caution) => t(`caution.${caution}`)).join(' ')}</strong>
        </p>
      )}
      {reach.allowed && (
        <ul className="safe-phones">
          {reach.phones.map((phone) => (
            <li key={phone.number}>
              <a href={`tel:${phone.number.replace(/[^\d+]/g, '')}`}>
                <Bdi ltr>{phone.number}</Bdi>
              </a>{' '}
              {phone.safeFrom && phone.safeTo && (
                <Badge tone="attention">
                  {t('follow-up.hours', { from: phone.safeFrom, to: phone.safeTo })}
                </Badge>
              )}{' '}
              {phone.safeWords && <em>{t('follow-up.safe-words', { words: phone.safeWords })}</em>}
            </li>
          ))}
        </ul>
      )}
      {!reach.allowed && (
        <Notice
          tone={reach.later.length > 0 ? 'attention' : 'danger'}
          title={t(reach.later.length > 0 ? 'campaign.not-now' : 'follow-up.not-allowed')}
        >
          <p>
            {reach.later.length > 0
              ? reach.later
                  .map(({ safeFrom, safeTo }) =>
                    safeFrom && safeTo ? t('follow-up.hours', { from: safeFrom, to: safeTo }) : '',
                  )
                  .join(' · ')
              : reach.reasons.map((reason) => t(`reach.${reason}`)).join(' ')}
          </p>
        </Notice>
      )}
    </>
  );
}
