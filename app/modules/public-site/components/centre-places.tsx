import type { PublicSite } from '#modules/centres/index.tsx';
import { directionOf } from '#platform/language/interface-languages.ts';
import { usePageTexts } from '#platform/web/page-texts.ts';
import { PublicHours } from './public-hours.tsx';
import { phoneLink } from './site-card.tsx';

/** Our own places inside a page, in few lines. */
export function CentrePlaces({ places }: { places: readonly PublicSite[] }) {
  const { language } = usePageTexts();
  return (
    <div className="places" lang={language} dir={directionOf(language)}>
      {places.map((place) => (
        <section key={place.name} className="card">
          <b>
            <bdi>{place.name}</bdi>
          </b>
          {place.address && (
            <p className="address">
              <bdi>{place.address}</bdi>
            </p>
          )}
          {place.phones.map(({ number }) => (
            <p key={number}>
              <a href={phoneLink(number)}>
                <bdi dir="ltr">{number}</bdi>
              </a>
            </p>
          ))}
          <PublicHours hours={place.hours} />
        </section>
      ))}
    </div>
  );
}
