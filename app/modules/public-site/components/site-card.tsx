import type { PublicSite } from '#modules/centres/index.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { PublicHours } from './public-hours.tsx';

/** One place of the centre: when, how to call, how to come. */
export function PublicSiteCards({ site, onlyOne }: { site: PublicSite; onlyOne: boolean }) {
  const t = useText('public');
  const place = onlyOne ? '' : ` · ${site.name}`;
  return (
    <>
      <section className="card">
        <h2>
          {t('hours.title')}
          <bdi>{place}</bdi>
        </h2>
        <PublicHours hours={site.hours} />
      </section>
      <section className="card">
        <h2>
          {t('visit.title')}
          <bdi>{place}</bdi>
        </h2>
        <p className="address">
          <bdi>{site.address}</bdi>
        </p>
        {site.directions && (
          <p className="soft">
            <bdi>{site.directions}</bdi>
          </p>
        )}
        {site.phones.map((phone) => (
          <p className="phone" key={phone.number}>
            <span>{phone.label ?? t('visit.phone')}</span>
            <a href={phoneLink(phone.number)}>
              <bdi dir="ltr">{phone.number}</bdi>
            </a>
          </p>
        ))}
        {site.email && (
          <p className="phone">
            <span>{t('visit.email')}</span>
            <bdi dir="ltr">{site.email}</bdi>
          </p>
        )}
      </section>
    </>
  );
}

export function phoneLink(number: string): string {
  return `tel:${number.replace(/[^+\d]/g, '')}`;
}
