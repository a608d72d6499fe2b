import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { dayOfForm } from '#modules/staff/index.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { calendars } from '#platform/language/interface-languages.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { DateField } from '#ui/date-field.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import '../components/own-data.css';
import { RequestReceipt } from '../components/request-receipt.tsx';
import { RequestState } from '../components/request-state.tsx';
import { recordRequest } from '../operations/record-request.server.ts';
import { prepareRequest } from '../queries/prepare-request.query.server.ts';
import { dueDay, erasureCauses, identityChecks, requestChannels, requestKinds } from '../request.ts';
import { requestDays } from '../request-days.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(prepareRequest, { clientId: params['clientId'] ?? '' });
  return {
    ...seen,
    key: formKey(),
    calendar: actor.centre.calendar,
    timeZone: actor.centre.timeZone,
    days: requestDays(actor),
    mayOpen: web.house.policy.mayEver(actor, 'client.view'),
    maySee: web.house.policy.mayEver(actor, 'request.view'),
    address: `${web.url.host}/${web.language}/my-request`,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const usual = calendars.find((name) => name === actor.centre.calendar) ?? 'gregory';
  const today = { receivedOn: undefined as string | undefined, kind: '' };
  const submitted = await submitForm(web, request, recordRequest, ({ input }) => {
    today.receivedOn = dayOfForm(input['receivedOn'], 'receivedOn', usual);
    today.kind = typeof input['kind'] === 'string' ? input['kind'] : '';
    return {
      clientId: params['clientId'] ?? '',
      kind: input['kind'],
      ...(input['kind'] === 'erasure' && { cause: input['cause'] || undefined }),
      channel: input['channel'],
      identityBy: input['identityBy'],
      receivedOn: today.receivedOn,
      words: input['words'],
    };
  });
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  return { ...submitted, ...today };
}

/** Writes down what a person asks about their own data, and gives them a receipt. */
export default function RequestNewPage() {
  const t = useText('erasures');
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const done = submitted?.ok === true ? submitted : undefined;
  const day = (iso: string) => formatDay(iso, { language, timeZone: page.timeZone });
  const options = (list: readonly string[], key: string) =>
    list.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <>
      <title>{t('new.title')}</title>
      <PageHeader
        title={t('new.title')}
        // The paper that is printed from here names nobody.
        note={done ? undefined : <Bdi>{page.name ?? page.fileNo}</Bdi>}
        back={page.mayOpen ? { to: `/staff/people/${page.clientId}`, label: t('new.back') } : undefined}
      />
      <div className="own-data">
        {done ? (
          <RequestReceipt
            words={done.result.words}
            digits={done.result.digits}
            kind={done.kind}
            due={day(dueDay(done.receivedOn ?? page.today, page.days))}
            address={page.address}
          />
        ) : (
          <Card id="ask" title={t('new.ask')}>
            <PageForm formKey={page.key} submitted={submitted}>
              <RadioGroup
                name="kind"
                legend={t('new.kind')}
                options={options(requestKinds, 'kind-long')}
                layout="rows"
              />
              <Select
                name="cause"
                label={t('new.cause')}
                hint={t('new.cause-hint')}
                blank={t('common:answer.choose')}
                options={options(erasureCauses, 'cause')}
                optional
              />
              <RadioGroup
                name="channel"
                legend={t('new.channel')}
                options={options(requestChannels, 'channel')}
              />
              <RadioGroup
                name="identityBy"
                legend={t('new.identity')}
                hint={t('new.identity-hint')}
                options={options(identityChecks, 'identity')}
                layout="rows"
              />
              <DateField
                name="receivedOn"
                legend={t('new.received')}
                hint={t('new.received-hint')}
                words={{
                  day: t('common:date.day'),
                  month: t('common:date.month'),
                  year: t('common:date.year'),
                  calendar: t('common:date.calendar'),
                }}
                calendars={[{ value: page.calendar, label: t(`common:date.calendarName.${page.calendar}`) }]}
                optional
              />
              <TextArea
                name="words"
                label={t('new.words')}
                hint={t('new.words-hint')}
                maxLength={2000}
                optional
              />
              <div className="form-actions">
                <SubmitButton>{t('new.save')}</SubmitButton>
              </div>
            </PageForm>
          </Card>
        )}
        {!done && page.before.length > 0 && (
          <Card id="before" title={t('new.before')}>
            <ul className="own-data-list">
              {page.before.map((row) => (
                <li key={row.id}>
                  {page.maySee ? (
                    <Link to={`/staff/requests/${row.id}`}>{t(`kind.${row.kind}`)}</Link>
                  ) : (
                    t(`kind.${row.kind}`)
                  )}{' '}
                  <span>{day(row.receivedOn)}</span> <RequestState state={row.state} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}
