import { useText } from '#platform/web/page-texts.ts';

const samples = {
  heading: '## …',
  steps: '1. …\n2. …',
  list: '- …\n- …',
  strong: '**…**',
  fact: '::fact[…]',
  value: ':fact[…]',
  warning: ':::warning\n…\n:::',
  contact: ':::contact[…]\n…\n:::',
  checklist: ':::checklist\n- … :at[visa]\n- … :for{route=direct}\n:::',
  centre: '::centre',
  table: '| … | … |\n|---|---|\n| … | … |',
  page: '[…](page:…)',
} as const;

/** The few marks that a body knows; everything else comes out as the text it is. */
export function BlockHelp() {
  const t = useText('guides');
  return (
    <details className="fold">
      <summary>{t('help.title')}</summary>
      <div className="fold-body">
        <p>{t('help.text')}</p>
        <dl className="facts">
          {Object.entries(samples).map(([name, sample]) => (
            <div key={name} className="contents">
              <dt>{t(`help.${name}`)}</dt>
              <dd>
                <pre className="m-0 whitespace-pre-wrap font-mono text-sm" dir="ltr">
                  {sample}
                </pre>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
