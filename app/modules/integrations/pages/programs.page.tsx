import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { CentreTabs, mayUseCentre } from '#modules/centres/index.tsx';
import { submitSteppedUp } from '#modules/staff/index.server.ts';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { localDay } from '#platform/language/local-day.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { submitForm } from '#platform/web/submit-form.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TokenTable } from '../components/token-table.tsx';
import { WebhookCard } from '../components/webhook-card.tsx';
import { resumeWebhook } from '../operations/resume-webhook.server.ts';
import { revokeToken } from '../operations/revoke-token.server.ts';
import { stopWebhook } from '../operations/stop-webhook.server.ts';
import { tryWebhook } from '../operations/try-webhook.server.ts';
import { listTokens } from '../queries/list-tokens.query.server.ts';
import { listWebhooks } from '../queries/list-webhooks.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { policy } = web.house;
  const { timeZone } = actor.centre;
  const reader = { language: web.language, timeZone };
  const tokens = await web.read(listTokens, {});
  const { on, webhooks } = await web.read(listWebhooks, {});
  return {
    may: mayUseCentre(policy, actor),
    mayKeep: policy.mayEver(actor, 'token.create'),
    on,
    tokens: tokens.map((token) => ({
      id: token.id,
      name: token.name,
      scopes: token.scopes,
      state: token.state,
      made: formatDay(localDay(token.createdAt, timeZone), reader, 'short'),
      lastUsed: token.lastUsedOn && formatDay(token.lastUsedOn, reader, 'short'),
      expires: formatDay(token.expiresOn, reader, 'short'),
      key: formKey(),
    })),
    webhooks: webhooks.map((webhook) => ({
      id: webhook.id,
      url: webhook.url,
      events: webhook.events,
      stoppedWhy: webhook.stoppedWhy,
      made: formatMoment(webhook.createdAt, reader, 'short'),
      key: formKey(),
      last: webhook.last.map((notice) => ({ ...notice, at: formatMoment(notice.at, reader, 'short') })),
    })),
  };
}

const acts = { stop: stopWebhook, try: tryWebhook } as const;

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const intent = (await request.clone().formData()).get('intent');
  const submitted =
    intent === 'revoke'
      ? await submitForm(web, request, revokeToken)
      : intent === 'resume'
        ? await submitSteppedUp(web, request, resumeWebhook)
        : await submitForm(
            web,
            request,
            intent === 'stop' ? acts.stop : (acts.try as unknown as typeof stopWebhook),
          );
  if (submitted.ok) throw redirect('/staff/centre/programs?saved');
  return data(submitted, submitted.problem.status);
}

/** What other programs may do here, and what they are told. */
export default function ProgramsPage() {
  const t = useText('integrations');
  const { may, mayKeep, on, tokens, webhooks } = useLoaderData<typeof loader>();
  const submitted = useActionData<typeof action>();
  return (
    <div className="page">
      <PageHeader title={t('programs.title')} note={t('programs.note')} />
      <CentreTabs may={may} />
      {submitted && !submitted.ok && (
        <Notice tone="danger" title={submitted.problem.title}>
          <p>{submitted.problem.next}</p>
        </Notice>
      )}
      <section className="grid gap-4" aria-labelledby="tokens">
        <div className="toolbar">
          <h2 id="tokens">{t('token.title')}</h2>
          {mayKeep && (
            <LinkButton to="/staff/centre/programs/token" tone="primary" icon="add">
              {t('token.new')}
            </LinkButton>
          )}
          <LinkButton to="/api/v1/openapi.json" reloadDocument>
            {t('token.description')}
          </LinkButton>
        </div>
        <TokenTable tokens={tokens} mayEnd={mayKeep} submitted={submitted} />
      </section>
      <section className="mt-8 grid gap-4" aria-labelledby="webhooks">
        <div className="toolbar">
          <h2 id="webhooks">{t('webhook.title')}</h2>
          {mayKeep && on && (
            <LinkButton to="/staff/centre/programs/webhook" tone="primary" icon="add">
              {t('webhook.new')}
            </LinkButton>
          )}
        </div>
        {!on && (
          <EmptyState
            title={t('webhook.off')}
            action={
              mayKeep && (
                <LinkButton to="/staff/centre/settings#settings-integrations">
                  {t('webhook.settings')}
                </LinkButton>
              )
            }
          >
            {t('webhook.off-next')}
          </EmptyState>
        )}
        {on && webhooks.length === 0 && (
          <EmptyState title={t('webhook.none')}>{t('webhook.none-next')}</EmptyState>
        )}
        {webhooks.map((webhook) => (
          <WebhookCard key={webhook.id} webhook={webhook} mayKeep={mayKeep && on} submitted={submitted} />
        ))}
      </section>
    </div>
  );
}
