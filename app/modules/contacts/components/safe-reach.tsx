import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';

export interface Reach {
  allowed: boolean;
  reasons: string[];
  cautions: string[];
  phones: { number: string; safeFrom?: string; safeTo?: string; safeWords?: string }[];
}

/** How this person may be reached on that day, as the safe-contact rules say. Numbers are not printed: paper is left lying. */
export function SafeReach({ reach }: { reach: Reach }) {
  const t = useText('contacts');
  if (!reach.allowed) {
    return (
      <div>
        <Badge tone="danger">{t('follow-up.not-allowed')}</Badge>{' '}
        {reach.reasons.map((reason) => t(`reach.${reason}`)).join(' ')}
      </div>
    );
  }
  return (
    <div>
      {reach.phones.length > 0 && (
        <ul className="safe-phones">
          {reach.phones.map((phone) => (
            <li key={phone.number}>
              <a href={`tel:${phone.number.replace(/[^\d+]/g, '')}`} className="list-nowrap">
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
      {reach.cautions.length > 0 && (
        <span className="field-hint">
          {reach.cautions.map((caution) => t(`caution.${caution}`)).join(' ')}
        </span>
      )}
    </div>
  );
}
