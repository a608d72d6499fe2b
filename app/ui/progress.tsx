/** How far long work is. Without `value` it only says that something is going on. */
export function Progress({ label, value, max = 100 }: { label: string; value?: number; max?: number }) {
  return (
    <label className="progress">
      <span>{label}</span>
      <progress value={value} max={max} />
    </label>
  );
}
