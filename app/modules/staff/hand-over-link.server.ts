import { formatMoment } from '#platform/language/format-date.ts';
import { drawQrSvg } from '#platform/documents/qr-svg.server.ts';
import { isLoopback } from '#platform/web/cookie-jar.server.ts';
import type { Web } from '#platform/web/web-context.ts';

/** A link to hand over by hand or message, shown once. */
export interface HandOverLink {
  url: string;
  /** The same as a QR code, as SVG. */
  qr: string;
  /** Until when it can be used, in the reader's words. */
  until: string;
  /** It names this very computer: other devices cannot open it. */
  isLocal: boolean;
}

/** The page behind an invitation's token, under the address that colleagues use. */
export function handOverLink(
  web: Web,
  { token, expiresAt }: { token: string; expiresAt: string },
): HandOverLink {
  const origin = web.house.config.staffUrl ?? web.house.config.publicUrl ?? web.url.origin;
  const url = new URL(`/staff/accept/${token}`, origin).href;
  const timeZone = web.actor.centre?.timeZone;
  return {
    url,
    qr: drawQrSvg(url),
    until: formatMoment(new Date(expiresAt), { language: web.language, timeZone }),
    isLocal: isLoopback(new URL(url).hostname),
  };
}
