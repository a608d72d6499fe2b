import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { directionOf } from '../../app/platform/language/interface-languages.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export interface PublicPage {
  /** As it was asked for: `/ur/guides/not-paid`. */
  path: string;
  html: string;
}

/** Elements that say something by being there: without a word they are a hole in the page. */
const speaking = new Set(
  'a button caption dd dt figcaption h1 h2 h3 h4 h5 h6 label legend li option p summary th title'.split(' '),
);
const loading = new Set(['base', 'embed', 'frame', 'iframe', 'img', 'object', 'script', 'video']);
const addressed = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'srcset', 'background', 'ping'];
const safeAddress = /^(https?:|mailto:|tel:|sms:|\/(?!\/)|#|\?)/i;
const broken = /\{\{|\}\}|\$t\(|\[object |\bundefined\b|\bNaN\b|Invalid Date|\ufffd/;
/** Overrides turn text around; what is pushed is never popped by somebody else. */
const overrides = /[\u202a\u202b\u202d\u202e]/;

/**
 * Everything that a page for everybody must never do or show, in plain words; empty when the page is sound. Looks at
 * what was sent, not at what a browser made of it.
 * @param names what no title may hold: the centre's own name, in whatever language
 */
export function judgePage({ path, html }: PublicPage, names: readonly string[]): string[] {
  const faults: string[] = [];
  const document = parse(html);
  const elements = [...elementsIn(document)];
  const of = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const [root] = of('html');
  const language = path.split(/[/?# ]/)[1] ?? '';

  if (root && attribute(root, 'lang') !== language) faults.push(`lang is ${attribute(root, 'lang')}`);
  if (root && attribute(root, 'dir') !== directionOf(language))
    faults.push(`dir is ${attribute(root, 'dir')}`);
  for (const [name, count] of [
    ['h1', of('h1').length],
    ['main', of('main').length],
    ['title', of('title').length],
  ])
    if (count !== 1) faults.push(`${count} ${name}`);
  const title = textOf(of('title')[0]).trim();
  for (const name of names) if (title.includes(name)) faults.push(`the title names the centre: ${title}`);

  for (const element of elements) faults.push(...faultsOf(element));
  for (const text of textsIn(document)) {
    if (broken.test(text)) faults.push(`a text that was not filled in: ${short(text)}`);
    if (isKey(text.trim())) faults.push(`a key in place of a text: ${short(text)}`);
    if (overrides.test(text)) faults.push(`a text that turns what follows: ${short(text)}`);
  }
  return [...new Set(faults)];
}

function faultsOf(element: Element): string[] {
  const { tagName, attrs } = element;
  const faults: string[] = [];
  if (loading.has(tagName)) faults.push(`<${tagName}>`);
  if (tagName === 'meta' && attribute(element, 'http-equiv')?.toLowerCase() === 'refresh')
    faults.push('a refresh');
  if (
    tagName === 'link' &&
    /stylesheet|preload|modulepreload|prefetch/i.test(attribute(element, 'rel') ?? '')
  )
    faults.push(`<link rel="${attribute(element, 'rel')}">`);
  for (const { name, value } of attrs) {
    if (name.startsWith('on')) faults.push(`${name} on <${tagName}>`);
    if (name === 'style') faults.push(`a style on <${tagName}>`);
    if (addressed.includes(name) && !safeAddress.test(value) && !isNoIcon(element))
      faults.push(`${name}="${short(value)}" on <${tagName}>`);
    if (
      (name === 'aria-label' || name === 'title') &&
      (value.trim() === '' || isKey(value) || broken.test(value))
    )
      faults.push(`${name}="${short(value)}" on <${tagName}>`);
  }
  if (speaking.has(tagName) && isSilent(element)) faults.push(`an empty <${tagName}>`);
  return faults;
}

/** The empty icon keeps the browser from asking for one. */
const isNoIcon = (element: Element): boolean =>
  attribute(element, 'rel') === 'icon' && attribute(element, 'href') === 'data:,';

const isSilent = (element: Element): boolean =>
  textOf(element).replace(/[\s\u00a0\u200b-\u200f]/g, '') === '' &&
  !attribute(element, 'aria-label') &&
  // A field speaks for the line it stands in.
  ![...elementsIn(element)].some(({ tagName }) => ['input', 'select', 'textarea', 'audio'].includes(tagName));

const locales = join(import.meta.dirname, '../../locales/en');
/** The first words of all keys: an untranslated key is shown as `guide.draftTitle` or `site:guide.draftTitle`. */
const firstWords = new Set(
  readdirSync(locales).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(locales, file), 'utf8')) as object),
  ),
);
const namespaces = new Set(readdirSync(locales).map((file) => file.replace('.json', '')));

function isKey(text: string): boolean {
  const [, namespace, first = ''] = /^(?:([a-z-]+):)?([a-z][\w-]*)(?:\.[\w-]+)+$/i.exec(text) ?? [];
  if (namespace !== undefined) return namespaces.has(namespace);
  return firstWords.has(first);
}

function* elementsIn(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child;
    yield* elementsIn(child);
  }
}

function* textsIn(node: Node): Generator<string> {
  if ('value' in node && node.nodeName === '#text') yield node.value;
  if (!('childNodes' in node) || node.nodeName === 'style') return;
  for (const child of node.childNodes) yield* textsIn(child);
}

const textOf = (node: Node | undefined): string => (node ? [...textsIn(node)].join('') : '');
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;
const short = (text: string): string => text.trim().slice(0, 60);
