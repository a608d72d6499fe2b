import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { notFound } from '#platform/problem.ts';
import type { FormInput } from '#platform/web/form-data.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { isListName, keptFilter, lists } from '../list.ts';
import { loadListFrame } from '../load-list-frame.server.ts';
import { arrangeList } from '../operations/arrange-list.server.ts';
import { deleteView } from '../operations/delete-view.server.ts';
import { saveView } from '../operations/save-view.server.ts';
import '../components/lists.css';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { list } = params;
  if (!isListName(list)) throw notFound();
  const filter = keptFilter(list, web.url.searchParams);
  const { views, first, columns, inWords, query } = await loadListFrame(web, actor, list, filter);
  return {
    list,
    views: views.map((view) => ({ ...view, key: formKey() })),
    columns,
    inWords,
    query,
    firstId: first?.id ?? '',
    offered: [...columns, ...lists[list].columns.filter((column) => !columns.includes(column))],
    mayShare: web.house.policy.decide(actor, 'list.save-view', ['centre']) !== undefined,
    keys: [formKey(), formKey()],
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { list } = params;
  if (!isListName(list)) throw notFound();
  const filter = keptFilter(list, web.url.searchParams);
  const what = (await request.clone().formData()).get('do');
  const submitted =
    what === 'save'
      ? await submitForm(web, request, saveView, ({ input }) => ({
          list,
          name: input['name'],
          filter,
          shared: input['shared'] === 'yes',
        }))
      : what === 'delete'
        ? await submitForm(web, request, deleteView, ({ input }) => ({ viewId: input['viewId'] }))
        : await submitForm(web, request, arrangeList, ({ input }) => ({
            list,
            columns: inOrder(input['place']),
            firstViewId: input['firstViewId'],
          }));
  if (!submitted.ok) return data({ ...submitted, what }, submitted.problem.status);
  throw redirect(
    what === 'delete' ? `${web.url.pathname}?${new URLSearchParams(filter)}` : toList(list, filter),
  );
}

const toList = (list: keyof typeof lists, filter: Record<string, string>) => {
  const query = new URLSearchParams(filter).toString();
  return query === '' ? lists[list].to : `${lists[list].to}?${query}`;
};

/** Columns by the place somebody gave them; two on one place stay as they were to each other. */
function inOrder(places: FormInput['input'][string] | undefined): string[] {
  if (typeof places !== 'object' || Array.isArray(places)) return [];
  return Object.entries(places)
    .map(([column, place]) => ({ column, place: Number(place) }))
    .filter(({ place }) => place > 0)
    .sort((a, b) => a.place - b.place)
    .map(({ column }) => column);
}

/** Which columns a list has, in which order, and the filters that somebody keeps. */
export default function ListSettingsPage() {
  const t = useText('lists');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const { list, views, columns, offered, inWords, keys, mayShare } = page;
  const refusedAs = (what: string) => (submitted?.what === what ? submitted : undefined);
  return (
    <div className="page grid max-w-4xl gap-6">
      <PageHeader
        title={t(`settings.title.${list}`)}
        note={t('settings.note')}
        back={{
          to: page.query === '' ? lists[list].to : `${lists[list].to}?${page.query}`,
          label: t(`names.${list}`),
        }}
      />
      <Card title={t('settings.keep')}>
        {inWords.length === 0 ? (
          <p>{t('settings.no-filter')}</p>
        ) : (
          <PageForm formKey={keys[0]} submitted={refusedAs('save')}>
            <p>{inWords.join(' · ')}</p>
            <input type="hidden" name="do" value="save" />
            <TextField name="name" label={t('settings.name')} hint={t('settings.name-hint')} maxLength={60} />
            {mayShare && (
              <Checkbox name="shared" label={t('settings.shared')} hint={t('settings.shared-hint')} />
            )}
            <div className="form-actions">
              <SubmitButton>{t('settings.keep')}</SubmitButton>
            </div>
          </PageForm>
        )}
      </Card>
      {views.length > 0 && (
        <Card title={t('settings.kept')}>
          <ul className="list-kept">
            {views.map((view) => (
              <li key={view.id}>
                <span>
                  <Bdi>{view.name}</Bdi> {view.shared && <Badge>{t('settings.of-all')}</Badge>}
                </span>
                {(view.own || mayShare) && (
                  <PageForm formKey={view.key} submitted={refusedAs('delete')}>
                    <input type="hidden" name="do" value="delete" />
                    <input type="hidden" name="viewId" value={view.id} />
                    <SubmitButton tone="secondary">{t('settings.delete')}</SubmitButton>
                  </PageForm>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('settings.columns')}>
        <PageForm formKey={keys[1]} submitted={refusedAs('arrange')}>
          <input type="hidden" name="do" value="arrange" />
          <p>{t('settings.columns-hint')}</p>
          <div className="list-places">
            {offered.map((column) => (
              <Select
                key={column}
                name={`place.${column}`}
                label={t(`columns.${list}.${column}`)}
                defaultValue={String(columns.indexOf(column) + 1)}
                options={[
                  { value: '0', label: t('settings.hidden') },
                  ...offered.map((_, at) => ({
                    value: String(at + 1),
                    label: t('settings.place', { place: at + 1 }),
                  })),
                ]}
              />
            ))}
          </div>
          {views.length > 0 && (
            <Select
              name="firstViewId"
              label={t('settings.first')}
              hint={t('settings.first-hint')}
              blank={t('settings.first-none')}
              defaultValue={page.firstId}
              options={views.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <div className="form-actions">
            <SubmitButton>{t('settings.save')}</SubmitButton>
          </div>
        </PageForm>
      </Card>
    </div>
  );
}
