import type { ReactNode } from 'react';
import { countryName } from '#platform/code-lists/countries.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { joinWords } from '../join-words.ts';
import type { ClientSummary } from '../client-summary.server.ts';
import { PersonBadges, useBirthText } from './person-line.tsx';

/** One person as a card to hold beside another. */
export function PersonCompared({
  person,
  isSelf = false,
  children,
}: {
  person: ClientSummary;
  isSelf?: boolean;
  children?: ReactNode;
}) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const birth = useBirthText(true)(person);
  const country = (code: string) =>
    code.length === 2 ? countryName(code, language) : codes(`noNationality.${code}`);
  return (
    <article className="card compared-card" data-tone={isSelf ? 'sand' : undefined}>
      <h3>
        <Bdi>{person.name}</Bdi> <PersonBadges person={person} />
      </h3>
      {children}
      <Facts
        facts={[
          { label: t('label.file-no'), value: <Bdi ltr>{person.fileNo}</Bdi> },
          {
            label: t('label.other-names'),
            value:
              person.otherNames.length > 0 &&
              person.otherNames.map((name) => (
                <div key={name}>
                  <Bdi>{name}</Bdi>
                </div>
              )),
          },
          { label: t('form.sex'), value: codes(`sex.${person.sex}`) },
          { label: t('label.birth'), value: birth },
          { label: t('form.nationality'), value: joinWords(language, person.nationalities.map(country)) },
          {
            label: t('form.origin'),
            value: joinWords(language, [
              person.originCountry && country(person.originCountry),
              person.originAdmin1,
              person.originPlace,
            ]),
          },
          {
            label: t('label.phone-ends'),
            value: person.phoneEnds.length > 0 && (
              <Bdi ltr>{person.phoneEnds.map((end) => `…${end}`).join('  ')}</Bdi>
            ),
          },
          { label: t('label.registered-on'), value: formatDay(person.registeredOn, { language }) },
          {
            label: t('label.last-contact'),
            value: person.lastContactOn
              ? formatDay(person.lastContactOn, { language })
              : t('found.no-contact'),
          },
        ]}
      />
      {!isSelf && (
        <LinkButton size="small" to={`/staff/people/${person.id}`}>
          {t('found.open')}
        </LinkButton>
      )}
    </article>
  );
}
