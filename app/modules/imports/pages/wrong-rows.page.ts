import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#platform/problem.ts';
import { tableResponse } from '#platform/tables/table-response.server.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { problemText } from '../problem-text.ts';
import { wrongRows } from '../queries/wrong-rows.query.server.ts';

/** The rows that could not be taken, as they stood, each with what is wrong in the reader's language. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const kind = params['kind'];
  if (kind !== 'csv' && kind !== 'xlsx') throw notFound();
  const { headings, columns, rows } = await web.read(wrongRows, { importId: params['importId'] ?? '' });
  const t = web.t('imports');
  return tableResponse(kind, 'rows-to-mend', [
    {
      name: t('wrong.sheet'),
      rightToLeft: web.dir === 'rtl',
      columns: [...headings.map((title) => ({ title })), { title: t('wrong.column'), width: 40 }],
      rows: rows.map(({ cells, problems }) => [
        ...headings.map((_, at) => cells[at] ?? null),
        problems.map((problem) => problemText(t, problem, headings, columns)).join(' '),
      ]),
    },
  ]);
}
