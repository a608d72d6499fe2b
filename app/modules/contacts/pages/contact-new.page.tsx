import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  data,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { findClients } from '#modules/clients/index.server.ts';
import { discardDraft, openDraft, noSubject } from '#modules/drafts/index.server.ts';
import { DraftKeeper } from '#modules/drafts/index.tsx';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { type Web, webContext } from '#platform/web/web-context.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { fieldLabels } from '../components/field-labels.ts';
import { AddPerson } from '../components/add-person.tsx';
import { ConversationFields } from '../components/conversation-fields.tsx';
import { FollowUpFields } from '../components/follow-up-fields.tsx';
import { VisitorFields } from '../components/visitor-fields.tsx';
import { WhoPanel } from '../components/who-panel.tsx';
import { contactInput } from '../contact-form.ts';
import { guideChoices } from '../guide-choices.server.ts';
import { formChoices } from '../form-choices.server.ts';
import { recordContact } from '../operations/record-contact.server.ts';
import { prepareContact } from '../queries/prepare-contact.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const prepared = await web.read(prepareContact, {
    clientIds: asked.getAll('client'),
    ...(asked.get('arrival') && { arrivalId: asked.get('arrival') ?? undefined }),
  });
  const who =
    prepared.clients.length > 0
      ? ('client' as const)
      : asked.get('who') === 'head_count'
        ? ('head_count' as const)
        : ('anonymous' as const);
  const subjectId = prepared.clients[0]?.id ?? noSubject;
  const draft = await web.read(openDraft, { form: 'contact', subjectId });
  return {
    ...prepared,
    who,
    subjectId,
    key: formKey(),
    mayAdd: web.house.policy.mayEver(actor, 'client.find'),
    search: await lookForCompany(web, asked.get('with')),
    draftSavedAt: draft.savedAt,
    guides: (await guideChoices(web.house, web.language)).map(({ id, title, slug }) => ({
      value: id,
      label: title,
      words: slug,
    })),
    kept: asked.get('draft') === 'continue' ? draft.fields : undefined,
    ...formChoices(actor, web.language),
  };
}

/** Whom else the conversation was with: looked for only when asked. */
async function lookForCompany(web: Web, text: string | null) {
  if (!text) return undefined;
  const { found } = await web.read(findClients, { text: text.slice(0, 200), limit: 8 });
  return { text, found: found.map(({ id, name, fileNo }) => ({ id, name, fileNo })) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const today = (await web.read(prepareContact, {})).today;
  const submitted = await submitForm(web, request, recordContact, (form) => contactInput(form.input, today));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  const subjectId = new URL(request.url).searchParams.get('client') ?? noSubject;
  await web.execute(discardDraft, { form: 'contact', subjectId });
  throw redirect(`/staff/contacts/${submitted.result.contactId}?recorded`);
}

export default function ContactNewPage() {
  const t = useText('contacts');
  // The form's key changes with every answer of the server: spread into fields it would make them anew, emptied.
  const { key, ...page } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t(`new.title.${page.who}`)} note={t(`new.note.${page.who}`)} />
      <WhoPanel clients={page.clients} arrival={page.arrival} who={page.who}>
        {page.mayAdd && (
          <AddPerson
            clientIds={page.clients.map(({ id }) => id)}
            arrivalId={page.arrival?.id}
            search={page.search}
          />
        )}
      </WhoPanel>
      <PageForm labels={fieldLabels(t)} formKey={key} submitted={submitted} values={page.kept}>
        <DraftKeeper
          form="contact"
          subjectId={page.subjectId}
          savedAt={page.draftSavedAt}
          isContinued={page.kept !== undefined}
        />
        <input type="hidden" name="who" value={page.who} />
        {page.clients.map((client) => (
          <input key={client.id} type="hidden" name="clientIds" value={client.id} />
        ))}
        {page.arrival && <input type="hidden" name="arrivalId" value={page.arrival.id} />}
        {page.clients.some((client) => !client.recordAllowed) && (
          <Notice tone="danger" title={t('new.consent-withdrawn.title')}>
            <p>{t('new.consent-withdrawn.text')}</p>
            <LinkButton to="/staff/contacts/new?who=anonymous">{t('new.instead-anonymous')}</LinkButton>
          </Notice>
        )}
        {page.who !== 'client' && (
          <VisitorFields countries={page.countries} isHeadCount={page.who === 'head_count'} />
        )}
        <ConversationFields {...page} values={page.defaults} />
        {page.who === 'client' && <FollowUpFields calendars={page.calendars} />}
        <div className="form-actions">
          <SubmitButton hint>{t('new.record')}</SubmitButton>
          <LinkButton to={page.clients[0] ? `/staff/people/${page.clients[0].id}` : '/staff'}>
            {t('common:action.cancel')}
          </LinkButton>
        </div>
      </PageForm>
    </>
  );
}
