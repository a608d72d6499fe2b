import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { useNumber } from '../components/use-number.ts';
import { decideRow } from '../operations/decide-row.server.ts';
import { problemText } from '../problem-text.ts';
import { listImportRows, listImportRowsParams } from '../queries/list-import-rows.query.server.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const importId = params['importId'] ?? '';
  const whole = listImportRowsParams.safeParse({
    importId,
    what: asked.get('what') ?? 'alike',
    after: asked.get('after') ? Number(asked.get('after')) : undefined,
  });
  const filter = whole.success ? whole.data : { importId, what: 'alike' as const };
  return { ...(await web.read(listImportRows, filter)), importId, what: filter.what, key: formKey() };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, decideRow, ({ input }) => ({
    importId: params['importId'],
    number: Number(input['number']),
    decision: input['decision'] === 'rule' ? null : input['decision'],
  }));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  const url = new URL(request.url);
  throw redirect(`${url.pathname.replace(/\.data$/, '')}${url.search}#row-${submitted.result.number}`);
}

/** Rows of an import that want a look: wrong ones, those that are like somebody, those that an undo left. */
export default function ImportRowsPage() {
  const t = useText('imports');
  const match = useText('clients');
  const number = useNumber();
  const { rows, next, headings, columns, importId, what, key } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const lineOf = (cells: readonly string[] | undefined) =>
    columns.flatMap(({ column }) =>
      cells?.[column] ? [{ heading: headings[column] ?? '', text: cells[column] }] : [],
    );
  return (
    <>
      <PageHeader
        title={t(`rows.${what}`)}
        note={t(`rows.${what}-note`)}
        back={{ to: `/staff/imports/${importId}`, label: t('rows.back') }}
      />
      {rows.length === 0 && <EmptyState title={t('rows.none')} icon="check" />}
      <ul className="item-list">
        {rows.map((row) => (
          <li key={row.number} id={`row-${row.number}`} className="item grid gap-2">
            <p className="item-head">
              <span className="font-semibold">{t('rows.row', { number: number(row.number) })}</span>
              {row.resemblance !== 'none' && (
                <Badge tone={row.resemblance === 'same' ? 'attention' : 'plain'}>
                  {t(`rows.resemblance.${row.resemblance}`)}
                </Badge>
              )}
            </p>
            {row.problems.map((problem) => (
              <p key={problem}>{problemText(t, problem, headings, columns)}</p>
            ))}
            <Line cells={lineOf(row.cells)} />
            {(row.suspect || row.suspectRow !== null) && (
              <div className="border-s-4 ps-3">
                <p className="text-ink-soft text-sm">
                  {row.suspectRow === null
                    ? t('rows.in-register')
                    : t('rows.in-file', { number: number(row.suspectRow) })}
                </p>
                {row.suspect &&
                  (row.suspect.name ? (
                    <p>
                      <Link to={`/staff/people/${row.suspect.id}`}>
                        <Bdi>{row.suspect.name}</Bdi>
                      </Link>{' '}
                      <Bdi>{row.suspect.fileNo}</Bdi>
                    </p>
                  ) : (
                    <p>{t('rows.out-of-reach')}</p>
                  ))}
                {row.suspectRow !== null && <Line cells={lineOf(row.suspectCells)} />}
                <p className="text-sm">
                  {row.reasons.map((reason) => match(`reason.${reason}`)).join(' · ')}
                </p>
              </div>
            )}
            {row.client?.name && (
              <p>
                <Link to={`/staff/people/${row.client.id}`}>
                  <Bdi>{row.client.name}</Bdi>
                </Link>{' '}
                <Bdi>{row.client.fileNo}</Bdi>
              </p>
            )}
            {what === 'alike' && (
              <PageForm formKey={`${key}-${row.number}`} submitted={submitted} within={String(row.number)}>
                <input type="hidden" name="number" value={row.number} />
                <div className="flex flex-wrap items-end gap-3">
                  <Select
                    name="decision"
                    label={t('rows.decision')}
                    defaultValue={row.decision ?? 'rule'}
                    options={(['rule', 'attach', 'new', 'skip'] as const).map((value) => ({
                      value,
                      label: t(`decision.${value}`),
                    }))}
                  />
                  <SubmitButton tone="secondary">{t('rows.do')}</SubmitButton>
                </div>
              </PageForm>
            )}
          </li>
        ))}
      </ul>
      <Pagination
        label={t('rows.pages')}
        next={
          next === undefined ? undefined : { to: `?what=${what}&after=${next}`, label: t('common:page.next') }
        }
      />
    </>
  );
}

function Line({ cells }: { cells: readonly { heading: string; text: string }[] }) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      {cells.map(({ heading, text }) => (
        <span key={heading}>
          <span className="text-ink-soft text-sm">
            <Bdi>{heading}</Bdi>:
          </span>{' '}
          <Bdi>{text.slice(0, 200)}</Bdi>
        </span>
      ))}
    </p>
  );
}
