/** A fresh idempotency key for a form; made in the loader so that a reload gets another. */
export function formKey(): string {
  return crypto.randomUUID();
}
