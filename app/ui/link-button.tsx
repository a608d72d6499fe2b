import { Link, type LinkProps } from 'react-router';
import type { ButtonTone } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export interface LinkButtonProps extends LinkProps {
  tone?: ButtonTone;
  size?: 'normal' | 'small';
  icon?: IconName;
}

/** A link that looks like a button. `reloadDocument` for files and for pages of the other half. */
export function LinkButton(props: LinkButtonProps) {
  const { tone = 'secondary', size, icon, className, children, ...rest } = props;
  return (
    <Link {...rest} className={classNames('button', className)} data-tone={tone} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
