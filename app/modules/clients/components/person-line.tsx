import { countryName } from '#platform/code-lists/countries.ts';
import { fromIsoDay, readingCalendar } from '#platform/language/calendar.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { joinWords } from '../join-words.ts';
import type { ClientSummary } from '../client-summary.server.ts';

/** Born when, as far as known, in the reader's own digits and calendar. @param bare where a label already says "born" */
export function useBirthText(bare = false): (person: Pick<ClientSummary, 'birth' | 'ageBand'>) => string {
  const common = useText('common');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  return ({ birth, ageBand }) => {
    if (!birth) return ageBand === 'unknown' ? '' : codes(`ageBand.${ageBand}`);
    if (birth.isoDate && birth.precision === 'exact') return formatDay(birth.isoDate, { language }, 'short');
    const year = birthYearText(birth.year, language);
    const born = bare ? year : common('date.bornIn', { year });
    return birth.precision === 'estimated' ? common('date.about', { value: born }) : born;
  };
}

/** A Gregorian year as the year of the reader's calendar that shares most of its days, in the reader's digits. */
function birthYearText(year: number, language: string): string {
  const own = fromIsoDay(`${String(year).padStart(4, '0')}-07-01`, readingCalendar(language)).year;
  return formatNumber(own, interfaceLanguage(language), { useGrouping: false });
}

/** Who it is, in one line under the name. */
export function PersonLine({ person }: { person: ClientSummary }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const birth = useBirthText()(person);
  const parts = [
    codes(`sex.${person.sex}`),
    birth,
    joinWords(
      language,
      person.nationalities.map((code) =>
        code.length === 2 ? countryName(code, language) : codes(`noNationality.${code}`),
      ),
    ),
    person.originAdmin1,
    person.phoneEnds.length > 0
      ? t('found.phone-ends', { ends: person.phoneEnds.map((end) => `…${end}`).join(' ') })
      : '',
  ];
  return (
    <span className="person-line">
      {parts.filter(Boolean).map((part, index) => (
        <span key={index}>
          <Bdi>{part}</Bdi>
        </span>
      ))}
    </span>
  );
}

export function PersonBadges({ person }: { person: Pick<ClientSummary, 'restricted' | 'minor'> }) {
  const t = useText('clients');
  return (
    <>
      {person.restricted && <Badge tone="danger">{t('restricted.badge')}</Badge>}
      {person.minor && <Badge tone="attention">{t('minor.badge')}</Badge>}
    </>
  );
}
