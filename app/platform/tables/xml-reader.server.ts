import { SaxesParser } from 'saxes';
import { isProblem } from '../problem.ts';
import { tableProblem, usualLimits } from './table-limits.ts';

export interface XmlHandlers {
  /** Names without their prefix: some programs write `x:row`. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Characters without a tag in between. A cell holds 32,767; beyond this it is no cell but an attack on memory. */
const longestRun = 4 * 1024 ** 2;

/**
 * Reads XML piece by piece; after each piece the caller may take what its handlers collected. A document type is refused:
 * tables have none, and entities defined there are how a kilobyte becomes a gigabyte ("billion laughs").
 * @throws Problem `table.unsafe`, `table.damaged`, `table.cell-too-long`
 */
export async function* readXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let run = 0;
  parser.on('doctype', () => {
    throw tableProblem('unsafe');
  });
  parser.on('opentag', ({ name, attributes }) => {
    run = 0;
    handlers.open(withoutPrefix(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    run = 0;
    handlers.close?.(withoutPrefix(name));
  });
  const { text } = handlers;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  try {
    for await (const piece of pieces) {
      run += piece.length;
      parser.write(piece);
      if (run > longestRun) throw tableProblem('cell-too-long', { limit: usualLimits.cellLength });
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    throw isProblem(error) ? error : tableProblem('damaged', {}, error);
  }
}

/** Reads to the end; for parts that are small or collected whole. */
export async function readWholeXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const reading = readXml(pieces, handlers);
  while (!(await reading.next()).done);
}

/** The value of an attribute whatever its prefix, such as `r:id`. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const found = Object.keys(attributes).find((each) => withoutPrefix(each) === name);
  return found === undefined ? undefined : attributes[found];
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
