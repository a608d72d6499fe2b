/** The key that does the same; hidden where there is no keyboard. */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd className="key-hint">{keys}</kbd>;
}
