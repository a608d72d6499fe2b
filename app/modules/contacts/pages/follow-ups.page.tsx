import { z } from 'zod';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  data,
  Link,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { beginWithFirst, loadListFrame, readFilter } from '#modules/lists/index.server.ts';
import { ListTools, PrintHead } from '#modules/lists/index.tsx';
import { dayCursorSchema } from '#platform/operations/cursor-schema.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { FollowUpCell } from '../components/follow-up-cell.tsx';
import { FollowUpEnd } from '../components/follow-up-end.tsx';
import { FollowUpFilter } from '../components/follow-up-filter.tsx';
import '../components/follow-ups.css';
import { followUpInput } from '../contact-form.ts';
import { followUpFilter, followUpFilterSchema } from '../follow-up-filter.ts';
import { closeFollowUp } from '../operations/close-follow-up.server.ts';
import { moveFollowUp } from '../operations/move-follow-up.server.ts';
import { listFollowUps } from '../queries/list-follow-ups.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = web.url.searchParams;
  const mayAll = web.house.policy.decide(actor, 'follow-up.list', ['centre']) !== undefined;
  const { client, after } = readFilter({ client: z.uuid(), after: dayCursorSchema }, asked);
  const filter = followUpFilterSchema.parse(readFilter(followUpFilter, asked));
  // Of one person those of all colleagues, unless one's own are asked for.
  if (client && mayAll && !asked.has('whose')) filter.whose = 'all';
  if (!mayAll) filter.whose = 'mine';
  const frame = await loadListFrame(web, actor, 'follow-ups', filter);
  beginWithFirst(web, frame);
  const { rows, next } = await web.read(listFollowUps, { ...filter, client, after });
  const here = { ...(client && { client }), ...(next && { after: next }) };
  return {
    rows: rows.map((row) => ({ ...row, key: formKey() })),
    next: next && `?${frame.query}&${new URLSearchParams(here)}`,
    filter,
    frame,
    mayAll,
    ofOne: client !== undefined,
    done: asked.has('done'),
    mayCampaign: web.house.policy.mayEver(actor, 'campaign.list'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const today = (await web.read(listFollowUps, { whose: 'mine', until: '2000-01-01' })).today;
  const moves = (await request.clone().formData()).get('do') === 'move';
  const submitted = moves
    ? await submitForm(web, request, moveFollowUp, ({ input }) => ({
        ...followUpInput(input, today),
        followUpId: input['followUpId'],
        version: Number(input['version']),
      }))
    : await submitForm(web, request, closeFollowUp, ({ input }) => ({
        ...input,
        version: Number(input['version']),
      }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  const back = new URLSearchParams(web.url.searchParams);
  back.set('done', '');
  throw redirect(`/staff/follow-ups?${back}`);
}

export default function FollowUpsPage() {
  const t = useText('contacts');
  const words = useText('lists');
  const { rows, next, filter, frame, mayAll, mayCampaign, ofOne, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t('follow-up.title')} note={t('follow-up.note-list')}>
        {mayCampaign && (
          <LinkButton to="/staff/follow-ups/campaign" tone="secondary">
            {t('campaign.title')}
          </LinkButton>
        )}
      </PageHeader>
      <PrintHead frame={frame} part={next !== undefined || ofOne} />
      {done && (
        <Notice tone="success" live>
          {t('follow-up.saved')}
        </Notice>
      )}
      {refused && (
        <Notice tone="danger" title={refused.problem.title} live>
          <p>{refused.problem.next}</p>
        </Notice>
      )}
      {ofOne ? (
        <p>
          {t('follow-up.of-one')} <Link to="/staff/follow-ups?whose=mine">{t('follow-up.of-all')}</Link>
        </p>
      ) : (
        <>
          <FollowUpFilter
            key={frame.query}
            filter={filter}
            mayAll={mayAll}
            colleagues={frame.choices.colleagues}
          />
          <ListTools frame={frame} mayExport={false} />
        </>
      )}
      <DataTable
        caption={t('follow-up.caption')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          ...frame.columns.map((column) => ({
            id: column,
            label: words(`columns.follow-ups.${column}`),
            sort: ofOne ? undefined : frame.sorts[column],
            heading: column === 'who',
            cell: (row: (typeof rows)[number]) => <FollowUpCell row={row} column={column} />,
          })),
          {
            id: 'act',
            label: t('follow-up.how-ended'),
            cell: (row) => <FollowUpEnd followUp={row} formKey={row.key} />,
          },
        ]}
        empty={
          <EmptyState title={t('follow-up.empty')} icon="follow-ups">
            {t('follow-up.empty-text')}
          </EmptyState>
        }
      />
      <Pagination
        label={t('list.pages')}
        next={next === undefined ? undefined : { to: next, label: t('common:page.next') }}
      />
    </>
  );
}
