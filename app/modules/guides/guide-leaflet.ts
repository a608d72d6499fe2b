import type { FactView } from '#modules/facts/index.server.ts';
import type {
  DocumentData,
  LeafletBlock,
  LeafletFact,
  LeafletRun,
} from '#platform/documents/documents.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import type { Translate } from '#platform/language/translators.ts';
import type { Block, ChecklistItem, Inline } from './block.ts';
import { isNumberToCall } from './body-link.ts';
import { formatFactValue, formatSourceDate } from './fact-value.ts';

export interface LeafletInput {
  text: {
    title: string;
    summary: string;
    blocks: readonly Block[];
    /** False: a draft translation, and the leaflet says so. */
    isChecked: boolean;
    /** The original stands in for a translation that does not exist. */
    isFallback: boolean;
  };
  facts: (code: string) => FactView | undefined;
  /** Full address of the page. */
  url: string;
  /** Each is left out where the centre does not show it. */
  centre: { name?: string; phone?: string; address?: string; hours?: string };
  /** `YYYY-MM-DD`, where somebody has read the page through. */
  verifiedOn?: string;
  isOverdue: boolean;
  language: string;
  /** Texts of the namespace `guide-body`. */
  texts: Translate;
}

/** A page as the data of its leaflet: every fact in words, every label in the reader's language. */
export function guideLeaflet(input: LeafletInput): DocumentData['guide-leaflet'] {
  const { text, centre, language, texts, verifiedOn } = input;
  const writer = new LeafletWriter(input);
  return {
    title: text.title,
    summary: text.summary,
    blocks: text.blocks.flatMap((block) => writer.block(block)),
    url: input.url,
    centreName: centre.name,
    phone: centre.phone,
    address: centre.address,
    hours: centre.hours,
    notes: [
      ...(text.isFallback ? [texts('leaflet.notInYours')] : []),
      ...(text.isChecked ? [] : [texts('leaflet.draft')]),
    ],
    checked: input.isOverdue
      ? texts('overdue')
      : verifiedOn && texts('leaflet.reviewed', { day: formatDay(verifiedOn, { language }) }),
    labels: {
      short: texts('leaflet.short'),
      newest: texts('leaflet.newest'),
      qrAlt: texts('leaflet.qrAlt'),
      askUs: texts('leaflet.askUs'),
    },
  };
}

class LeafletWriter {
  #input: LeafletInput;

  constructor(input: LeafletInput) {
    this.#input = input;
  }

  blocks(blocks: readonly Block[]): LeafletBlock[] {
    return blocks.flatMap((block) => this.block(block));
  }

  block(block: Block): LeafletBlock[] {
    const { texts } = this.#input;
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: block.level, runs: this.runs(block.children) }];
      case 'paragraph':
        return [{ kind: 'paragraph', runs: this.runs(block.children) }];
      case 'list':
      case 'steps':
        return [{ kind: block.kind, items: block.items.map((item) => this.blocks(item)) }];
      case 'table':
        return [
          {
            kind: 'table',
            head: block.head.map((cell) => this.runs(cell)),
            rows: block.rows.map((row) => row.map((cell) => this.runs(cell))),
          },
        ];
      case 'fact':
        return [this.fact(block.code)];
      case 'checklist':
        return [{ kind: 'checklist', items: block.items.map((item) => this.item(item)) }];
      case 'warning':
        return [{ kind: 'warning', word: texts('warning'), children: this.blocks(block.children) }];
      case 'contact':
        return [{ kind: 'contact', title: this.runs(block.title), children: this.blocks(block.children) }];
      case 'centre':
        return this.centre();
    }
  }

  item(item: ChecklistItem): { runs: LeafletRun[]; notes: string[] } {
    const { texts } = this.#input;
    return {
      runs: this.runs(item.children),
      notes: [
        ...(item.step === undefined ? [] : [texts('neededAt', { step: texts(`step.${item.step}`) })]),
        ...item.conditions.map(({ key, value }) =>
          texts('onlyIf', { conditions: texts(`condition.${key}.${value}`) }),
        ),
      ],
    };
  }

  fact(code: string): LeafletFact {
    const { facts, language, texts } = this.#input;
    const fact = facts(code);
    if (!fact) return { kind: 'fact', isAddress: false, statement: texts('missing'), marks: [] };
    const { title, date } = fact.source;
    // The note may be in another language than the words before it: a line of its own.
    const others = fact.conflicts.flatMap(({ code: other, note }) => {
      const found = facts(other);
      const value = found ? formatFactValue(found, language, texts) : '';
      return [`${texts('differ')} ${value === '' ? '' : texts('other', { value })}`, note].filter(Boolean);
    });
    return {
      kind: 'fact',
      value: formatFactValue(fact, language, texts),
      isAddress: fact.kind === 'phone' || fact.kind === 'web',
      statement: fact.statement,
      source: { label: texts('source'), title, date: formatSourceDate(date, language) },
      checked:
        fact.checkedOn && !fact.isOverdue
          ? texts('checkedOn', { day: formatDay(fact.checkedOn, { language }) })
          : undefined,
      marks: [
        ...others,
        ...(fact.confidence === 'official' ? [] : [texts(`confidence.${fact.confidence}`)]),
        ...(fact.statementIsDraft ? [texts('draft')] : []),
        ...(fact.isOverdue ? [texts('overdue')] : fact.checkedOn === undefined ? [texts('notChecked')] : []),
      ],
    };
  }

  centre(): LeafletBlock[] {
    const { centre, texts } = this.#input;
    const line = (
      label: string,
      text: string | undefined,
      fence: LeafletRun['fence'] = 'auto',
    ): LeafletBlock[] =>
      text ? [{ kind: 'paragraph', runs: [{ text: `${label}: ` }, { text, fence }] }] : [];
    return [
      {
        kind: 'contact',
        title: [{ text: centre.name ?? texts('leaflet.askUs'), fence: 'auto' }],
        children: [
          ...line(texts('leaflet.phone'), centre.phone, 'ltr'),
          ...line(texts('leaflet.address'), centre.address),
          ...line(texts('leaflet.hours'), centre.hours),
        ],
      },
    ];
  }

  runs(inlines: readonly Inline[], style: { strong?: true; emphasis?: true } = {}): LeafletRun[] {
    return inlines.flatMap((inline): LeafletRun[] => {
      switch (inline.kind) {
        case 'text':
          return [{ text: inline.text, ...style }];
        case 'break':
          return [{ text: '', break: true }];
        case 'strong':
          return this.runs(inline.children, { ...style, strong: true });
        case 'emphasis':
          return this.runs(inline.children, { ...style, emphasis: true });
        case 'value':
          return [this.value(inline.code, style)];
        case 'link':
          return isNumberToCall(inline)
            ? this.runs(inline.children, style).map((run) => ({ ...run, fence: 'ltr' as const }))
            : [...this.runs(inline.children, style), ...addressOf(inline.href, inline.children)];
      }
    });
  }

  value(code: string, style: { strong?: true; emphasis?: true }): LeafletRun {
    const { facts, language, texts } = this.#input;
    const fact = facts(code);
    if (!fact) return { text: `(${texts('askUs')})`, fence: 'own', ...style };
    const value = formatFactValue(fact, language, texts);
    if (value === '') return { text: fact.statement, fence: 'auto', ...style };
    const isAddress = fact.kind === 'phone' || fact.kind === 'web';
    return { text: value, fence: isAddress ? 'ltr' : 'own', ...style, strong: true };
  }
}

/** Paper cannot be tapped: the address of a link follows its words, unless it is what they say. */
function addressOf(href: string, words: readonly Inline[]): LeafletRun[] {
  if (href.startsWith('page:')) return [];
  const address = href.replace(/^(?:https:\/\/(?:www\.)?|tel:|mailto:)|\/$/gu, '');
  const said = words.map((word) => ('text' in word ? word.text : '')).join('');
  if (said.replaceAll(/[^\p{L}\d@.]/gu, '').includes(address.replaceAll(/[^\p{L}\d@.]/gu, ''))) return [];
  return [{ text: ' (' }, { text: address, fence: 'ltr' }, { text: ')' }];
}
