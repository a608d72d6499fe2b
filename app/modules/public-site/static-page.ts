import { type DefaultTreeAdapterTypes as Tree, parse, parseFragment, serialize } from 'parse5';
import { relativeLink } from './static-path.ts';

export interface StaticPage {
  /** As the site serves it. */
  source: string;
  /** Where it will lie in the copy. */
  file: string;
  /** The file for an address of the site; undefined for what the copy does not have. */
  fileOf(path: string): string | undefined;
  /** Where links lead that need the server: the page that says how to call and to come. */
  instead: string;
  /** The stylesheet of the copy. */
  styleFile: string;
  /** HTML that comes first in the text: what this copy is. */
  banner: string;
  /** HTML that stands where the search field was. */
  search: string;
  /** HTML of the whole text, in place of the page's own. */
  main?: string;
}

/** What a copy may do: nothing but show itself. */
const policy = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

/**
 * A page of the site as a file: links lead to other files, what needs a server is gone, and the style lies beside.
 * Nothing is read but the page itself.
 */
export function staticPage(page: StaticPage): string {
  const document = parse(page.source);
  for (const element of elementsOf(document)) rewrite(element, page);
  return serialize(document);
}

/** The style that a page carries inside. */
export function styleOf(source: string): string {
  const style = elementsOf(parse(source)).find(({ tagName }) => tagName === 'style');
  return style?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '';
}

function rewrite(element: Tree.Element, page: StaticPage): void {
  if (element.parentNode === null) return;
  if (attribute(element, 'data-live') !== undefined) return remove(element);
  switch (element.tagName) {
    case 'style':
      return replace(element, `<link rel="stylesheet" href="${relativeLink(page.file, page.styleFile)}">`);
    case 'meta':
      if (attribute(element, 'charset') !== undefined)
        insertAfter(element, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
      return;
    case 'search':
      return replace(element, page.search);
    case 'main':
      if (page.main !== undefined) {
        forgetInside(element);
        element.childNodes = fragment(page.main, element);
      }
      element.childNodes.unshift(...fragment(page.banner, element));
      return;
    case 'link':
    case 'a':
    case 'audio':
      return rewriteLink(element, page);
    default:
  }
}

function rewriteLink(element: Tree.Element, page: StaticPage): void {
  const name = element.tagName === 'audio' ? 'src' : 'href';
  const found = element.attrs.find((each) => each.name === name);
  if (!found?.value.startsWith('/')) return;
  const [path = '', hash] = found.value.split('#');
  const file = page.fileOf(path.split('?')[0] ?? '');
  // The way out needs the server; so does what only programs read.
  if (path === '/leave' || (!file && element.tagName !== 'a')) return remove(element);
  found.value = relativeLink(page.file, file ?? page.instead) + (file && hash ? `#${hash}` : '');
}

/** All elements below, outermost first, as they stood when it was asked. */
function elementsOf(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsOf(child)] : []));
}

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

function remove(element: Tree.Element): void {
  const parent = element.parentNode;
  if (!parent) return;
  parent.childNodes = parent.childNodes.filter((each) => each !== element);
  forget(element);
}

/** What stood inside is gone with it: nobody rewrites it any more. */
function forget(element: Tree.Element): void {
  forgetInside(element);
  element.parentNode = null;
}

function forgetInside(element: Tree.Element): void {
  for (const inside of elementsOf(element)) inside.parentNode = null;
}

function replace(element: Tree.Element, markup: string): void {
  const parent = element.parentNode;
  if (!parent) return;
  const at = parent.childNodes.indexOf(element);
  parent.childNodes.splice(at, 1, ...fragment(markup, parent));
  forget(element);
}

function insertAfter(element: Tree.Element, markup: string): void {
  const parent = element.parentNode;
  parent?.childNodes.splice(parent.childNodes.indexOf(element) + 1, 0, ...fragment(markup, parent));
}

function fragment(markup: string, parent: Tree.ParentNode): Tree.ChildNode[] {
  const { childNodes } = parseFragment(markup);
  for (const node of childNodes) node.parentNode = parent;
  return childNodes;
}

/** Text as the content of an element or an attribute in quotes. */
export const htmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');
