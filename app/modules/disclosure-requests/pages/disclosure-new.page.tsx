import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { useActionData, useLoaderData } from 'react-router';
import { dayOfForm } from '#modules/staff/index.server.ts';
import { calendars } from '#platform/language/interface-languages.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import '../components/disclosure-requests.css';
import { askers, askingChannels, bases } from '../disclosure-request.ts';
import { recordDisclosureRequest } from '../operations/record-disclosure-request.server.ts';
import { prepareDisclosureRequest } from '../queries/prepare-disclosure-request.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const clientId = web.url.searchParams.get('client') ?? undefined;
  const { client } = await web.read(prepareDisclosureRequest, { clientId });
  return {
    client,
    key: formKey(),
    calendar: actor.centre.calendar,
    mayOpen: web.house.policy.mayEver(actor, 'client.view'),
    maySee: web.house.policy.mayEver(actor, 'disclosure-request.view'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const usual = calendars.find((name) => name === actor.centre.calendar) ?? 'gregory';
  const clientId = new URL(request.url).searchParams.get('client') ?? undefined;
  const submitted = await submitForm(web, request, recordDisclosureRequest, ({ input }) => ({
    clientId,
    asker: input['asker'],
    askedBy: input['askedBy'],
    basis: input['basis'],
    reference: input['reference'] || undefined,
    channel: input['channel'],
    receivedOn: dayOfForm(input['receivedOn'], 'receivedOn', usual),
    dueOn: dayOfForm(input['dueOn'], 'dueOn', usual),
    asked: input['asked'],
    about: input['about'] || undefined,
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  if (web.house.policy.mayEver(actor, 'disclosure-request.view'))
    throw redirect(`/staff/disclosure-requests/${submitted.result.disclosureRequestId}`);
  return submitted;
}

/** Writes down that somebody asks for a person's data. */
export default function DisclosureNewPage() {
  const t = useText('disclosure-requests');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const options = (list: readonly string[], key: string) =>
    list.map((value) => ({ value, label: t(`${key}.${value}`) }));
  const words = {
    day: t('common:date.day'),
    month: t('common:date.month'),
    year: t('common:date.year'),
    calendar: t('common:date.calendar'),
  };
  const dayCalendars = [{ value: page.calendar, label: t(`common:date.calendarName.${page.calendar}`) }];
  const { client } = page;
  const back =
    client && page.mayOpen
      ? { to: `/staff/people/${client.id}`, label: t('new.back') }
      : page.maySee
        ? { to: '/staff/disclosure-requests', label: t('list.title') }
        : undefined;
  return (
    <>
      <title>{t('new.title')}</title>
      <PageHeader
        title={t('new.title')}
        note={client ? <Bdi>{client.name ?? client.fileNo}</Bdi> : undefined}
        back={back}
      />
      <div className="disclosure">
        {submitted?.ok && <Notice tone="success" title={t('common:form.saved')} live />}
        <Notice tone="attention">{t('new.care')}</Notice>
        <Card id="who" title={t('new.who')}>
          <PageForm formKey={page.key} submitted={submitted}>
            <Select
              name="asker"
              label={t('new.asker')}
              blank={t('common:answer.choose')}
              options={options(askers, 'asker')}
            />
            <TextField
              name="askedBy"
              label={t('new.asked-by')}
              hint={t('new.asked-by-hint')}
              maxLength={200}
            />
            <RadioGroup
              name="basis"
              legend={t('new.basis')}
              hint={t('new.basis-hint')}
              options={options(bases, 'basis')}
              layout="rows"
            />
            <TextField
              name="reference"
              label={t('new.reference')}
              hint={t('new.reference-hint')}
              maxLength={200}
              optional
            />
            <RadioGroup
              name="channel"
              legend={t('new.channel')}
              options={options(askingChannels, 'channel')}
            />
            <DateField
              name="receivedOn"
              legend={t('new.received')}
              hint={t('new.received-hint')}
              words={words}
              calendars={dayCalendars}
              optional
            />
            <DateField name="dueOn" legend={t('new.due')} words={words} calendars={dayCalendars} optional />
            <TextArea name="asked" label={t('new.asked')} hint={t('new.asked-hint')} maxLength={2000} />
            {!client && (
              <TextField
                name="about"
                label={t('new.about')}
                hint={t('new.about-hint')}
                maxLength={300}
                optional
              />
            )}
            <div className="form-actions">
              <SubmitButton>{t('new.save')}</SubmitButton>
            </div>
          </PageForm>
        </Card>
      </div>
    </>
  );
}
