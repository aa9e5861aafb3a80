import { describe, expect, test } from 'vitest';

import {
  COMMAND_NAMES,
  commandFor,
  COMMANDS,
  metricFor,
  metricOf,
} from '../../src/asking/commands.ts';
import { Metric } from '../../src/figures/metric.ts';

describe('metrics and commands', () => {
  test.each(Metric.options)('%s has one command, which answers it when it is said', (metric) => {
    const answering = COMMAND_NAMES.filter((name) => COMMANDS[name].metrics.includes(metric));
    expect(answering).toEqual([commandFor(metric)]);
    expect(metricFor(commandFor(metric), metric)).toBe(metric);
  });

  test.each([
    ['tre-han', 'overdue'],
    ['truc-tuyen', 'online'],
    ['so-hoa', 'digitization'],
    ['xep-hang', null],
    ['start', null],
  ] as const)('/%s is about %s when nothing is said', (command, metric) => {
    expect(metricOf(command)).toBe(metric);
    expect(metricFor(command, null)).toBe(metric);
  });

  test('the metric of another command is not taken up, but one that narrows the own one is', () => {
    expect(metricFor('tre-han', 'online')).toBe('overdue');
    expect(metricFor('truc-tuyen', 'onlineFull')).toBe('onlineFull');
    expect(metricFor('so-hoa', 'electronicResults')).toBe('electronicResults');
    expect(metricFor('xep-hang', 'postal')).toBe('postal');
  });
});

test('names and aliases are typed without marks, joined by hyphens, and each is one command', () => {
  const names = COMMAND_NAMES.flatMap((name) => [name, ...COMMANDS[name].aliases]);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/u.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
