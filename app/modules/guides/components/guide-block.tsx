import { directionOf } from '#platform/language/interface-languages.ts';
import type { Block, Inline } from '../block.ts';
import type { GuideReading } from './guide-body.tsx';
import { GuideChecklist } from './guide-checklist.tsx';
import { GuideFact } from './guide-fact.tsx';
import { GuideInlines } from './guide-inlines.tsx';

/** One block, with what is inside it. */
export function GuideBlock({ block, reading }: { block: Block; reading: GuideReading }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return (
        <Heading>
          <GuideInlines inlines={block.children} reading={reading} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <GuideInlines inlines={block.children} reading={reading} />
        </p>
      );
    case 'list':
    case 'steps':
      return <GuideList block={block} reading={reading} />;
    case 'table':
      return <GuideTable block={block} reading={reading} />;
    case 'fact':
      return <GuideFact code={block.code} reading={reading} />;
    case 'checklist':
      return <GuideChecklist items={block.items} reading={reading} />;
    case 'warning':
      return (
        <div className="guide-warning">
          <p className="guide-warning-word" lang={reading.language} dir={directionOf(reading.language)}>
            {reading.texts('warning')}
          </p>
          <GuideBlocks blocks={block.children} reading={reading} />
        </div>
      );
    case 'contact':
      return (
        <div className="guide-contact">
          <p className="guide-contact-name">
            <GuideInlines inlines={block.title} reading={reading} />
          </p>
          <GuideBlocks blocks={block.children} reading={reading} />
        </div>
      );
    case 'centre':
      return <div className="guide-contact">{reading.centre}</div>;
  }
}

function GuideBlocks({ blocks, reading }: { blocks: readonly Block[]; reading: GuideReading }) {
  return blocks.map((block, at) => <GuideBlock key={at} block={block} reading={reading} />);
}

function GuideList({ block, reading }: { block: Block & { kind: 'list' | 'steps' }; reading: GuideReading }) {
  const List = block.kind === 'steps' ? 'ol' : 'ul';
  return (
    <List className={block.kind === 'steps' ? 'guide-steps' : undefined}>
      {block.items.map((item, at) => (
        <li key={at}>
          <GuideItem blocks={item} reading={reading} />
        </li>
      ))}
    </List>
  );
}

/** An item of one paragraph is a line, without the room of a paragraph. */
function GuideItem({ blocks, reading }: { blocks: readonly Block[]; reading: GuideReading }) {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return <GuideBlocks blocks={blocks} reading={reading} />;
  return (
    <>
      <GuideInlines inlines={first.children} reading={reading} />
      <GuideBlocks blocks={rest} reading={reading} />
    </>
  );
}

function GuideTable({ block, reading }: { block: Block & { kind: 'table' }; reading: GuideReading }) {
  const cell = (inlines: readonly Inline[]) => <GuideInlines inlines={inlines} reading={reading} />;
  return (
    // Wide tables scroll by themselves, with the keyboard too; the page never does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="guide-table" role="region" aria-label={reading.texts('table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {block.head.map((inlines, at) => {
              // The empty corner of a table is the head of nothing.
              const Cell = inlines.length === 0 ? 'td' : 'th';
              return (
                <Cell key={at} scope={Cell === 'th' ? 'col' : undefined}>
                  {cell(inlines)}
                </Cell>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.map((inlines, column) => (
                <td key={column}>{cell(inlines)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
