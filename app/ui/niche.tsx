import { Icon, type IconName } from './icon.tsx';

/** An icon standing in a niche: for empty places and for problems. The mark itself is kept for once per page. */
export function Niche({ icon, tone }: { icon: IconName; tone?: 'attention' }) {
  return (
    <span className="niche" data-tone={tone} aria-hidden="true">
      <Icon name={icon} />
    </span>
  );
}
