import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';

export interface PhonePreviewProps {
  pageId: string;
  languages: readonly string[];
  /** Changes with every save, so that the frame is fetched anew. */
  version: string;
  language: string;
}

/** The saved working copy as a reader would have it on a small phone. */
export function PhonePreview({ pageId, languages, version, language }: PhonePreviewProps) {
  const t = useText('guides');
  const at = (code: string) => `/staff/guides/${pageId}/preview?language=${code}`;
  return (
    <Card id="preview" title={t('preview.title')}>
      <p className="toolbar text-sm">
        {languages.map((code) => (
          <a key={code} href={at(code)} target="phone" lang={code}>
            {interfaceLanguage(code).ownName}
          </a>
        ))}
      </p>
      <iframe
        key={version}
        name="phone"
        className="mx-auto block h-[40rem] w-[360px] max-w-full rounded-3xl border-8 border-ink bg-white"
        src={at(language)}
        sandbox="allow-same-origin"
        title={t('preview.title')}
        loading="lazy"
      />
      <p className="text-sm text-ink-soft">{t('preview.note')}</p>
    </Card>
  );
}
