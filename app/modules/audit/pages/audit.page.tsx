import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { staffNames } from '#modules/staff/index.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { refuseForm, submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { AuditFilter } from '../components/audit-filter.tsx';
import { ChainState } from '../components/chain-state.tsx';
import { EventFile, EventWhat, EventWhen } from '../components/event-cells.tsx';
import { verifyAuditNow } from '../operations/verify-audit.server.ts';
import { listAudit } from '../queries/list-audit.query.server.ts';
import { viewAuditState } from '../queries/view-audit-state.query.server.ts';
import '../components/audit.css';

const filters = ['from', 'to', 'staff', 'action', 'file', 'result'] as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const filter = Object.fromEntries(
    filters.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)?.trim() ?? '']] : [])),
  );
  const [state, names] = await Promise.all([web.read(viewAuditState, {}), web.read(staffNames, {})]);
  const page = {
    state,
    names,
    filter,
    actions: web.house.policy.actions(),
    mayOpen: web.house.policy.decide(actor, 'client.view', ['centre']) !== undefined,
    timeZone: actor.centre.timeZone,
    key: formKey(),
  };
  try {
    const before = Number(asked.get('before')) || undefined;
    const list = await web.read(listAudit, { ...filter, ...(before && { before }) });
    return { ...page, ...list, refused: undefined };
  } catch (error) {
    // A filter that cannot be is said beside its field; the rest of the page stays.
    return {
      ...page,
      events: [],
      next: undefined,
      clientId: undefined,
      refused: refuseForm(web, error, filter),
    };
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, verifyAuditNow, () => ({}));
  return submitted.ok ? submitted : data(submitted, submitted.problem.status);
}

export default function AuditPage() {
  const t = useText('audit');
  const page = useLoaderData<typeof loader>();
  const checked = useActionData<typeof action>();
  const { events, next, filter, names, mayOpen, timeZone } = page;
  const withFilter = (more: Record<string, string>) => `?${new URLSearchParams({ ...filter, ...more })}`;
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <ChainState state={page.state} names={names} checked={checked} formKey={page.key} timeZone={timeZone} />
      <AuditFilter filter={filter} names={names} actions={page.actions} refused={page.refused} />
      <DataTable
        caption={t('list.caption')}
        rows={events}
        rowId={(event) => String(event.seq)}
        columns={[
          {
            id: 'when',
            label: t('list.when'),
            cell: (event) => <EventWhen event={event} timeZone={timeZone} />,
          },
          {
            id: 'what',
            label: t('list.what'),
            heading: true,
            cell: (event) => <EventWhat event={event} names={names} />,
          },
          {
            id: 'file',
            label: t('list.file'),
            cell: (event) => <EventFile event={event} mayOpen={mayOpen} shown={filter['file']} />,
          },
        ]}
        empty={
          <EmptyState title={t('list.empty')} icon="audit">
            {t('list.emptyText')}
          </EmptyState>
        }
      />
      <Pagination
        label={t('list.pages')}
        next={
          next === undefined
            ? undefined
            : { to: withFilter({ before: String(next) }), label: t('list.older') }
        }
      />
    </>
  );
}
