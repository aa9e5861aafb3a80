/** One measurement of `npm run bench`, beside the bar of the design it must not exceed. */
export type BenchRow = {
  readonly name: string;
  readonly value: number;
  /** Of `value` and `bar`: "µs", "ms", "×". */
  readonly unit: string;
  readonly bar: number;
  readonly ok: boolean;
};
