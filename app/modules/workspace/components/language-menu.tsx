import { useLocation } from 'react-router';
import { interfaceLanguages } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Icon } from '#ui/icon.tsx';
import { Menu } from '#ui/menu.tsx';

/** The staff's languages, each in its own script. A form, so that it works without script. */
export function LanguageMenu() {
  const t = useText('workspace');
  const { language } = usePageTexts();
  const { pathname, search } = useLocation();
  const offered = interfaceLanguages.filter((each) => each.audience === 'staff');
  const current = offered.find((each) => each.code === language);
  return (
    <Menu
      label={[t('frame.language'), current?.ownName].filter(Boolean).join(': ')}
      face={
        <>
          <Icon name="language" />
          <span className="frame-tool-text">{current?.ownName}</span>
        </>
      }
    >
      {/* A whole new document: its texts, direction and typeface all change. */}
      <form method="post" action="/language">
        <input type="hidden" name="next" value={pathname + search} />
        {offered.map((each) => (
          <button
            key={each.code}
            className="menu-item"
            name="language"
            value={each.code}
            lang={each.code}
            dir={each.dir}
            aria-current={each.code === language || undefined}
          >
            {each.ownName}
          </button>
        ))}
      </form>
    </Menu>
  );
}
