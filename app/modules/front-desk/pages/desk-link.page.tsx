import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { findClients } from '#modules/clients/index.server.ts';
import { countryName } from '#platform/code-lists/countries.ts';
import { forbidden, notFound } from '#platform/problem.ts';
import { formKey } from '#platform/web/form-key.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { linkClientToArrival } from '../operations/link-client-to-arrival.server.ts';
import { listArrivals } from '../queries/list-arrivals.query.server.ts';
import '../components/desk.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'arrival.link-client')) throw forbidden();
  const asked = new URL(request.url).searchParams;
  const siteId = asked.get('site') ?? undefined;
  const board = await web.read(listArrivals, { siteId });
  const arrival = [...board.waiting, ...board.called, ...board.done].find(
    (row) => row.id === params['arrivalId'],
  );
  if (!arrival) throw notFound();
  const text = (asked.get('text') ?? '').trim().slice(0, 200);
  const found = text === '' ? undefined : await web.read(findClients, { text, limit: 10 });
  return {
    arrivalId: arrival.id,
    ticket: arrival.ticket,
    siteId: board.site.id,
    text,
    found,
    key: formKey(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, linkClientToArrival, ({ input }) => ({
    clientId: input['clientId'],
    arrivalId: params['arrivalId'],
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  const asked = new URL(request.url).searchParams;
  const back = new URLSearchParams({
    said: 'linked',
    ticket: asked.get('ticket') ?? '',
    site: asked.get('site') ?? '',
  });
  throw redirect(`/staff?${back}`);
}

export default function DeskLinkPage() {
  const t = useText('front-desk');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { arrivalId, ticket, siteId, text, found, key } = useLoaderData<typeof loader>();
  const target = `/staff/desk/${arrivalId}/link?${new URLSearchParams({ site: siteId, ticket })}`;
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('link.title', { ticket })}
        note={t('link.note')}
        back={{ to: `/staff?site=${siteId}`, label: t('link.back') }}
      />
      {refused && (
        <Notice tone="danger" title={refused.problem.title} live>
          <p>{refused.problem.next}</p>
        </Notice>
      )}
      <Form method="get" className="desk-search" role="search">
        <input type="hidden" name="site" value={siteId} />
        <TextField
          name="text"
          type="search"
          label={t('link.search')}
          defaultValue={text}
          autoComplete="off"
          autoFocus
        />
        <Button icon="search">{t('link.submit')}</Button>
      </Form>
      {found?.hidden && <Notice tone="attention">{t('link.hidden')}</Notice>}
      {found?.found.length === 0 && (
        <EmptyState title={t('link.nothing')} icon="people">
          {t('link.nothingText')}
        </EmptyState>
      )}
      {found && found.found.length > 0 && (
        <Card id="found">
          <ul className="item-list">
            {found.found.map((person, index) => (
              <li key={person.id} className="arrival">
                <span aria-hidden="true" />
                <div className="arrival-body">
                  <p className="arrival-person">
                    <strong>
                      <Bdi>{person.name}</Bdi>
                    </strong>{' '}
                    <span className="number">
                      <Bdi ltr>{person.fileNo}</Bdi>
                    </span>
                  </p>
                  <p className="arrival-when">
                    {[
                      person.birth && t('link.born', { year: String(person.birth.year) }),
                      codes(`sex.${person.sex}`),
                      ...person.nationalities.map((country) => countryName(country, language)),
                      ...person.phoneEnds.map((end) => `… ${end}`),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
                <Form method="post" action={target}>
                  <input type="hidden" name="_key" value={`${key}.${index}`} />
                  <input type="hidden" name="clientId" value={person.id} />
                  <Button size="small">{t('link.choose')}</Button>
                </Form>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
