import { useText } from '#platform/web/page-texts.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';

export interface WebhookView {
  id: string;
  url: string;
  events: string[];
  made: string;
  stoppedWhy: 'by-hand' | 'failing' | null;
  last: {
    id: string;
    event: string;
    at: string;
    state: 'waiting' | 'delivered' | 'failed';
    status: number | null;
    trouble: string | null;
  }[];
  key: string;
}

const tones = { waiting: 'plain', delivered: 'success', failed: 'danger' } as const;

/** One address with what it is told of, how the last notices went, and what can be done. */
export function WebhookCard({ webhook, mayKeep, submitted }: WebhookCardProps) {
  const t = useText('integrations');
  const word = (event: string) =>
    event === 'webhook.try' ? t('webhook.event-try') : t(`audit:actions.${event}.name`);
  return (
    <Card
      id={`webhook-${webhook.id}`}
      title={
        <bdi dir="ltr" className="break-all">
          {webhook.url}
        </bdi>
      }
    >
      <div className="grid gap-4">
        {webhook.stoppedWhy && (
          <p>
            <Badge tone="attention">{t(`webhook.stopped.${webhook.stoppedWhy}`)}</Badge>
          </p>
        )}
        <p>
          {t('webhook.events')}: {webhook.events.map(word).join(' · ')}
        </p>
        <div>
          <h3 className="text-base">{t('webhook.last')}</h3>
          {webhook.last.length === 0 && <p className="text-ink-soft">{t('webhook.nothing-yet')}</p>}
          <ul className="grid gap-1">
            {webhook.last.map((notice) => (
              <li key={notice.id}>
                {notice.at} · {word(notice.event)}{' '}
                <Badge tone={tones[notice.state]}>{t(`webhook.state.${notice.state}`)}</Badge>
                {notice.trouble && ` ${t(`webhook.trouble.${notice.trouble}`)}`}
                {notice.status !== null && notice.trouble && ` (${notice.status})`}
              </li>
            ))}
          </ul>
        </div>
        {mayKeep && (
          <PageForm formKey={webhook.key} submitted={submitted}>
            <input type="hidden" name="webhookId" value={webhook.id} />
            <div className="toolbar">
              {webhook.stoppedWhy ? (
                <SubmitButton tone="secondary" name="intent" value="resume">
                  {t('webhook.resume')}
                </SubmitButton>
              ) : (
                <>
                  <SubmitButton tone="secondary" name="intent" value="try">
                    {t('webhook.try')}
                  </SubmitButton>
                  <SubmitButton tone="danger" name="intent" value="stop">
                    {t('webhook.stop')}
                  </SubmitButton>
                </>
              )}
            </div>
          </PageForm>
        )}
      </div>
    </Card>
  );
}

interface WebhookCardProps {
  webhook: WebhookView;
  mayKeep: boolean;
  submitted: unknown;
}
