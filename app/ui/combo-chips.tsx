import { Icon } from './icon.tsx';
import type { Option } from './option.ts';

interface ComboChipsProps {
  name: string;
  options: readonly Option[];
  picked: readonly string[];
  remove: string;
  onRemove: (value: string) => void;
}

/** What was picked so far, each with its hidden field and a button that takes it back. */
export function ComboChips({ name, options, picked, remove, onRemove }: ComboChipsProps) {
  if (picked.length === 0) return null;
  const labels = new Map(options.map((option) => [option.value, option.label]));
  return (
    <ul className="combo-picked">
      {picked.map((value) => (
        <li className="combo-chip" key={value}>
          <input type="hidden" name={name} value={value} />
          {labels.get(value) ?? value}
          <button
            type="button"
            aria-label={`${remove} ${labels.get(value) ?? value}`}
            onClick={() => onRemove(value)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
