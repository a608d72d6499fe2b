import { type LoaderFunctionArgs, Form, useLoaderData } from 'react-router';
import { textIn } from '#modules/centres/index.server.ts';
import { formatMonth } from '#platform/language/format-date.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { NetworkTabs } from '../components/network-tabs.tsx';
import { figureMeasures } from '../network-figures.ts';
import { networkFigures } from '../queries/network-figures.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const month = new URL(request.url).searchParams.get('month') ?? undefined;
  const { names, ...figures } = await web.read(networkFigures, {
    month: month !== undefined && /^\d{4}-\d{2}-01$/.test(month) ? month : undefined,
  });
  const reader = { language: web.language, timeZone: actor.centre.timeZone, calendar: 'gregory' as const };
  const numbers = new Intl.NumberFormat(web.language);
  const shown = (value: number | null) => (value === null ? null : numbers.format(value));
  const row = (id: string, name: string, of: (typeof figures)['sum']) => ({
    id,
    name,
    cells: figureMeasures.map((measure) => shown(of[measure])),
  });
  return {
    month: figures.month,
    months: figures.months.map((first) => ({ value: first, label: formatMonth(first, reader) })),
    monthName: formatMonth(figures.month, reader),
    hidden: figures.hidden,
    threshold: figures.threshold,
    rows: [
      ...figures.centres.map(({ id, figures: own }) => row(id, textIn(names[id] ?? {}, web.language), own)),
      row('sum', '', figures.sum),
    ],
  };
}

/** A whole month of each centre, and the sum of centres. */
export default function NetworkFiguresPage() {
  const t = useText('network');
  const { month, months, monthName, rows, hidden, threshold } = useLoaderData<typeof loader>();
  return (
    <div className="page grid gap-6">
      <PageHeader title={t('figures.title')} note={t('figures.note')} />
      <NetworkTabs />
      <Form method="get" className="toolbar items-end" role="search">
        <Select name="month" label={t('figures.month')} options={months} defaultValue={month} key={month} />
        <Button>{t('figures.show')}</Button>
      </Form>
      <DataTable
        caption={t('figures.caption', { month: monthName })}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            id: 'name',
            label: t('centres.name'),
            cell: (row) => (row.id === 'sum' ? <strong>{t('figures.sum')}</strong> : <Bdi>{row.name}</Bdi>),
          },
          ...figureMeasures.map((measure, at) => ({
            id: measure,
            label: t(`figures.measure.${measure}`),
            align: 'end' as const,
            cell: (row: (typeof rows)[number]) =>
              row.cells[at] ?? <abbr title={t('figures.hidden-title')}>{t('figures.hidden')}</abbr>,
          })),
        ]}
      />
      {hidden && (
        <Notice title={t('figures.why-hidden')}>
          <p>{t('figures.why-hidden-text', { threshold })}</p>
        </Notice>
      )}
      <p className="field-hint">{t('figures.sum-note')}</p>
    </div>
  );
}
