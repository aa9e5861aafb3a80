import type { Slots } from '../../src/dialogue/question.ts';

/** What a question holds of which nothing was said but the command. */
export const NOTHING_SAID: Slots = {
  agencies: [],
  periods: [],
  isPaired: false,
  metric: null,
  formula: null,
  forecast: false,
  among: null,
  order: null,
  by: null,
  only: null,
  asks: null,
  top: null,
  chart: null,
  field: null,
  rest: '',
};
