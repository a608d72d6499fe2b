import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { staffNames } from '#modules/staff/index.server.ts';
import { advises } from '#platform/actor.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { AssignCalls } from '../components/assign-calls.tsx';
import { CallItem } from '../components/call-item.tsx';
import { CampaignResults } from '../components/campaign-results.tsx';
import { callInput } from '../campaign-form.ts';
import { formChoices } from '../form-choices.server.ts';
import { assignCalls } from '../operations/assign-calls.server.ts';
import { recordCall } from '../operations/record-call.server.ts';
import { campaignResults } from '../queries/campaign-results.query.server.ts';
import { listCalls } from '../queries/list-calls.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const whose =
    new URL(request.url).searchParams.get('whose') === 'all' ? ('all' as const) : ('mine' as const);
  const { calls, more } = await web.read(listCalls, { whose });
  const mayAssign = web.house.policy.mayEver(actor, 'campaign.assign');
  const colleagues = mayAssign && whose === 'all' ? await web.read(staffNames, {}) : {};
  return {
    calls,
    more,
    whose,
    keys: calls.map(() => formKey()),
    assignKey: formKey(),
    results: (await web.read(campaignResults, {})).rounds,
    colleagues: Object.entries(colleagues)
      .filter(([, colleague]) => colleague.active && advises(colleague))
      .map(([value, { name }]) => ({ value, label: name })),
    languages: formChoices(actor, web.language).languages,
    timeZone: actor.centre.timeZone,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { searchParams } = new URL(request.url);
  const form = await request.clone().formData();
  const assigns = form.get('do') === 'assign';
  const callId = form.get('callId');
  const submitted = assigns
    ? await submitForm(web, request, assignCalls, ({ input }) => ({
        staffId: input['staffId'] ?? '',
        callIds: [input['callIds'] ?? []].flat(),
      }))
    : await submitForm(web, request, recordCall, ({ input }) => callInput(input));
  if (!submitted.ok)
    return data(
      { ...submitted, of: assigns ? 'assign' : typeof callId === 'string' ? callId : '' },
      submitted.problem.status,
    );
  const whose = searchParams.get('whose') === 'all' ? 'all' : 'mine';
  throw redirect(`/staff/follow-ups/campaign?whose=${whose}&done`);
}

/** Who is asked again what became of their decision, how they may be called, and what came of it. */
export default function CampaignPage() {
  const t = useText('contacts');
  const [asked] = useSearchParams();
  const { calls, more, whose, keys, results, colleagues } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('campaign.title')}
        note={t('campaign.note')}
        back={{ to: '/staff/follow-ups', label: t('follow-up.title') }}
      />
      <Tabs
        label={t('filter.whose')}
        tabs={[
          { to: '/staff/follow-ups/campaign?whose=mine', label: t('filter.mine') },
          { to: '/staff/follow-ups/campaign?whose=all', label: t('filter.all') },
        ]}
      />
      {asked.has('done') && !refused && (
        <Notice tone="success" live>
          {t('follow-up.saved')}
        </Notice>
      )}
      {calls.length === 0 && (
        <EmptyState title={t('campaign.empty')} icon="follow-ups">
          {t('campaign.empty-text')}
        </EmptyState>
      )}
      {calls.length > 0 && (
        <>
          <Notice tone="attention" title={t('campaign.rule-title')}>
            <p>{t('campaign.rule')}</p>
          </Notice>
          {whose === 'all' && colleagues.length > 0 && (
            <AssignCalls submitted={refused?.of === 'assign' ? refused : undefined} />
          )}
          <ul className="item-list">
            {calls.map((call, index) => (
              <CallItem
                key={call.id + call.version}
                call={call}
                formKey={keys[index] ?? ''}
                submitted={refused?.of === call.id ? refused : undefined}
                showsWho={whose === 'all'}
              />
            ))}
          </ul>
          {more && <p className="field-hint">{t('campaign.more')}</p>}
        </>
      )}
      <CampaignResults rounds={results} />
    </>
  );
}
