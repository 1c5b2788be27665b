import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { instruments } from '../../src/metrics.js';

const rulesSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string(),
          expr: z.string(),
          for: z.string().optional(),
          labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }),
          annotations: z.strictObject({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
});
const dashboardSchema = z.looseObject({
  panels: z.array(z.looseObject({ title: z.string(), targets: z.array(z.looseObject({ expr: z.string() })) })),
  templating: z.looseObject({ list: z.array(z.looseObject({ query: z.unknown() })) }),
});
const folder = 'manifest/monitoring';
const alerts = rulesSchema.parse(parse(readFileSync(`${folder}/alerts.yaml`, 'utf8'))).groups.flatMap(({ rules }) => rules);
const dashboard = dashboardSchema.parse(JSON.parse(readFileSync(`${folder}/dashboard.json`, 'utf8')));
const shown = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
const all = [...alerts.map(({ expr }) => expr), ...shown, JSON.stringify(dashboard.templating)];

/** Every series that is told, with the labels that it may have and their values. */
const series = new Map(
  Object.values(instruments).flatMap(({ name, type, labels }): [string, Readonly<Record<string, unknown>>][] =>
    type === 'histogram'
      ? ['_bucket', '_sum', '_count'].map((part) => [name + part, { ...labels, ...(part === '_bucket' && { le: 'any' }) }])
      : [[name, labels]],
  ),
);
/** What Prometheus tells of itself and adds to whatever it reads. */
const own = { series: ['up'], labels: ['instance', 'job'] };

/** Each series that an expression names, with what it asks of its labels. */
const namedIn = (expr: string) =>
  [...expr.matchAll(/\b(ledelseskompas_[a-z\d_]+)(?:\{([^}]*)\})?/g)].map(([, name = '', asked = '']) => ({ name, asked }));

function faultsOf(expr: string): string[] {
  const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels = '']) => labels.split(',').map((label) => label.trim()));
  const named = namedIn(expr);
  const known = named.flatMap(({ name }) => Object.keys(series.get(name) ?? {}));
  return [
    ...named.filter(({ name }) => !series.has(name)).map(({ name }) => `there is no ${name}`),
    ...grouped.filter((label) => ![...known, ...own.labels].includes(label)).map((label) => `nothing has the label ${label}`),
    ...named.flatMap(({ name, asked }) =>
      [...asked.matchAll(/(\w+)(?:=~|!=|!~|=)"([^"]*)"/g)].flatMap(([, label = '', value = '']) => {
        const values = series.get(name)?.[label];
        if (values === undefined) return [`${name} has no ${label}`];
        return Array.isArray(values)
          ? value
              .split('|')
              .filter((each) => !values.includes(each))
              .map((each) => `${label} is never ${each}`)
          : [];
      }),
    ),
  ];
}

describe('the examples for monitoring', () => {
  it('ask for numbers, labels and values that there are', () => {
    expect(all.flatMap(faultsOf)).toEqual([]);
    expect(all.flatMap(namedIn).length).toBeGreaterThan(25);
  });

  it.each([
    ['sum(rate(ledelseskompas_turn_total[5m]))', 'there is no ledelseskompas_turn_total'],
    ['sum by (person) (ledelseskompas_turns_total)', 'nothing has the label person'],
    ['ledelseskompas_turns_total{outcome=~"failed|lost"}', 'outcome is never lost'],
    ['ledelseskompas_database_up{tenant="x"}', 'ledelseskompas_database_up has no tenant'],
    ['rate(ledelseskompas_turn_seconds[5m])', 'there is no ledelseskompas_turn_seconds'],
  ])('notice a planted fault in %s', (expr, fault) => {
    expect(faultsOf(expr)).toEqual([fault]);
  });

  it('are five alarms that say what to do, and a dashboard that leaves no number out', () => {
    expect(alerts.map(({ alert }) => alert)).toHaveLength(5);
    for (const { alert, annotations } of alerts) {
      expect(alert).toMatch(/^Ledelseskompas[A-Z]\w+$/);
      expect(annotations.description).toMatch(/^[A-Z].*\.$/);
    }
    const missing = Object.values(instruments).filter(({ name }) => !shown.some((expr) => expr.includes(name)));
    expect(missing).toEqual([]);
  });

  it('quote the log in its own words', () => {
    const sources = ['teams/turn', 'teams/messages', 'teams/tokens', 'teams/keys', 'nudges/dispatch'];
    const said = sources.map((file) => readFileSync(`src/${file}.ts`, 'utf8')).join('\n');
    const quoted = alerts.flatMap(({ annotations }) =>
      [...annotations.description.matchAll(/"([a-z][^"]+)"/g)].map(([, words = '']) => words),
    );
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((words) => !said.includes(words))).toEqual([]);
  });
});
