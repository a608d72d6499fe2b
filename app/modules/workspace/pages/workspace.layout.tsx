import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router';
import { textIn } from '#modules/centres/index.server.ts';
import { PanicKey, PanicMenu } from '#modules/sealing/index.tsx';
import { idleMinutesOf, ownCentres } from '#modules/staff/index.server.ts';
import { IdleLock } from '#modules/workspace/components/idle-lock.tsx';
import { LanguageMenu } from '#modules/workspace/components/language-menu.tsx';
import { LockKey } from '#modules/workspace/components/lock-key.tsx';
import { NoticeBar } from '#modules/workspace/components/notice-bar.tsx';
import { PersonMenu } from '#modules/workspace/components/person-menu.tsx';
import { SearchField } from '#modules/workspace/components/search-field.tsx';
import { BottomBar, SideNavigation } from '#modules/workspace/components/side-navigation.tsx';
import { navigationFor } from '#modules/workspace/navigation.ts';
import { requireStaffPage } from '#modules/workspace/require-staff-page.server.ts';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { SkipLink } from '#ui/skip-link.tsx';
import '#ui/staff.css';

export const handle: PageHandle = { half: 'staff', scripts: true };

export const middleware = [requireStaffPage];

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { here, several, notices } = await web.read(ownCentres, {});
  return {
    name: actor.displayName,
    // Where there is only one centre, nobody has to be told which.
    centre: several ? textIn(here, web.language) : undefined,
    // Whether there is an account to go to is told to nobody before they prove it.
    maySwitch: several && web.house.policy.mayEver(actor, 'session.switch-centre'),
    notices,
    roles: actor.roles,
    items: navigationFor(web.house.policy, actor, { several }).map(({ id, to }) => ({ id, to })),
    idleMinutes: idleMinutesOf(actor.centre.settings, actor.sharedDevice !== undefined),
    session: actor.sessionId,
    onSharedDevice: actor.sharedDevice !== undefined,
    hasPasskey: actor.hasPasskey === true,
    maySearch: web.house.policy.mayEver(actor, 'client.find'),
  };
}

/** The workspace: the day's work at the side, one search on top, the page. */
export default function WorkspaceLayout() {
  const t = useText('workspace');
  const page = useLoaderData<typeof loader>();
  const { name, roles, items, idleMinutes: minutes, maySearch, centre, maySwitch } = page;
  return (
    <div className="frame">
      <SkipLink label={t('skipToContent')} />
      <SideNavigation items={items} />
      <header className="frame-top">
        {maySearch && <SearchField />}
        {centre && (
          <p className="frame-centre" title={t('frame.centre', { centre })}>
            <Bdi>{centre}</Bdi>
          </p>
        )}
        <div className="frame-tools">
          <PanicMenu />
          <LanguageMenu />
          <PersonMenu
            name={name}
            roles={roles}
            centre={centre}
            maySwitch={maySwitch}
            onSharedDevice={page.onSharedDevice}
          />
        </div>
      </header>
      <main className="frame-main" id="main">
        <NoticeBar count={page.notices} />
        <Outlet />
      </main>
      <BottomBar items={items} />
      <IdleLock minutes={minutes} session={page.session} />
      <PanicKey />
      <LockKey />
    </div>
  );
}
