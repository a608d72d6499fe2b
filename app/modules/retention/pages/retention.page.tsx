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
import { needsCode, submitSteppedUp } from '#modules/staff/index.server.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { KeptClasses } from '../components/kept-classes.tsx';
import { ProposalForm } from '../components/proposal-form.tsx';
import { RetentionNights } from '../components/retention-nights.tsx';
import { approveProposals } from '../operations/approve-proposals.server.ts';
import { confirmClock } from '../operations/confirm-clock.server.ts';
import { retentionOverview } from '../queries/retention-overview.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  return {
    ...(await web.read(retentionOverview, {})),
    keys: [formKey(), formKey()],
    needsCode: needsCode(web),
    timeZone: actor.centre.timeZone,
    tabs: maySeeTabs(web),
    may: {
      open: web.house.policy.mayEver(actor, 'client.view'),
      confirm: web.house.policy.mayEver(actor, 'retention.confirm-clock'),
      set: web.house.policy.mayEver(actor, 'centre.edit'),
    },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const act = new URL(request.url).searchParams.get('act');
  const submitted =
    act === 'clock'
      ? await submitSteppedUp(web, request, confirmClock, () => ({}))
      : await submitSteppedUp(web, request, approveProposals, ({ input }) => ({
          proposalIds: [input['proposals'] ?? []].flat(),
          sure: input['sure'] === 'yes',
        }));
  if (!submitted.ok) return data({ ...submitted, act }, submitted.problem.status);
  throw redirect('/staff/retention');
}

/** What is kept how long, what is proposed to go, and how the last nights went. */
export default function RetentionPage() {
  const t = useText('retention');
  const page = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  const refused = (act: string | null) =>
    submitted?.ok === false && submitted.act === act ? submitted : undefined;
  return (
    <>
      <title>{t('title')}</title>
      <PageHeader title={t('title')} note={t('note')} />
      <DataTabs may={page.tabs} />
      <div className="own-data">
        <RetentionNights
          runs={page.runs}
          timeZone={page.timeZone}
          mayConfirm={page.may.confirm}
          needsCode={page.needsCode}
          formKey={page.keys[1] ?? ''}
          submitted={refused('clock')}
        />
        <ProposalForm
          proposals={page.proposals}
          more={page.more}
          mayOpen={page.may.open}
          needsCode={page.needsCode}
          formKey={page.keys[0] ?? ''}
          submitted={refused(null)}
          timeZone={page.timeZone}
        />
        <Card
          id="classes"
          title={t('classes.title')}
          aside={page.may.set && <Link to="/staff/centre/settings">{t('classes.settings')}</Link>}
        >
          <p>{t('classes.limit', { percent: page.percent })}</p>
          <KeptClasses classes={page.classes} />
        </Card>
      </div>
    </>
  );
}
