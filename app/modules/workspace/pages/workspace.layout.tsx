import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router';
import { idleMinutesOf } from '#modules/staff/index.server.ts';
import { IdleLock } from '#modules/workspace/components/idle-lock.tsx';
import { LanguageMenu } from '#modules/workspace/components/language-menu.tsx';
import { LockKey } from '#modules/workspace/components/lock-key.tsx';
import { PersonMenu } from '#modules/workspace/components/person-menu.tsx';
import { SearchField } from '#modules/workspace/components/search-field.tsx';
import { BottomBar, SideNavigation } from '#modules/workspace/components/side-navigation.tsx';
import { navigationFor } from '#modules/workspace/navigation.ts';
import { requireStaffPage } from '#modules/workspace/require-staff-page.server.ts';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { SkipLink } from '#ui/skip-link.tsx';
import '#ui/staff.css';

export const handle: PageHandle = { half: 'staff', scripts: true };

export const middleware = [requireStaffPage];

export function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  return {
    name: actor.displayName,
    roles: actor.roles,
    items: navigationFor(web.house.policy, actor).map(({ id, to }) => ({ id, to })),
    idleMinutes: idleMinutesOf(actor.centre.settings),
    hasPasskey: actor.hasPasskey === true,
    maySearch: web.house.policy.mayEver(actor, 'client.find'),
  };
}

/** The workspace: the day's work at the side, one search on top, the page. */
export default function WorkspaceLayout() {
  const t = useText('workspace');
  const { name, roles, items, idleMinutes: minutes, maySearch } = useLoaderData<typeof loader>();
  return (
    <div className="frame">
      <SkipLink label={t('skipToContent')} />
      <SideNavigation items={items} />
      <header className="frame-top">
        {maySearch && <SearchField />}
        <div className="frame-tools">
          <LanguageMenu />
          <PersonMenu name={name} roles={roles} />
        </div>
      </header>
      <main className="frame-main" id="main">
        <Outlet />
      </main>
      <BottomBar items={items} />
      <IdleLock minutes={minutes} />
      <LockKey />
    </div>
  );
}
