import { Link } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { householdRelations } from '../household.ts';
import type { HouseholdMember, ShownHousehold } from '../queries/household-of.query.server.ts';
import type { HouseholdPage } from './household-page.ts';
import { PersonChoice } from './person-choice.tsx';

interface HouseholdCardProps {
  household: ShownHousehold;
  page: HouseholdPage;
  refused: (act: string) => unknown;
}

/** One household: who belongs to it, and what can be changed. */
export function HouseholdCard({ household, page, refused }: HouseholdCardProps) {
  const t = useText('households');
  const { language } = usePageTexts();
  const open = household.closedOn === undefined;
  const here = household.members.filter((member) => member.untilOn === undefined);
  const together = here.flatMap(({ person }) => (person ? [person.id] : []));
  const relations = householdRelations.map((value) => ({ value, label: t(`relation.${value}`) }));
  return (
    <Card id={`household-${household.id}`} title={t('members')}>
      {household.closedOn && <p>{t('closed', { day: formatDay(household.closedOn, { language }) })}</p>}
      <ul className="household-members">
        {household.members.map((member) => (
          <li key={member.memberId}>
            <MemberLine member={member} />
            {open && member.untilOn === undefined && page.may.link && member.person && (
              <PageForm
                formKey={page.keys[member.memberId]}
                submitted={refused('remove')}
                action="?act=remove"
                className="inline-form"
              >
                <input type="hidden" name="memberId" value={member.memberId} />
                <SubmitButton tone="quiet" size="small">
                  {t('remove')}
                </SubmitButton>
              </PageForm>
            )}
          </li>
        ))}
      </ul>
      {open && together.length > 1 && (
        <p>
          <LinkButton
            size="small"
            icon="contacts"
            to={`/staff/contacts/new?${new URLSearchParams(together.map((id) => ['client', id]))}`}
          >
            {t('together')}
          </LinkButton>
        </p>
      )}
      {open && page.may.link && (
        <>
          <PersonChoice page={page} within={household.id} />
          {page.found.length > 0 && (
            <PageForm
              formKey={page.keys[`add/${household.id}`]}
              submitted={refused('add')}
              action="?act=add"
              within={household.id}
            >
              <input type="hidden" name="householdId" value={household.id} />
              <Select
                name="clientId"
                label={t('choose')}
                blank={t('common:answer.choose')}
                options={page.found}
                required
              />
              <Select
                name="relation"
                label={t('relation-to-head')}
                blank={t('common:answer.choose')}
                options={relations}
                required
              />
              <div className="form-actions">
                <SubmitButton>{t('add')}</SubmitButton>
              </div>
            </PageForm>
          )}
        </>
      )}
      {open && page.may.close && (
        <PageForm
          formKey={page.keys[`close/${household.id}`]}
          submitted={refused('close')}
          action="?act=close"
          className="inline-form"
        >
          <input type="hidden" name="householdId" value={household.id} />
          <SubmitButton tone="quiet" size="small">
            {t('close')}
          </SubmitButton>
        </PageForm>
      )}
    </Card>
  );
}

/** A name only where the reader may view that file. */
function MemberLine({ member }: { member: HouseholdMember }) {
  const t = useText('households');
  const { language } = usePageTexts();
  const day = (iso: string) => formatDay(iso, { language }, 'short');
  return (
    <span className="household-member">
      {member.person && !member.self ? (
        <Link to={`/staff/people/${member.person.id}`}>
          <Bdi>{member.person.name}</Bdi>
        </Link>
      ) : member.self ? (
        <strong>{member.person ? <Bdi>{member.person.name}</Bdi> : t('self')}</strong>
      ) : (
        t('someone')
      )}
      <span>{t(`relation.${member.relation}`)}</span>
      <span className="household-since">
        {member.untilOn
          ? t('period', { from: day(member.fromOn), until: day(member.untilOn) })
          : t('since', { day: day(member.fromOn) })}
      </span>
    </span>
  );
}
