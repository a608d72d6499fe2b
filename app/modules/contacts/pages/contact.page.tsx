import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  data,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { countryName } from '#platform/code-lists/countries.ts';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { AdviceCard } from '../components/advice-card.tsx';
import { RevisionList } from '../components/revision-list.tsx';
import { guideChoices, suggestGuides } from '../guide-choices.server.ts';
import { relationsToContact } from '../lock-contact.server.ts';
import { linkGuides } from '../operations/link-guides.server.ts';
import { unlinkGuide } from '../operations/unlink-guide.server.ts';
import { viewContact } from '../queries/view-contact.query.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const seen = await web.read(viewContact, { contactId: params['contactId'] ?? '' });
  const mayChange =
    web.house.policy.decide(actor, 'contact.correct', [
      'centre',
      ...relationsToContact(actor, seen.contact),
    ]) !== undefined;
  const linked = seen.advice.map(({ pageId }) => pageId);
  return {
    ...seen,
    mayChange,
    mayDecide: web.house.policy.decide(actor, 'decision.list', ['centre']) !== undefined,
    mayLink:
      seen.contact.voided_at === null &&
      web.house.policy.decide(actor, 'contact.link-guides', [
        'centre',
        ...relationsToContact(actor, seen.contact),
      ]) !== undefined,
    suggested: await suggestGuides(web.house, web.language, seen.contact, linked),
    guides: (await guideChoices(web.house, web.language)).filter(({ id }) => !linked.includes(id)),
    linkKey: formKey(),
    timeZone: actor.centre.timeZone,
  };
}

/** Links pages, or takes one back; both are one tap. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const contactId = params['contactId'];
  const asked = await request.clone().formData();
  const submitted = asked.has('guideId')
    ? await submitForm(web, request, unlinkGuide, ({ input }) => ({ ...input, contactId }))
    : await submitForm(web, request, linkGuides, ({ input }) => ({
        contactId,
        guideIds: [input['guideIds'] ?? []].flat(),
      }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect(`/staff/contacts/${contactId}#advice`);
}

export default function ContactPage() {
  const t = useText('contacts');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const [asked] = useSearchParams();
  const page = useLoaderData<typeof loader>();
  const { contact, clients, note, names, revisions, mayChange, timeZone } = page;
  const main = clients[0];
  const voided = contact.voided_at !== null;
  const yes = (value: boolean) => (value ? t('common:answer.yes') : undefined);
  return (
    <>
      <PageHeader
        title={t('view.title', { day: formatDay(contact.occurred_on, { language }) })}
        note={contact.topics.map((code) => codes(`topic.${code}`)).join(' · ')}
        back={
          main
            ? { to: `/staff/people/${main.id}`, label: t('view.back-to-person') }
            : { to: '/staff/contacts', label: t('list.title') }
        }
      >
        {page.mayDecide && <LinkButton to="decision">{t('decisions:link')}</LinkButton>}
        {mayChange && !voided && (
          <>
            <LinkButton icon="edit" to="correct">
              {t('view.correct')}
            </LinkButton>
            <LinkButton to="void">{t('view.void')}</LinkButton>
          </>
        )}
      </PageHeader>
      {asked.has('recorded') && (
        <Notice tone="success" title={t('view.recorded')} live>
          <p className="toolbar">
            {main && (
              <LinkButton size="small" to={`/staff/people/${main.id}`}>
                {t('view.to-person')}
              </LinkButton>
            )}
            <LinkButton size="small" to="/staff/contacts/new?who=anonymous">
              {t('view.another')}
            </LinkButton>
            <LinkButton size="small" to="/staff">
              {t('view.to-desk')}
            </LinkButton>
          </p>
        </Notice>
      )}
      {voided && (
        <Notice tone="danger" title={t('view.voided')}>
          <p>{t('view.voided-text', { name: names[contact.voided_by ?? ''] ?? '' })}</p>
        </Notice>
      )}
      {contact.urgent && <Badge tone="attention">{t('form.urgent')}</Badge>}
      <Card id="facts" title={t('view.facts')}>
        <Facts
          facts={[
            {
              label: t('view.with'),
              value:
                clients.length > 0
                  ? clients.map((client) => (
                      <div key={client.id}>
                        <Bdi>{client.name}</Bdi> <Bdi ltr>{client.fileNo}</Bdi>
                      </div>
                    ))
                  : t(`who.${contact.who}`),
            },
            { label: t('view.people'), value: contact.who === 'head_count' ? contact.people : undefined },
            {
              label: t('form.asker'),
              value: contact.asker_role === 'self' ? undefined : codes(`callerRole.${contact.asker_role}`),
            },
            { label: t('form.result'), value: codes(`counsellingResult.${contact.result}`) },
            {
              label: t('form.corridor'),
              value:
                contact.corridor_from && contact.corridor_to
                  ? t('view.corridor', {
                      from: countryName(contact.corridor_from, language),
                      to: countryName(contact.corridor_to, language),
                    })
                  : undefined,
            },
            { label: t('form.channel'), value: codes(`channel.${contact.channel}`) },
            { label: t('view.duration'), value: t('common:count.minutes', { count: contact.minutes }) },
            { label: t('form.language'), value: languageName(contact.language, language) },
            { label: t('form.interpreter'), value: yes(contact.interpreter) },
            { label: t('form.stay-explained'), value: yes(contact.stay_option_explained) },
            { label: t('form.risk-info'), value: yes(contact.risk_info_given) },
            {
              label: t('form.options-explained'),
              value: contact.options_explained.map((code) => codes(`topic.${code}`)).join(', '),
            },
            {
              label: t('form.documents-given'),
              value: contact.documents_given.map((code) => t(`documents.${code}`)).join(', '),
            },
            { label: t('form.third-party'), value: yes(contact.third_party_present) },
            { label: t('view.counsellor'), value: <Bdi>{names[contact.counsellor_id]}</Bdi> },
            {
              label: t('view.recorded-at'),
              value: t(contact.entered_later ? 'view.entered-later' : 'view.recorded-on', {
                moment: formatMoment(new Date(contact.recorded_at), { language, timeZone }),
              }),
            },
          ]}
        />
      </Card>
      {note && (
        <Card id="note" title={t('form.note')}>
          <p className="prose" dir="auto">
            {note}
          </p>
        </Card>
      )}
      <AdviceCard
        {...page}
        day={contact.occurred_on}
        mayUnlink={mayChange && !voided}
        formKey={page.linkKey}
        submitted={useActionData<typeof action>()}
      />
      <RevisionList revisions={revisions} />
    </>
  );
}
