import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';

/** Somebody's roles in words. */
export function RoleList({ roles }: { roles: readonly string[] }) {
  const t = useText('staff');
  return (
    <span className="flex flex-wrap gap-1.5">
      {roles.map((role) => (
        <Badge key={role} tone={role === 'coordinator' ? 'teal' : 'plain'}>
          {t(`role.${role}.name`)}
        </Badge>
      ))}
    </span>
  );
}
