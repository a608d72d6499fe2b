import { Link, useLoaderData } from 'react-router';
import { decisionAfter } from '#platform/code-lists/contact-lists.ts';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { attemptOutcomes } from '../campaign.ts';
import type { loader } from '../pages/campaign.page.tsx';
import { codeOptions } from './code-options.ts';
import { SafeCall } from './safe-call.tsx';

type Call = Awaited<ReturnType<typeof loader>>['calls'][number];

interface CallItemProps {
  call: Call;
  formKey: string;
  submitted: object | undefined;
  showsWho: boolean;
}

/** One call: first how the person may be reached without harm, then what was tried, then what came of it. */
export function CallItem({ call, formKey, submitted, showsWho }: CallItemProps) {
  const t = useText('contacts');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { timeZone } = useLoaderData<typeof loader>();
  const { talk, client } = call;
  return (
    <li className="item">
      <h2 className="item-head">
        <Link to={`/staff/people/${client.id}`}>
          <Bdi>{client.name}</Bdi>
        </Link>{' '}
        <span className="number">
          <Bdi ltr>{client.fileNo}</Bdi>
        </span>{' '}
        <Badge>{t(`campaign.round.${call.round}`)}</Badge>
      </h2>
      <SafeCall reach={call.reach} />
      <p className="field-hint">
        <Link to={`/staff/contacts/${talk.contactId}`}>
          {t('campaign.talk', { day: formatDay(talk.on, { language }), topic: codes(`topic.${talk.topic}`) })}
        </Link>{' '}
        {call.decisionThen && t('campaign.then', { decision: codes(`decisionAfter.${call.decisionThen}`) })}{' '}
        {t('campaign.until', { day: formatDay(call.closesOn, { language }) })}{' '}
        {showsWho && <Bdi>{call.assignedTo.name}</Bdi>}
      </p>
      {call.attempts.length > 0 && (
        <p className="field-hint">
          {t('campaign.tried')}{' '}
          {call.attempts
            .map(
              ({ at, outcome }) =>
                `${formatMoment(new Date(at), { language, timeZone })}: ${t(`campaign.outcome.${outcome}`)}`,
            )
            .join(' · ')}
        </p>
      )}
      <details className="fold" open={submitted !== undefined}>
        <summary>{t('campaign.write-down')}</summary>
        <div className="fold-body">
          <PageForm formKey={formKey} submitted={submitted} within={call.id}>
            <input type="hidden" name="callId" value={call.id} />
            <input type="hidden" name="version" value={call.version} />
            <RadioGroup
              name="outcome"
              legend={t('campaign.how')}
              options={attemptOutcomes.map((value) => ({ value, label: t(`campaign.outcome.${value}`) }))}
            />
            <Answers call={call} />
            <div className="form-actions">
              <SubmitButton>{t('campaign.save')}</SubmitButton>
            </div>
          </PageForm>
        </div>
      </details>
    </li>
  );
}

/** What somebody who was reached may tell; all of it is theirs to leave out. */
function Answers({ call }: { call: Call }) {
  const t = useText('contacts');
  const codes = useText('code-lists');
  const { languages } = useLoaderData<typeof loader>();
  return (
    <fieldset className="m-0 grid gap-4 border-0 p-0">
      <legend className="mb-1 p-0 font-semibold">{t('campaign.answers')}</legend>
      <p className="field-hint m-0">{t('campaign.answers-hint')}</p>
      <div className="field-row">
        <TextField name="minutes" label={t('form.minutes')} inputMode="numeric" width="short" />
        <Select name="language" label={t('form.language')} options={languages} defaultValue={call.language} />
      </div>
      <Select
        name="decision"
        label={t('campaign.decision')}
        blank={t('campaign.not-told')}
        options={codeOptions(codes, 'decisionAfter', decisionAfter.codes)}
        optional
      />
      <TextField
        name="likelihoodNow"
        label={t('campaign.likelihood')}
        hint={
          call.likelihoodBefore === null
            ? t('form.scale')
            : t('campaign.likelihood-then', { value: call.likelihoodBefore })
        }
        inputMode="numeric"
        width="short"
        optional
      />
      <RadioGroup
        name="knowsWhomToContact"
        legend={t('form.knows-contact')}
        options={[
          { value: 'yes', label: t('common:answer.yes') },
          { value: 'no', label: t('common:answer.no') },
        ]}
        optional
      />
    </fieldset>
  );
}
