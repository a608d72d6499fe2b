import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { HubTabs } from '#modules/guides/index.tsx';
import { formatSourceDate } from '#modules/guides/index.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { FactMarks } from '../components/fact-marks.tsx';
import { factOptions, factWords } from '../fact-options.server.ts';
import { factShows, listFacts, listFactsParams } from '../queries/list-facts.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const given = (name: string) => asked.get(name)?.trim() || undefined;
  // A filter that makes no sense is left out, as if it had not been typed.
  const filter = listFactsParams.safeParse({
    show: given('show'),
    text: given('text'),
    country: given('country'),
    after: given('after'),
  });
  const params = filter.success ? filter.data : listFactsParams.parse({});
  const { facts, counts, next } = await web.read(listFacts, params);
  return {
    facts: facts.map((fact) => ({ ...fact, ...factWords(fact, web) })),
    counts,
    next,
    params,
    shows: factShows,
    countries: factOptions(web).countries,
    mayAdd: web.house.policy.mayEver(actor, 'fact.add'),
    mayTasks: web.house.policy.mayEver(actor, 'content-task.list'),
  };
}

/** Every fact of the hub, with what needs a look first within reach. */
export default function FactListPage() {
  const t = useText('facts');
  const { language } = usePageTexts();
  const { facts, counts, next, params, shows, countries, mayAdd, mayTasks } = useLoaderData<typeof loader>();
  const label = (show: (typeof shows)[number]) => {
    const count = show in counts ? counts[show as keyof typeof counts] : undefined;
    return count === undefined ? t(`show.${show}`) : `${t(`show.${show}`)} (${count})`;
  };
  const more = next && new URLSearchParams({ ...(params as Record<string, string>), after: next });
  return (
    <>
      <PageHeader title={t('list.title')} note={t('list.note')}>
        {mayAdd && (
          <LinkButton tone="primary" icon="add" to="/staff/facts/new">
            {t('new.title')}
          </LinkButton>
        )}
      </PageHeader>
      <HubTabs mayTasks={mayTasks} />
      <Form method="get" className="filter" role="search">
        <TextField
          name="text"
          label={t('list.search')}
          defaultValue={params.text}
          type="search"
          placeholder={t('list.search-hint')}
        />
        <Select
          name="show"
          label={t('list.which')}
          options={shows.map((value) => ({ value, label: label(value) }))}
          defaultValue={params.show}
        />
        <Select
          name="country"
          label={t('form.country')}
          options={countries}
          blank={t('list.anywhere')}
          defaultValue={params.country}
        />
        <Button type="submit" tone="secondary" icon="search">
          {t('common:action.show')}
        </Button>
      </Form>
      <DataTable
        caption={t(`caption.${params.show}`)}
        rows={facts}
        rowId={(fact) => fact.id}
        columns={[
          {
            id: 'statement',
            label: t('form.statement'),
            heading: true,
            cell: (fact) => (
              <>
                <Link to={`/staff/facts/${fact.id}`}>
                  <Bdi lang="en">{fact.statement}</Bdi>
                </Link>
                <span className="block text-sm font-normal text-ink-soft">
                  <Bdi ltr>{fact.code}</Bdi>
                </span>
              </>
            ),
          },
          { id: 'value', label: t('form.value'), cell: (fact) => fact.value && <Bdi>{fact.value}</Bdi> },
          { id: 'where', label: t('form.country'), cell: (fact) => fact.where },
          {
            id: 'source',
            label: t('list.source'),
            cell: (fact) => (fact.source_date ? formatSourceDate(fact.source_date, language) : '–'),
          },
          {
            id: 'state',
            label: t('list.state'),
            cell: (fact) => (
              <FactMarks
                fact={fact}
                isOverdue={fact.isOverdue}
                hasConflict={fact.hasConflict}
                isRetired={params.show === 'retired'}
              />
            ),
          },
          { id: 'quoted', label: t('list.quoted'), align: 'end', cell: (fact) => fact.quotedBy },
        ]}
        empty={
          <EmptyState title={t('list.empty')} icon="file">
            {t(params.show === 'all' && !params.text ? 'list.empty-all' : 'list.empty-filter')}
          </EmptyState>
        }
      />
      <Pagination
        label={t('list.pages')}
        next={more ? { to: `?${more}`, label: t('common:page.next') } : undefined}
      />
    </>
  );
}
