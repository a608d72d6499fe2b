import { Problem } from '../problem.ts';

export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export interface FormInput {
  /** The fields by their dotted and bracketed names; blank ones are absent. */
  input: Record<string, FormValue>;
  /** What was typed, flat, to show again in a refused form. */
  values: Record<string, string | string[]>;
  files: Map<string, File[]>;
  idempotencyKey: string | undefined;
}

const limits = { fields: 1000, depth: 6, name: 120, index: 200, text: 100_000 };
const nameShape = /^[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*|\[\d{0,4}\])*$/;
/** Names that mean something to objects themselves. */
const inherited = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'toJSON']);
// NUL cannot be stored as text in PostgreSQL. Lone surrogates and broken bytes arrive as U+FFFD.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/**
 * Reads a form into a plain object: `names[0].given=…` → `{ names: [{ given: … }] }`, repeated names and
 * `topics[]` → lists. Leading and trailing white space goes, blank fields are left out, line ends become \n.
 * @throws Problem `input.invalid` (422) with `bad-characters` at the field for NUL, control characters, lone surrogates;
 * `input.invalid` (422) for names that no form of ours has; `too-large` (413) beyond the limits
 */
export function readFormData(form: FormData): FormInput {
  const tree = new Node();
  const values: Record<string, string | string[]> = Object.create(null);
  const files = new Map<string, File[]>();
  let idempotencyKey: string | undefined;
  let count = 0;
  for (const [name, entry] of form) {
    count += 1;
    if (count > limits.fields) throw new Problem('too-large', 413);
    if (name === '_key') {
      idempotencyKey = typeof entry === 'string' ? entry : undefined;
      continue;
    }
    const path = pathOf(name);
    if (typeof entry !== 'string') {
      if (entry.size > 0 || entry.name !== '') files.set(name, [...(files.get(name) ?? []), entry]);
      continue;
    }
    if (entry.length > limits.text) {
      throw new Problem('input.invalid', 422, {
        fields: [{ path: dotted(path), code: 'too-long', params: { max: limits.text } }],
      });
    }
    if (control.test(entry)) {
      throw new Problem('input.invalid', 422, { fields: [{ path: dotted(path), code: 'bad-characters' }] });
    }
    const text = entry.replaceAll(/\r\n?/g, '\n').trim();
    values[name] = name in values ? [values[name] ?? [], text].flat() : text;
    if (text !== '') tree.put(path, text);
  }
  return { input: tree.fields(), values: { ...values }, files, idempotencyKey };
}

/** What was typed in a form that could not be read, cleaned so that it can be shown again. */
export function typedValues(form: FormData): FormInput['values'] {
  const values: Record<string, string> = Object.create(null);
  for (const [name, entry] of [...form].slice(0, limits.fields)) {
    if (typeof entry !== 'string' || name === '_key' || !nameShape.test(name) || inherited.has(name))
      continue;
    values[name] = entry.slice(0, limits.text).replaceAll(new RegExp(control, 'g'), '');
  }
  return { ...values };
}

const push = Symbol('push');
type Step = string | number | typeof push;

function pathOf(name: string): Step[] {
  if (name.length > limits.name || !nameShape.test(name)) throw unknownField();
  const steps = [...name.matchAll(/\[(\d*)\]|[^.[\]]+/g)].map((part): Step => {
    if (part[1] === undefined) return part[0];
    return part[1] === '' ? push : Number(part[1]);
  });
  const tooFar = steps.some((step) => typeof step === 'number' && step >= limits.index);
  if (steps.length > limits.depth || tooFar) throw unknownField();
  if (name.split(/[.[\]]/).some((part) => inherited.has(part))) throw unknownField();
  return steps;
}

const unknownField = () => new Problem('input.invalid', 422, { fields: [{ path: '', code: 'not-valid' }] });
const dotted = (path: Step[]) => path.filter((step) => step !== push).join('.');

/** Collects fields in maps first: no name that is sent ever becomes a property on the way. */
class Node {
  private readonly named = new Map<string, Node>();
  private readonly numbered = new Map<number, Node>();
  private readonly texts: string[] = [];
  private isList = false;

  put([step, ...rest]: Step[], text: string): void {
    if (step === undefined) this.texts.push(text);
    else if (step === push) {
      if (rest.length > 0) throw unknownField();
      this.isList = true;
      this.texts.push(text);
    } else if (typeof step === 'number') childOf(this.numbered, step).put(rest, text);
    else childOf(this.named, step).put(rest, text);
  }

  fields(): Record<string, FormValue> {
    return Object.fromEntries([...this.named].map(([name, node]) => [name, node.value()]));
  }

  private value(): FormValue {
    const kinds = [this.named.size, this.numbered.size, this.texts.length].filter((size) => size > 0);
    if (kinds.length > 1) throw unknownField();
    if (this.named.size > 0) return this.fields();
    // Rows left blank in the middle close up; the order stays.
    if (this.numbered.size > 0) {
      return [...this.numbered].sort(([a], [b]) => a - b).map(([, node]) => node.value());
    }
    return this.isList || this.texts.length > 1 ? this.texts : (this.texts[0] ?? '');
  }
}

function childOf<Key>(children: Map<Key, Node>, key: Key): Node {
  let child = children.get(key);
  if (!child) {
    child = new Node();
    children.set(key, child);
  }
  return child;
}
