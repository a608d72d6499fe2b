import type { PublicSite } from '#modules/centres/index.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { PublicHours } from './public-hours.tsx';

/** One place of the centre: how to come, how to call, when. */
export function SiteCard({ site, onlyOne }: { site: PublicSite; onlyOne: boolean }) {
  const t = useText('public');
  return (
    <section className="card">
      <h2>{onlyOne ? t('visit.title') : <bdi>{site.name}</bdi>}</h2>
      {site.address && (
        <p className="address">
          <bdi>{site.address}</bdi>
        </p>
      )}
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
          <a href={`mailto:${site.email}`}>
            <bdi dir="ltr">{site.email}</bdi>
          </a>
        </p>
      )}
      <h3>{t('hours.title')}</h3>
      <PublicHours hours={site.hours} />
    </section>
  );
}

export function phoneLink(number: string): string {
  return `tel:${number.replace(/[^+\d]/g, '')}`;
}
