import { createHash } from 'node:crypto';
import type { DocumentKind } from './page-handle.ts';
import { publicStyle } from './public-style.server.ts';

const styleHash = `'sha256-${createHash('sha256').update(publicStyle).digest('base64')}'`;
const always = ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"];

/** For answers that are no pages: nothing may load, nothing may frame them. */
export const barePolicy = always.join('; ');

/**
 * The content security policy of a document. Public pages: one style by its hash and nothing else, so that a
 * cached copy needs no nonce. Staff pages: scripts of ours by nonce or from our own origin.
 * Recordings and scans may come from the origin for files, where there is one.
 * No style stands in an attribute anywhere, so none is allowed.
 */
export function contentPolicy(kind: DocumentKind, nonce: string, filesOrigin = ''): string {
  if (kind.half === 'public') {
    // A page may be read aloud by a recording of our own.
    return [
      ...always,
      `style-src ${styleHash}`,
      'img-src data:',
      `media-src 'self' ${filesOrigin}`.trim(),
    ].join('; ');
  }
  const dev = process.env['NODE_ENV'] === 'development';
  return [
    ...always,
    kind.scripts ? `script-src 'self' 'nonce-${nonce}'` : '',
    // The development server hands styles over as inline elements without a nonce.
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    dev ? "connect-src 'self' ws:" : "connect-src 'self'",
    // The preview of a page; nothing else of ours lets itself be framed.
    "frame-src 'self'",
  ]
    .filter(Boolean)
    .join('; ');
}
