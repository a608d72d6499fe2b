/** A list of 32-bit integers that grows by half; one typed array instead of a million boxed numbers. */
export interface GrowingInts {
  readonly length: number;
  at(index: number): number;
  set(index: number, value: number): void;
  /** Appends and returns the index. */
  push(value: number): number;
  bytes(): number;
}

export function growingInts(): GrowingInts {
  let values = new Int32Array(64);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: (index) => values[index] as number,
    set: (index, value) => {
      values[index] = value;
    },
    push: (value) => {
      if (length === values.length) {
        const larger = new Int32Array(length + (length >> 1));
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      return length++;
    },
    bytes: () => values.byteLength,
  };
}
