import { useState } from 'react';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import type { HandOverLink } from '../hand-over-link.server.ts';
import { SvgImage } from './svg-image.tsx';

/** A link to hand over: to scan, to copy, to print. It is shown this once. */
export function LinkPanel({ link, name }: { link: HandOverLink; name: string }) {
  const t = useText('staff');
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link.url);
    setCopied(true);
  };
  return (
    <Card title={t('link.title', { name })} id="link">
      <div className="flex flex-wrap items-start gap-x-8 gap-y-5">
        <SvgImage svg={link.qr} label={t('link.qr')} />
        <div className="grid max-w-xl min-w-0 flex-1 basis-72 gap-3">
          <p>{t('link.text', { name })}</p>
          <label className="field">
            <span className="field-label">{t('link.label')}</span>
            <input
              className="input"
              readOnly
              dir="ltr"
              value={link.url}
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
          {link.isLocal && (
            <Notice tone="attention">
              <p>{t('link.local')}</p>
            </Notice>
          )}
          <p className="text-ink-soft">{t('link.until', { until: link.until })}</p>
          {hydrated && (
            <div className="toolbar">
              <Button type="button" icon={copied ? 'check' : 'file'} onClick={() => void copy()}>
                {t(copied ? 'common:action.copied' : 'common:action.copy')}
              </Button>
              <Button type="button" tone="secondary" icon="print" onClick={() => print()}>
                {t('common:action.print')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </Card>
  );
}
