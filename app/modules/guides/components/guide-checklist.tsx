import { directionOf } from '#platform/language/interface-languages.ts';
import type { ChecklistItem } from '../block.ts';
import { isItemFor } from '../checklist-case.ts';
import type { GuideReading } from './guide-body.tsx';
import { GuideInlines } from './guide-inlines.tsx';

/** Boxes to tick on the screen or on paper. They carry no name: nothing of it is ever sent or kept. */
export function GuideChecklist({
  items,
  reading,
}: {
  items: readonly ChecklistItem[];
  reading: GuideReading;
}) {
  const { readerCase } = reading;
  const needed = readerCase ? items.filter((item) => isItemFor(item, readerCase)) : items;
  return (
    <ul className="guide-checklist">
      {needed.map((item, at) => (
        <li key={at}>
          <label>
            <input type="checkbox" autoComplete="off" />
            <span>
              <GuideInlines inlines={item.children} reading={reading} />
              <ItemNote item={item} reading={reading} />
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function ItemNote({
  item,
  reading: { language, texts, readerCase },
}: {
  item: ChecklistItem;
  reading: GuideReading;
}) {
  // Once the reader has said their case, a condition that holds is no news.
  const open = item.conditions.filter(({ key }) => !readerCase?.[key as keyof typeof readerCase]);
  if (item.step === undefined && open.length === 0) return null;
  return (
    <small className="guide-soft" lang={language} dir={directionOf(language)}>
      {item.step !== undefined && <span>{texts('neededAt', { step: texts(`step.${item.step}`) })}</span>}
      {open.map(({ key, value }) => (
        <span key={key}>{texts('onlyIf', { conditions: texts(`condition.${key}.${value}`) })}</span>
      ))}
    </small>
  );
}
