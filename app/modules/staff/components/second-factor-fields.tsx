import { useText } from '#platform/web/page-texts.ts';
import type { NewSecondFactor } from '../second-factor.server.ts';
import { CodeField } from './code-field.tsx';
import { SvgImage } from './svg-image.tsx';

/** Sets up the second factor: scan or type the key into an app, then prove that it arrived. */
export function SecondFactorFields({
  factor,
}: {
  factor: Pick<NewSecondFactor, 'address' | 'qr' | 'groups'>;
}) {
  const t = useText('staff');
  return (
    <fieldset className="fieldset" data-size="section">
      <legend>{t('second-factor.title')}</legend>
      <p className="field-hint">{t('second-factor.why')}</p>
      <ol className="my-2 grid list-decimal gap-4 ps-5">
        <li>{t('second-factor.install')}</li>
        <li>
          {t('second-factor.scan')}
          <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-3">
            <SvgImage svg={factor.qr} label={t('second-factor.qr')} />
            <div className="grid max-w-72 gap-2">
              <span className="text-ink-soft">{t('second-factor.type')}</span>
              <bdi
                dir="ltr"
                className="rounded-md bg-sand px-3 py-2 font-mono text-lg leading-relaxed tracking-wide [word-spacing:0.35em]"
              >
                {factor.groups.join(' ')}
              </bdi>
              <a href={factor.address}>{t('second-factor.here')}</a>
            </div>
          </div>
        </li>
        <li>
          <CodeField label={t('second-factor.prove')} hint={t('second-factor.prove-hint')} />
        </li>
      </ol>
    </fieldset>
  );
}
