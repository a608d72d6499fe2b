import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { listFacts } from '#modules/facts/index.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { GuideState } from '../components/guide-state.tsx';
import { HubTabs } from '../components/hub-tabs.tsx';
import { TranslationMarks } from '../components/translation-marks.tsx';
import { WorkTiles } from '../components/work-tiles.tsx';
import { sections } from '../guide.ts';
import { corridorName, sectionNames } from '../guide-options.server.ts';
import { bringStarter } from '../operations/bring-starter.server.ts';
import { listContentTasks } from '../queries/list-content-tasks.query.server.ts';
import { guideShows, listGuides, listGuidesParams } from '../queries/list-guides.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const asked = new URL(request.url).searchParams;
  const given = (name: string) => asked.get(name)?.trim() || undefined;
  // A filter that makes no sense is left out, as if it had not been typed.
  const filter = listGuidesParams.safeParse({
    show: given('show'),
    section: given('section'),
    text: given('text'),
  });
  const params = filter.success ? filter.data : listGuidesParams.parse({});
  const may = (act: string) => web.house.policy.mayEver(actor, act);
  const { guides, counts } = await web.read(listGuides, params);
  const { counts: facts } = await web.read(listFacts, {});
  const tasks = may('content-task.list') ? (await web.read(listContentTasks, {})).tasks : undefined;
  return {
    guides: guides.map((guide) => ({
      ...guide,
      corridor: corridorName(guide.corridor_from, guide.corridor_to, web.language),
    })),
    counts,
    facts: { unconfirmed: facts.unconfirmed, overdue: facts.overdue, all: facts.all },
    tasks: tasks && { open: tasks.length, overdue: tasks.filter(({ isOverdue }) => isOverdue).length },
    params,
    shows: guideShows,
    sectionNames: sectionNames(web),
    may: { add: may('guide.add'), bring: may('guide.bring-starter'), tell: may('advice.outdated') },
    key: formKey(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const submitted = await submitForm(web, request, bringStarter, () => ({}));
  if (!submitted.ok) return data(submitted, submitted.problem.status);
  const { pages, outlines, facts } = submitted.result;
  throw redirect(`/staff/guides?brought=${pages + outlines}.${facts}`);
}

/** What waits, and every page by its section. */
export default function GuideListPage() {
  const t = useText('guides');
  const [asked] = useSearchParams();
  const {
    guides,
    counts,
    facts,
    tasks,
    params,
    shows,
    sectionNames: names,
    may,
    key,
  } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const bySection = sections
    .map((section) => ({ section, guides: guides.filter((guide) => guide.section === section) }))
    .filter((each) => each.guides.length > 0);
  const isNew = counts.all === 0 && counts.outline === 0 && counts.archived === 0;
  const brought = /^(\d+)\.(\d+)$/.exec(asked.get('brought') ?? '');
  const bring = may.bring && (
    <PageForm formKey={key} submitted={submitted}>
      <div>
        <SubmitButton tone={isNew ? 'primary' : 'secondary'}>{t('starter.bring')}</SubmitButton>
      </div>
    </PageForm>
  );
  return (
    <>
      <PageHeader title={t('list.title')} note={t('list.note')}>
        {may.add && (
          <LinkButton tone="primary" icon="add" to="/staff/guides/new">
            {t('new.title')}
          </LinkButton>
        )}
      </PageHeader>
      <HubTabs mayTasks={tasks !== undefined} />
      {brought && (
        <Notice tone="success" live title={t('starter.brought', { pages: brought[1], facts: brought[2] })}>
          <p>{t('starter.broughtText')}</p>
        </Notice>
      )}
      {isNew ? (
        <EmptyState title={t('starter.title')} icon="guides" action={bring}>
          {t(may.bring ? 'starter.text' : 'starter.ask')}
        </EmptyState>
      ) : (
        <>
          <WorkTiles counts={counts} facts={facts} tasks={tasks} mayTell={may.tell} />
          <Form method="get" className="filter mt-8" role="search">
            <TextField name="text" label={t('list.search')} defaultValue={params.text} type="search" />
            <Select
              name="show"
              label={t('list.which')}
              options={shows.map((value) => ({ value, label: `${t(`show.${value}`)} (${counts[value]})` }))}
              defaultValue={params.show}
            />
            <Select
              name="section"
              label={t('form.section')}
              options={sections.map((value) => ({ value, label: names[value] }))}
              blank={t('list.everySection')}
              defaultValue={params.section}
            />
            <Button type="submit" tone="secondary" icon="search">
              {t('common:action.show')}
            </Button>
          </Form>
          {bySection.length === 0 && (
            <EmptyState title={t('list.empty')} icon="guides">
              {t('list.emptyText')}
            </EmptyState>
          )}
          {bySection.map((each) => (
            <section key={each.section} className="mb-8">
              <h2 className="mb-2 text-lg font-bold">
                {names[each.section]}{' '}
                <span className="font-normal text-ink-soft">({each.guides.length})</span>
              </h2>
              <DataTable
                caption={t('list.caption', { section: names[each.section] })}
                rows={each.guides}
                rowId={(guide) => guide.id}
                columns={[
                  {
                    id: 'title',
                    label: t('form.title'),
                    heading: true,
                    cell: (guide) => (
                      <>
                        <Link to={`/staff/guides/${guide.id}`}>
                          <Bdi>{guide.title}</Bdi>
                        </Link>
                        <span className="block text-sm font-normal text-ink-soft">
                          {[t(`type.${guide.type}`), guide.corridor].filter(Boolean).join(' · ')}
                        </span>
                      </>
                    ),
                  },
                  {
                    id: 'state',
                    label: t('list.state'),
                    cell: (guide) => (
                      <GuideState
                        page={guide}
                        isOverdue={guide.isOverdue}
                        isArchived={params.show === 'archived'}
                      />
                    ),
                  },
                  {
                    id: 'languages',
                    label: t('list.languages'),
                    cell: (guide) => <TranslationMarks translations={guide.translations} />,
                  },
                ]}
              />
            </section>
          ))}
          {bring && <div className="mt-8">{bring}</div>}
        </>
      )}
    </>
  );
}
