import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
} from 'react-router';
import type { StaffActor } from '#platform/actor.ts';
import { formKey } from '#platform/web/form-key.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { PasskeysCard } from '../components/passkeys-card.tsx';
import { PinCard } from '../components/pin-card.tsx';
import { ProviderCard } from '../components/provider-card.tsx';
import { SessionsCard } from '../components/sessions-card.tsx';
import { DeskMark } from '../components/desk-mark.tsx';
import { submitDevices } from '../devices-form.server.ts';
import { passkeysAt } from '../passkey-web.server.ts';
import { providerOffer } from '../provider-web.server.ts';
import { viewDevices } from '../queries/view-devices.query.server.ts';
import { idleMinutesOf } from '../session.server.ts';
import { needsCode } from '../step-up-form.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const at = passkeysAt(web);
  return {
    keys: Array.from({ length: 11 }, formKey),
    devices: await web.read(viewDevices, {}),
    needsCode: needsCode(web),
    withoutPasskeys: 'why' in at ? at.why : undefined,
    provider: providerOffer(web),
    host: web.url.hostname,
    shared: sharing(actor),
    sharedMinutes: idleMinutesOf(actor.centre.settings, true),
    timeZone: actor.centre.timeZone,
  };
}

function sharing({ sharedDevice, staffId, roles }: StaffActor): 'no' | 'mine' | 'theirs' {
  if (!sharedDevice) return 'no';
  return sharedDevice.markedBy === staffId || roles.includes('coordinator') ? 'mine' : 'theirs';
}

export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { part, submitted } = await submitDevices(web, request);
  if (submitted.ok) throw redirect(`/staff/account/sign-in${part === 'proven' ? '#passkeys' : '?saved'}`);
  return data({ ...submitted, part }, submitted.problem.status);
}

/** With what one signs in, and where one is signed in. */
export default function AccountSignInPage() {
  const t = useText('staff');
  const submitted = useActionData<typeof action>();
  const of = (part: string) => (submitted?.part === part ? submitted : undefined);
  return (
    <div className="page">
      <PageHeader
        title={t('ways.title')}
        note={t('ways.note')}
        back={{ to: '/staff/account', label: t('account.title') }}
      />
      <div className="grid max-w-5xl gap-6 lg:grid-cols-2 lg:items-start">
        <div className="grid gap-6">
          <PasskeysCard of={of} />
          <PinCard of={of} />
          <ProviderCard of={of} />
        </div>
        <div className="grid gap-6">
          <SessionsCard of={of} />
          <DeskMark of={of} />
        </div>
      </div>
    </div>
  );
}
