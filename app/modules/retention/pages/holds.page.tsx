import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { maySeeTabs } from '#modules/erasures/index.server.ts';
import { DataTabs } from '#modules/erasures/index.tsx';
import { needsCode } from '#modules/staff/index.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { formKey } from '#platform/web/form-key.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { EndHoldForm, PlaceHoldForm } from '../components/hold-forms.tsx';
import { listHolds } from '../queries/list-holds.query.server.ts';
import { submitHold } from '../submit-hold.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  return {
    ...(await web.read(listHolds, {})),
    key: formKey(),
    needsCode: needsCode(web),
    timeZone: actor.centre.timeZone,
    tabs: maySeeTabs(web),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitHold(web, request, undefined);
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  throw redirect('/staff/retention/holds');
}

/** Everybody who is not erased, whatever the clock says, and why. */
export default function HoldsPage() {
  const t = useText('retention');
  const { language } = usePageTexts();
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const day = (iso: string) => formatDay(iso, { language, timeZone: page.timeZone }, 'short');
  const ofCentre = page.holds.find(({ clientId }) => clientId === null);
  return (
    <>
      <title>{t('holds.title')}</title>
      <PageHeader title={t('holds.title')} note={t('holds.note')} />
      <DataTabs may={page.tabs} />
      <div className="own-data">
        <DataTable
          caption={t('holds.caption', { count: page.holds.length })}
          rows={page.holds}
          rowId={(row) => row.id}
          columns={[
            {
              id: 'who',
              label: t('proposals.who'),
              cell: (row) =>
                row.clientId ? (
                  <Link to={`/staff/people/${row.clientId}/hold`}>
                    <Bdi>{row.name ?? t('hold.one')}</Bdi>
                  </Link>
                ) : (
                  t('hold.whole-centre')
                ),
            },
            { id: 'ground', label: t('hold.ground'), cell: (row) => t(`ground.${row.ground}`) },
            { id: 'reason', label: t('common:term.reason'), cell: (row) => <Bdi>{row.reason}</Bdi> },
            {
              id: 'review',
              label: t('hold.review'),
              cell: (row) => (
                <>
                  {day(row.reviewOn)} {row.isOverdue && <Badge tone="attention">{t('hold.overdue')}</Badge>}
                </>
              ),
            },
            { id: 'by', label: t('hold.by'), cell: (row) => <Bdi>{row.placedBy}</Bdi> },
          ]}
          empty={<EmptyState title={t('holds.empty')}>{t('holds.empty-next')}</EmptyState>}
        />
        <Card id="centre" title={t('hold.whole-centre')}>
          {ofCentre ? (
            <EndHoldForm
              formKey={page.key}
              submitted={submitted}
              needsCode={page.needsCode}
              holdId={ofCentre.id}
            />
          ) : (
            <>
              <p>{t('hold.centre-what')}</p>
              <PlaceHoldForm
                formKey={page.key}
                submitted={submitted}
                needsCode={page.needsCode}
                wholeCentre
              />
            </>
          )}
        </Card>
      </div>
    </>
  );
}
