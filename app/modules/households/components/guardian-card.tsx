import { Link } from 'react-router';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { endReasons, guardianRelations } from '../household.ts';
import type { HouseholdPage } from './household-page.ts';
import { PersonChoice } from './person-choice.tsx';

interface GuardianCardProps {
  page: HouseholdPage;
  refused: unknown;
  refusedEnd: unknown;
}

/** Who speaks for a child, and for whom this person speaks. */
export function GuardianCard({ page, refused, refusedEnd }: GuardianCardProps) {
  const t = useText('households');
  const said = page.guardianState;
  return (
    <Card id="guardian" title={t('guardian.title')}>
      {(said === 'missing' || said === 'lost' || said === 'of-age') && (
        <Notice tone="attention" title={t(`state.${said}`)} />
      )}
      <ul className="household-members">
        {page.guardians.map((guardian) => (
          <li key={guardian.id}>
            <span className="household-member">
              {guardian.person ? (
                <Link to={`/staff/people/${guardian.person.id}`}>
                  <Bdi>{guardian.person.name}</Bdi>
                </Link>
              ) : guardian.outside ? (
                <strong>
                  <Bdi>{guardian.outside.name}</Bdi>
                </strong>
              ) : (
                t('guardian.unseen')
              )}
              <span>{t(`guardianRelation.${guardian.relation}`)}</span>
              {guardian.outside?.phone && <Bdi ltr>{guardian.outside.phone}</Bdi>}
              <span>{t(guardian.assent ? 'guardian.assented' : 'guardian.not-assented')}</span>
              <span className="household-since">{t('guardian.by', { name: guardian.setBy })}</span>
            </span>
            {page.may.guardian && (
              <PageForm
                formKey={page.keys[guardian.id]}
                submitted={refusedEnd}
                action="?act=end"
                className="inline-form"
                within={guardian.id}
              >
                <input type="hidden" name="guardianshipId" value={guardian.id} />
                <Select
                  name="because"
                  label={t('guardian.because')}
                  options={endReasons.map((value) => ({ value, label: t(`because.${value}`) }))}
                />
                <SubmitButton tone="quiet" size="small">
                  {t('guardian.end')}
                </SubmitButton>
              </PageForm>
            )}
          </li>
        ))}
        {page.wards.map((ward) => (
          <li key={ward.id}>
            {t('guardian.wards')}{' '}
            <Link to={`/staff/people/${ward.id}`}>
              <Bdi>{ward.name}</Bdi>
            </Link>
          </li>
        ))}
      </ul>
      {page.minor && page.may.guardian && (
        <>
          <PersonChoice page={page} within="guardian" />
          <PageForm
            formKey={page.keys['guardian']}
            submitted={refused}
            action="?act=guardian"
            within="guardian"
          >
            {page.found.length > 0 && (
              <Select
                name="guardianId"
                label={t('guardian.person')}
                blank={t('common:answer.choose')}
                options={page.found}
              />
            )}
            <div className="row-fields">
              <TextField name="name" label={t('guardian.outside')} maxLength={120} dir="auto" />
              <TextField name="phone" label={t('guardian.phone')} type="tel" maxLength={40} dir="ltr" />
            </div>
            <Select
              name="relation"
              label={t('guardian.relation')}
              blank={t('common:answer.choose')}
              options={guardianRelations.map((value) => ({ value, label: t(`guardianRelation.${value}`) }))}
              required
            />
            <Checkbox name="assent" label={t('guardian.assent')} />
            <TextArea name="note" label={t('guardian.note')} maxLength={600} />
            <div className="form-actions">
              <SubmitButton>{t('guardian.save')}</SubmitButton>
            </div>
          </PageForm>
        </>
      )}
    </Card>
  );
}
