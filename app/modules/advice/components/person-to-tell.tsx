import { Link } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { adviceOutcomes } from '../advice.ts';
import type { outdatedAdvice } from '../queries/outdated-advice.query.server.ts';

type Answer = NonNullable<Awaited<ReturnType<(typeof outdatedAdvice)['run']>>>['answer'];
type Person = Answer['people'][number] & { spoken: string[] };

interface PersonToTellProps {
  person: Person;
  formKey: string;
  submitted: RefusedForm | undefined;
}

/** One person who was told an old rule: how to reach them comes first, then what is new, then how it went. */
export function PersonToTell({ person, formKey, submitted }: PersonToTellProps) {
  const t = useText('advice');
  const { language } = usePageTexts();
  const ways = ['in_person', ...person.ways];
  return (
    <li className="item">
      <p className="item-head">
        <Link to={`/staff/people/${person.client.id}`}>
          <Bdi>{person.client.name}</Bdi>
        </Link>{' '}
        <span className="number">
          <Bdi ltr>{person.client.fileNo}</Bdi>
        </span>{' '}
        <span className="field-hint">
          {t('given', { day: formatDay(person.givenOn, { language }) })}
          {person.spoken.length > 0 && (
            <>
              {' · '}
              {t('speaks')}: {person.spoken.join(', ')}
            </>
          )}
        </span>
      </p>
      {person.warning && (
        <Notice tone="danger">
          <p dir="auto">{person.warning}</p>
        </Notice>
      )}
      {person.ways.length === 0 ? (
        <Notice tone="attention">{t('no-way')}</Notice>
      ) : (
        <p className="toolbar">
          {t('ways')}
          {person.ways.map((way) => (
            <Badge key={way}>{t(`way.${way}`)}</Badge>
          ))}
          {person.cautions.map((caution) => (
            <Badge key={caution} tone="attention">
              {t(`caution.${caution}`)}
            </Badge>
          ))}
        </p>
      )}
      {person.phones.map((phone) => (
        <p key={phone.number}>
          <Bdi ltr>{phone.number}</Bdi>{' '}
          {phone.safeFrom && phone.safeTo && (
            <Bdi ltr>{t('hours', { from: phone.safeFrom, to: phone.safeTo })}</Bdi>
          )}{' '}
          {phone.safeWords && t('say', { words: phone.safeWords })}
        </p>
      ))}
      <p className="field-hint">{t('changed')}</p>
      <ul>
        {person.changes.map((change) => (
          <li key={`${change.kind} ${change.text}`}>
            <bdi>{change.text || t('page-changed')}</bdi>
            {change.value && <> · {t('now', { value: `${change.value} ${change.unit ?? ''}`.trim() })}</>}
          </li>
        ))}
      </ul>
      <PageForm labels={{}} formKey={formKey} submitted={submitted}>
        <input type="hidden" name="adviceId" value={person.adviceId} />
        <div className="field-row">
          <Select
            name="outcome"
            label={t('outcome')}
            options={adviceOutcomes.map((code) => ({ value: code, label: t(code) }))}
          />
          <Select
            name="way"
            label={t('how')}
            options={ways.map((code) => ({ value: code, label: t(`way.${code}`) }))}
          />
        </div>
        <div className="form-actions">
          <SubmitButton>{t('settle')}</SubmitButton>
          <LinkButton to={`/staff/contacts/${person.contactId}`}>{t('to-contact')}</LinkButton>
          <LinkButton to={`/staff/contacts/new?client=${person.client.id}`}>{t('record')}</LinkButton>
        </div>
      </PageForm>
    </li>
  );
}
