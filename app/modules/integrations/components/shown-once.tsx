import { useState } from 'react';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';

/** A secret that is shown this once: to copy, never to find again. */
export function ShownOnce({ title, label, secret, once, how }: ShownOnceProps) {
  const t = useText('integrations');
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Card title={title} id="secret">
      <div className="grid max-w-2xl gap-4">
        <Notice tone="attention">
          <p>{once}</p>
        </Notice>
        <label className="field">
          <span className="field-label">{label}</span>
          <input
            className="input font-mono"
            readOnly
            dir="ltr"
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        {how && <p className="text-ink-soft">{how}</p>}
        {hydrated && (
          <div className="toolbar">
            <Button type="button" icon={copied ? 'check' : 'file'} onClick={() => void copy()}>
              {t(copied ? 'common:action.copied' : 'common:action.copy')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

interface ShownOnceProps {
  title: string;
  label: string;
  secret: string;
  once: string;
  how?: string;
}
