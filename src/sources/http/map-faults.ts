import { ExpressionFailed } from './expression.ts';
import type { MapProblem } from './map-message.ts';

/** A mapping that is wrong is wrong in every row. */
const MOST_PROBLEMS = 50;

export type Faults = ReturnType<typeof faultList>;

/** Takes note of expressions that go wrong and goes on: all that is wrong is told at once. */
export function faultList() {
  const problems: MapProblem[] = [];
  const note = (problem: MapProblem): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  const told = (error: unknown, row: number | null, field: string): void => {
    if (!(error instanceof ExpressionFailed)) throw error;
    note({ code: error.code, row, field, detail: error.detail });
  };
  return {
    problems,
    note,
    /** More would not be told. */
    areEnough: () => problems.length >= MOST_PROBLEMS,
    /** What is made, or nothing where an expression could not be read. */
    caught<T>(row: number | null, field: string, make: () => T): T | undefined {
      try {
        return make();
      } catch (error) {
        told(error, row, field);
        return undefined;
      }
    },
    /** What is read, or nothing where an expression went wrong. */
    async noting<T>(
      row: number | null,
      field: string,
      read: () => Promise<T>,
    ): Promise<T | undefined> {
      try {
        return await read();
      } catch (error) {
        told(error, row, field);
        return undefined;
      }
    },
  };
}
