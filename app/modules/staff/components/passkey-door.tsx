import type { ReactNode } from 'react';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { useHydrated } from '#ui/use-hydrated.ts';
import type { WithoutPasskeys } from '../passkey-home.ts';
import { PasskeyButton } from './passkey-button.tsx';

interface PasskeyDoorProps {
  address: string;
  next: string;
  /** Why there are no passkeys at this address. */
  why?: WithoutPasskeys;
  submitted?: unknown;
  children: string;
}

/** The way in by a passkey, beside the one by passphrase; where there is none, a sentence why. */
export function PasskeyDoor({ address, next, why, submitted, children }: PasskeyDoorProps) {
  const t = useText('staff');
  const hydrated = useHydrated();
  if (why) return <Aside>{t(`passkey.why.${why}`)}</Aside>;
  return (
    <>
      {!hydrated && <Aside>{t('passkey.needs-script')}</Aside>}
      <PageForm
        submitted={submitted}
        reloadDocument
        className="mt-5"
        action={`?next=${encodeURIComponent(next)}`}
      >
        <input type="hidden" name="next" value={next} />
        <PasskeyButton address={address} label={children} wide />
      </PageForm>
    </>
  );
}

const Aside = ({ children }: { children: ReactNode }) => (
  <p className="mt-5 mb-0 text-sm text-ink-soft">{children}</p>
);
