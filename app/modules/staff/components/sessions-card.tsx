import { useLoaderData } from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { loader } from '../pages/account-sign-in.page.tsx';
import { DeviceName } from './device-name.tsx';

/** Where one is signed in now, and which browsers know one. */
export function SessionsCard({ of }: { of: (part: string) => object | undefined }) {
  const t = useText('staff');
  const { language } = usePageTexts();
  const { devices, keys, timeZone } = useLoaderData<typeof loader>();
  const moment = (at: Date | string) => formatMoment(new Date(at), { language, timeZone });
  const others = devices.sessions.filter(({ isThis }) => !isThis);
  return (
    <Card title={t('session.title')} id="sessions">
      <p>{t('session.what')}</p>
      <ul className="m-0 mt-4 grid list-none gap-3 p-0">
        {devices.sessions.map((session) => (
          <li key={session.id} className="border-line border-t pt-3">
            <strong>
              <DeviceName device={session.device} />
            </strong>{' '}
            {session.isThis && <Badge tone="success">{t('session.this')}</Badge>}{' '}
            {session.locked && <Badge>{t('session.locked')}</Badge>}
            <div className="text-sm text-ink-soft">
              {t(`session.by.${session.method}`)} · {t('session.since', { since: moment(session.since) })} ·{' '}
              {t('session.seen', { seen: moment(session.lastSeen) })}
            </div>
            {!session.isThis && (
              <PageForm formKey={keys[4] + session.id.slice(0, 8)} submitted={of('end')} className="mt-2">
                <input type="hidden" name="sessionId" value={session.id} />
                <div className="form-actions">
                  <SubmitButton name="part" value="end" tone="secondary" size="small">
                    {t('session.end')}
                  </SubmitButton>
                </div>
              </PageForm>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <PageForm formKey={keys[5]} submitted={of('end-others')} className="mt-4">
          <div className="form-actions">
            <SubmitButton name="part" value="end-others" tone="secondary">
              {t('session.end-others')}
            </SubmitButton>
          </div>
        </PageForm>
      ) : (
        <p className="mt-3 text-ink-soft">{t('session.only')}</p>
      )}
      {devices.devices.length > 0 && (
        <details className="fold mt-4">
          <summary>{t('device.title', { count: devices.devices.length })}</summary>
          <div className="fold-body">
            <p>{t('device.what')}</p>
            <ul className="m-0 grid list-none gap-3 p-0">
              {devices.devices.map((device) => (
                <li key={device.id}>
                  <DeviceName device={device.device} />
                  <div className="text-sm text-ink-soft">
                    {t('device.used', { used: moment(device.lastUsed) })}
                  </div>
                  <PageForm
                    formKey={keys[6] + device.id.slice(0, 8)}
                    submitted={of('forget')}
                    className="mt-1"
                  >
                    <input type="hidden" name="deviceId" value={device.id} />
                    <div className="form-actions">
                      <SubmitButton name="part" value="forget" tone="quiet" size="small">
                        {t('device.forget')}
                      </SubmitButton>
                    </div>
                  </PageForm>
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </Card>
  );
}
