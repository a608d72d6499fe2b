import type { RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block } from './block.ts';
import { BodyReader } from './body-reader.ts';
import { tameSource } from './clean-source.ts';

/**
 * The blocks of a body, whatever was typed: what is not on the list of blocks comes out as the text it is, never as
 * markup. Pure, runs in a browser as well, never throws, and takes time in proportion to the text.
 */
export function parseBody(markdown: string): Block[] {
  return readBody(markdown).blocks;
}

/**
 * The source of each block at the top level, in the order of `parseBody`: what a translation is compared with,
 * block by block.
 */
export function blockSource(markdown: string): string[] {
  return readBody(markdown).sources;
}

/** A short name for the source of a block; differences of spacing alone do not count. Not for secrets. */
export function blockHash(source: string): string {
  const text = source.replace(/\s+/gu, ' ').trim();
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

function readBody(markdown: string): { blocks: Block[]; sources: string[] } {
  const source = tameSource(markdown);
  const reader = new BodyReader(source);
  const blocks: Block[] = [];
  const sources: string[] = [];
  for (const node of parse(source)) {
    if (reader.isFull) {
      blocks.push(cutMark());
      sources.push(reader.sourceOf(node));
      break;
    }
    blocks.push(reader.block(node, 1));
    sources.push(reader.sourceOf(node));
  }
  return { blocks, sources };
}

/** Constructs that have no block: switched off, so that what was typed stays text. */
const switchedOff = {
  disable: {
    null: [
      'autolink',
      'blockQuote',
      'characterReference',
      'codeFenced',
      'codeIndented',
      'codeText',
      'definition',
      'htmlFlow',
      'htmlText',
      'setextUnderline',
      'thematicBreak',
    ],
  },
};

function parse(source: string): RootContent[] {
  try {
    return fromMarkdown(source, {
      extensions: [directive(), gfmTable(), switchedOff],
      mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
    }).children;
  } catch {
    // No input is known that gets here; a reader must see the words even then.
    return source
      .split(/\n{2,}/u)
      .filter((part) => part.trim() !== '')
      .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  }
}

const cutMark = (): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text: '…' }] });
