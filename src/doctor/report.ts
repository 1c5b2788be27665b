/**
 * Findings as an operator reads them, and as a machine does.
 */
import { worstOf } from './examine.js';
import type { Finding, LookId, Verdict } from './outcomes.js';
import { da } from './strings/da.js';
import { en } from './strings/en.js';
import type { Said, Words } from './words.js';

/** The words of each language. */
export const words: Readonly<Record<'da' | 'en', Words>> = { da, en };

/** What monitoring systems read in an exit code (Monitoring Plugins, "Plugin Return Codes"); `unknown`: nothing was looked at. */
export const exitCodes = { ok: 0, warn: 1, fail: 2, unknown: 3 } as const;

/** When it was, and of which version. */
export type Occasion = { readonly at: Date; readonly version: string };

/** The findings as lines: first what it comes to, then a line each, and what to do below it; last what was not looked at. */
export function toLines(findings: readonly Finding[], { version }: Occasion, say: Words): string[] {
  const titleOf = (look: LookId) => say.titles[look];
  const named = (verdict: Verdict) => findings.filter((each) => each.verdict === verdict).map(({ look }) => titleOf(look));
  const summed = { fails: named('fail'), warnings: named('warn'), ok: named('ok').length, notAsked: named('not-asked').length };
  const marks = widest(Object.values(say.verdicts));
  const titles = widest(Object.values(say.titles));
  const below = ' '.repeat(marks + gap.length);
  return [
    `Ledelseskompas ${version}: ${say.summary(summed)}`,
    '',
    ...findings
      .filter(({ outcome }) => outcome !== 'blocked')
      .flatMap((finding) => {
        const { text, details = [], remedy } = toSaid(finding, say);
        return [
          [say.verdicts[finding.verdict].padEnd(marks), titleOf(finding.look).padEnd(titles), text].join(gap),
          ...details.map((detail) => `${below}· ${detail}`),
          ...(remedy ? [`${below}→ ${remedy}`] : []),
        ];
      }),
    ...causesOf(findings).map((by) => {
      const waiting = findings.filter((each) => each.outcome === 'blocked' && each.facts.by === by);
      const { text } = say.common.blocked(
        titleOf(by),
        waiting.map(({ look }) => titleOf(look)),
      );
      return [say.verdicts['not-asked'].padEnd(marks), text].join(gap);
    }),
  ];
}

/** What others wait for, once each. */
function causesOf(findings: readonly Finding[]): readonly LookId[] {
  return [...new Set(findings.flatMap((each) => (each.outcome === 'blocked' ? [each.facts.by] : [])))];
}

const gap = '  ';

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

/** The findings as data, with their words: what `--json` prints. Times are as `Date.toISOString()`. */
export function toData(findings: readonly Finding[], { at, version }: Occasion, say: Words): object {
  const told = findings.map((finding) => ({
    look: finding.look,
    verdict: finding.verdict,
    outcome: finding.outcome,
    facts: finding.facts,
    title: say.titles[finding.look],
    ...toSaid(finding, say),
  }));
  return { version, at, worst: worstOf(findings), findings: told };
}

/** A finding in words. The types hold that each look has its own for each outcome; here they are looked up by name. */
export function toSaid(finding: Finding, say: Words): Said {
  if (finding.outcome === 'blocked') return say.common.blocked(say.titles[finding.facts.by], [say.titles[finding.look]]);
  if (finding.outcome === 'late') return say.common.late(finding.facts);
  if (finding.outcome === 'broken') return say.common.broken(finding.facts);
  const outcomes = say.looks[finding.look] as Readonly<Record<string, (facts: object) => Said>>;
  return outcomes[finding.outcome]?.(finding.facts) ?? { text: finding.outcome };
}
