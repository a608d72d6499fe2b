import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  tone?: ButtonTone;
  size?: 'normal' | 'small';
  icon?: IconName;
  /** Shows that the click was taken; the button stays focusable. */
  busy?: boolean;
}

/** A button that does something. For going somewhere use `LinkButton`. */
export function Button(props: ButtonProps) {
  const { tone = 'primary', size, icon, busy, className, children, type = 'submit', ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      className={classNames('button', className)}
      data-tone={tone}
      data-size={size}
      aria-busy={busy || undefined}
    >
      {icon && !busy && <Icon name={icon} />}
      {children}
    </button>
  );
}
