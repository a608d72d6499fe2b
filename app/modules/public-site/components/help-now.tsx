import { useText } from '#platform/web/page-texts.ts';
import { phoneLink } from './site-card.tsx';
import { SiteIcon } from './site-icon.tsx';

/** For someone in danger: first what to do, then our number, before anything to read. */
export function HelpNow({ phone }: { phone?: string }) {
  const t = useText('site');
  return (
    <div className="mark" data-tone="danger">
      <h2>{t('help.danger')}</h2>
      <p>{t('help.dangerText')}</p>
      {phone && (
        <p className="actions">
          <a className="action" href={phoneLink(phone)}>
            <SiteIcon name="call" />
            <span>
              {t('help.callUs')} <bdi dir="ltr">{phone}</bdi>
            </span>
          </a>
        </p>
      )}
      <p>{t('help.callText')}</p>
    </div>
  );
}
