import type { Inline } from './block.ts';
import { inlineText } from './block-text.ts';

/**
 * The address of a link as it may stand on a page, or undefined. Only `page:<slug>`, `https:`, `tel:` and a bare
 * `mailto:`. A web address comes back as a browser would read it, so that look-alike letters show as `xn--`;
 * a number with `*` or `#` does not pass, because a phone may carry it out as a command.
 */
export function safeHref(typed: string): string | undefined {
  const address = typed.trim();
  if (address.length > 500) return undefined;
  if (/^page:[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(address)) return address.length <= 120 ? address : undefined;
  if (/^tel:/iu.test(address)) return phoneHref(address.slice(4));
  if (/^mailto:/iu.test(address)) {
    return /^mailto:[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+$/iu.test(address)
      ? `mailto:${address.slice(7)}`
      : undefined;
  }
  if (!/^https:\/\/[^\s\\]+$/iu.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return isPlain && /\.[a-z][a-z\d-]+$/u.test(url.hostname) ? url.href : undefined;
}

/** `tel:` of a phone number as it is written, or undefined for what cannot be one. */
export function phoneHref(written: string): string | undefined {
  const number = written.trim();
  if (!/^\+?[\d\s().\-\u2013/]{2,30}$/u.test(number)) return undefined;
  const digits = number.replaceAll(/\D/gu, '');
  return digits.length >= 2 && digits.length <= 15
    ? `tel:${number.startsWith('+') ? '+' : ''}${digits}`
    : undefined;
}

/** Is this the link of a phone number whose words are the number itself? It is read from left to right everywhere. */
export function isNumberToCall(link: Inline & { kind: 'link' }): boolean {
  return link.href.startsWith('tel:') && !/\p{L}/u.test(inlineText(link.children));
}
