import { languageName } from '#platform/code-lists/client-languages.ts';
import { countryName } from '#platform/code-lists/countries.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import type { ClientIdentity } from '../client.ts';
import type { ClientSummary } from '../client-summary.server.ts';
import { joinWords } from '../join-words.ts';
import { useBirthText } from './person-line.tsx';

export interface FileFacts {
  destinations: readonly string[];
  purpose: string | null;
  categories: readonly string[];
  literacy: string | null;
  education: string | null;
  employment: string | null;
  sector: string | null;
  dependants: number | null;
  heardVia: string | null;
  staffSexPreference: string | null;
  retentionUntil: string | null;
  assignedTo: { id: string; name: string } | null | '';
}

interface PersonFactsProps {
  summary: ClientSummary;
  identity: ClientIdentity;
  facts: FileFacts;
  mayEdit: boolean;
}

/** What the file says of the person. */
export function PersonFacts({ summary, identity, facts, mayEdit }: PersonFactsProps) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const common = useText('common');
  const { language } = usePageTexts();
  const birth = useBirthText(true)(summary);
  const years = summary.age === undefined ? undefined : common('date.ageYears', { count: summary.age });
  const ageText =
    years && summary.birth?.precision !== 'exact' ? common('date.about', { value: years }) : years;
  const country = (code: string) =>
    code.length === 2 ? countryName(code, language) : codes(`noNationality.${code}`);
  const code = (list: string, value: string | null | undefined) => value && codes(`${list}.${value}`);
  const joined = (...parts: (string | null | undefined)[]) => joinWords(language, parts);
  return (
    <Card
      id="facts"
      title={t('view.facts')}
      aside={
        mayEdit && (
          <LinkButton size="small" icon="edit" to={`/staff/people/${summary.id}/edit`}>
            {t('view.edit')}
          </LinkButton>
        )
      }
    >
      <Facts
        facts={[
          {
            label: t('label.other-names'),
            value:
              summary.otherNames.length > 0 &&
              summary.otherNames.map((name) => (
                <div key={name}>
                  <Bdi>{name}</Bdi>
                </div>
              )),
          },
          { label: t('form.sex'), value: code('sex', summary.sex) },
          { label: t('label.gender'), value: code('gender', identity.gender) },
          {
            label: t('label.birth'),
            value: birth && joined(birth, ageText),
          },
          {
            label: t('label.languages'),
            value: joined(...summary.languages.map((spoken) => languageName(spoken, language))),
          },
          { label: t('label.literacy'), value: code('literacy', facts.literacy) },
          { label: t('form.nationality'), value: joined(...summary.nationalities.map(country)) },
          {
            label: t('form.origin'),
            value: joined(
              summary.originCountry && country(summary.originCountry),
              summary.originAdmin1,
              summary.originPlace,
            ),
          },
          { label: t('form.destination'), value: joined(...facts.destinations.map(country)) },
          { label: t('label.stage'), value: code('stage', summary.stage) },
          { label: t('label.purpose'), value: code('purpose', facts.purpose) },
          {
            label: t('label.currentPlace'),
            value: identity.currentPlace && <Bdi>{identity.currentPlace}</Bdi>,
          },
          { label: t('label.address'), value: identity.address && <div dir="auto">{identity.address}</div> },
          {
            label: t('label.categories'),
            value: joined(...facts.categories.map((each) => codes(`clientCategory.${each}`))),
          },
          { label: t('label.legalStatus'), value: code('legalStatus', identity.legalStatus) },
          { label: t('label.education'), value: code('education', facts.education) },
          {
            label: t('label.employment'),
            value: joined(code('employment', facts.employment), code('sector', facts.sector)),
          },
          { label: t('label.marital'), value: code('marital', identity.marital) },
          {
            label: t('label.dependants'),
            value:
              facts.dependants === null
                ? undefined
                : formatNumber(facts.dependants, interfaceLanguage(language)),
          },
          {
            label: t('label.disability'),
            value:
              identity.disability &&
              Object.entries(identity.disability).map(([question, level]) => (
                <div key={question}>
                  {codes(`disability.${question}`)}: {codes(`disabilityLevel.${level}`)}
                </div>
              )),
          },
          {
            label: t('label.idDocuments'),
            value: identity.idDocuments?.map((paper) => (
              <div key={paper.number}>
                {joined(
                  codes(`idType.${paper.type}`),
                  paper.number,
                  paper.issuer && country(paper.issuer),
                  paper.expires && formatDay(paper.expires, { language }, 'short'),
                )}
              </div>
            )),
          },
          {
            label: t('label.emergencyContact'),
            value: identity.emergencyContact && <Emergency person={identity.emergencyContact} />,
          },
          {
            label: t('label.staffSexPreference'),
            value: facts.staffSexPreference && t(`staff-sex.${facts.staffSexPreference}`),
          },
          { label: t('label.heardVia'), value: code('referredBy', facts.heardVia) },
          {
            label: t('label.note'),
            value: identity.note && (
              <div className="prose" dir="auto">
                {identity.note}
              </div>
            ),
          },
          { label: t('label.assigned-to'), value: facts.assignedTo && <Bdi>{facts.assignedTo.name}</Bdi> },
          {
            label: t('label.kept-until'),
            value: facts.retentionUntil && formatDay(facts.retentionUntil, { language }),
          },
        ]}
      />
    </Card>
  );
}

function Emergency({ person }: { person: NonNullable<ClientIdentity['emergencyContact']> }) {
  const t = useText('clients');
  return (
    <>
      <Bdi>{person.name}</Bdi> {person.relation && <>({person.relation})</>}{' '}
      {person.phone && (
        <div className="number">
          <Bdi ltr>{person.phone}</Bdi>
        </div>
      )}
      <div className="field-hint">{t(person.mayContact ? 'view.may-contact' : 'view.may-not-contact')}</div>
    </>
  );
}
