import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  data,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { FollowUpItem } from '../components/follow-up-item.tsx';
import { followUpInput } from '../contact-form.ts';
import { closeFollowUp } from '../operations/close-follow-up.server.ts';
import { moveFollowUp } from '../operations/move-follow-up.server.ts';
import { listFollowUps } from '../queries/list-follow-ups.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const mayAll = web.house.policy.decide(actor, 'follow-up.list', ['centre']) !== undefined;
  const whose =
    new URL(request.url).searchParams.get('whose') === 'all' && mayAll ? ('all' as const) : ('mine' as const);
  const list = await web.read(listFollowUps, { whose });
  const mayCampaign = web.house.policy.mayEver(actor, 'campaign.list');
  return { ...list, whose, mayAll, mayCampaign, keys: list.rows.map(() => formKey()) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { searchParams } = new URL(request.url);
  const today = (await web.read(listFollowUps, { whose: 'mine', until: '2000-01-01' })).today;
  const submitted =
    searchParams.get('do') === 'move'
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
  throw redirect(`/staff/follow-ups?whose=${searchParams.get('whose') === 'all' ? 'all' : 'mine'}&done`);
}

export default function FollowUpsPage() {
  const t = useText('contacts');
  const [asked] = useSearchParams();
  const { rows, more, whose, mayAll, mayCampaign, keys } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t('follow-up.title')} note={t('follow-up.note-list')} />
      {mayAll && (
        <Tabs
          label={t('filter.whose')}
          tabs={[
            { to: '/staff/follow-ups?whose=mine', label: t('filter.mine') },
            { to: '/staff/follow-ups?whose=all', label: t('filter.all') },
          ]}
        />
      )}
      {mayCampaign && (
        <p>
          <LinkButton to="/staff/follow-ups/campaign" tone="secondary">
            {t('campaign.title')}
          </LinkButton>
        </p>
      )}
      {asked.has('done') && (
        <Notice tone="success" live>
          {t('follow-up.saved')}
        </Notice>
      )}
      {refused && (
        <Notice tone="danger" title={refused.problem.title} live>
          <p>{refused.problem.next}</p>
        </Notice>
      )}
      {rows.length === 0 && (
        <EmptyState title={t('follow-up.empty')} icon="follow-ups">
          {t('follow-up.empty-text')}
        </EmptyState>
      )}
      {(['overdue', 'today', 'later'] as const).map((pile) => {
        const inPile = rows.flatMap((row, index) =>
          row.pile === pile ? [{ ...row, key: keys[index] ?? '' }] : [],
        );
        if (inPile.length === 0) return null;
        return (
          <Card key={pile} id={pile} title={t(`follow-up.pile.${pile}`, { count: inPile.length })}>
            <ul className="item-list">
              {inPile.map((row) => (
                <FollowUpItem key={row.id} followUp={row} showsWho={whose === 'all'} />
              ))}
            </ul>
          </Card>
        );
      })}
      {more && <p className="field-hint">{t('follow-up.more')}</p>}
    </>
  );
}
