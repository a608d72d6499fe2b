import { useText } from '#platform/web/page-texts.ts';
import { brandNames, deviceWords } from '../device-class.ts';

/** "Chrome on Android", as coarse as it is kept. */
export function DeviceName({ device }: { device: string | null }) {
  const t = useText('staff');
  const { browser, system } = deviceWords(device);
  if (browser === 'other' && system === 'other') return <>{t('device.unknown')}</>;
  return (
    <>
      {t('device.name', {
        browser: brandNames[browser] ?? t('device.browser.other'),
        system: brandNames[system] ?? t(`device.system.${system === 'ios' ? 'ios' : 'other'}`),
      })}
    </>
  );
}
