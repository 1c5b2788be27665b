import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allStatements, newestFrameworks } from '../../../src/content/library.js';
import { chooseInFocus, type Focus, findFocus, isFocused, isToClose } from '../../../src/nudges/rules/focus.js';
import { focusShare, focusWeeks } from '../../../src/nudges/rules/policy.js';
import { library } from '../../support/content.js';

const lasting = { lastDay: '2026-12-28', madeAt: new Date('2026-11-30T08:00:00Z') };
const places = library.frameworks.flatMap((framework) =>
  framework.themes.flatMap((theme) =>
    [undefined, ...framework.roles].map((role) => ({
      framework,
      theme,
      profile: { framework: framework.id, ...(role && { role: role.id }) },
    })),
  ),
);
const statements = library.frameworks.flatMap((framework) => allStatements(framework).map((statement) => ({ framework, statement })));

type Asked = { readonly id: string; readonly fromFocus: boolean };

/** The daily questions of somebody who was shown `seen` before, newest first. */
function ask(
  focus: Focus,
  profile: { framework: string; role?: string },
  count: number,
  seed: string,
  seen: readonly string[] = [],
): Asked[] {
  const all: Asked[] = [];
  while (all.length < count) {
    const asked = all.map(({ id }) => id);
    const choice = chooseInFocus(library, { focus, profile, asked, since: asked, seen: [...asked.toReversed(), ...seen], seed });
    if (!choice) return all;
    all.push({ id: choice.prompt.id, fromFocus: choice.fromFocus });
  }
  return all;
}

/** Prompts of the whole theme: more of them can't come. */
const sizeOf = (framework: string, theme: string) =>
  new Set(
    [
      ...library.promptsForTheme(framework, theme),
      ...allStatements(library.framework(framework) as never)
        .filter((each) => each.theme === theme)
        .flatMap(({ id }) => library.promptsFor(id)),
    ].map(({ id }) => id),
  ).size;
const need = (count: number) => Math.ceil((count * focusShare.asks) / focusShare.of);
/** Five questions a week for the longest focus. */
const most = focusWeeks.most * 5;

describe('the questions of a focus', () => {
  test('are at least three of five at every length from ten questions on, spaced and never twice, for every theme and role that there is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.integer({ min: 10, max: most }),
        fc.string(),
        ({ framework, theme, profile }, count, seed) => {
          const asked = ask({ framework: framework.id, theme: theme.id, ...lasting }, profile, count, seed);
          expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
          const possible = Math.min(need(asked.length), sizeOf(framework.id, theme.id));
          expect(asked.filter(({ fromFocus }) => fromFocus).length).toBeGreaterThanOrEqual(possible);
          // Three in a row only where nothing else is left.
          const early = asked.slice(0, 10).map(({ fromFocus }) => (fromFocus ? 'f' : 'o'));
          if (sizeOf(framework.id, theme.id) >= need(10)) expect(early.join('')).toBe('ffofoffofo');
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  test('are enough in the content for a usual focus on every theme', () => {
    const short = newestFrameworks(library).flatMap((framework) =>
      framework.themes.flatMap(({ id }) =>
        sizeOf(framework.id, id) < need(focusWeeks.usual * 5) ? [`${framework.id}/${id} ${sizeOf(framework.id, id)}`] : [],
      ),
    );
    expect(short).toEqual([]);
  });

  test('on a statement begin with its own, go on with its theme, and are never twice', () => {
    const own = statements.filter(({ statement }) => statement.theme && library.promptsFor(statement.id).length > 0);
    fc.assert(
      fc.property(fc.constantFrom(...own), fc.string(), ({ framework, statement }, seed) => {
        const asked = ask(
          { framework: framework.id, statement: statement.id, ...lasting },
          { framework: framework.id, role: statement.role },
          20,
          seed,
        );
        const prompts = new Set(library.promptsFor(statement.id).map(({ id }) => id));
        const fromFocus = asked.filter((each) => each.fromFocus).map(({ id }) => id);
        expect(new Set(fromFocus.slice(0, Math.min(prompts.size, fromFocus.length)))).toEqual(prompts);
        expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  test("are those of the person's own role first", () => {
    const [{ framework, theme, profile } = places[0] as never] = places.filter(({ profile: { role }, framework: of, theme: at }) =>
      of.statements.some((each) => each.role === role && each.theme === at.id && library.promptsFor(each.id).length > 0),
    );
    const [first] = ask({ framework: framework.id, theme: theme.id, ...lasting }, profile, 1, 'anna');
    const stands = library.prompt(first?.id ?? '')?.statements.map((id) => library.statement(id)?.role);
    expect(stands).toContain(profile.role);
  });

  test('are as many where some came that were asked for beside the daily ones', () => {
    const [{ framework, theme, profile } = places[0] as never] = places;
    const focus = { framework: framework.id, theme: theme.id, ...lasting };
    const [first] = ask(focus, profile, 1, 'anna');
    const next = chooseInFocus(library, { focus, profile, asked: [], since: [first?.id ?? ''], seen: [first?.id ?? ''], seed: 'anna' });
    expect(next).toMatchObject({ fromFocus: true });
    expect(next?.prompt.id).not.toBe(first?.id);
  });

  test('are the ordinary ones when nothing of the focus is left', () => {
    const [{ framework, theme, profile } = places[0] as never] = places
      .filter(({ profile: { role } }) => role)
      .sort((one, other) => sizeOf(one.framework.id, one.theme.id) - sizeOf(other.framework.id, other.theme.id));
    const focus = { framework: framework.id, theme: theme.id, ...lasting };
    const all = ask(focus, profile, 200, 'anna');
    expect(all.at(-1)).toMatchObject({ fromFocus: false });
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});

describe('a focus', () => {
  test.each([
    ['2026-12-28', true, false],
    ['2026-12-29', false, true],
    ['2027-01-27', false, true],
    ['2027-01-28', false, false],
  ])('on %s lasts: %s, and is to be closed: %s', (date, lasts, closes) => {
    expect([isFocused(lasting, date), isToClose(lasting, date)]).toEqual([lasts, closes]);
  });

  test.each([
    ['a framework that is gone', { framework: 'gone', theme: 'driften' }],
    ['a theme that is gone', { framework: 'sammen', theme: 'gone' }],
    ['a statement of another framework', { framework: 'sammen', statement: statements[0]?.statement.id }],
  ])('on %s is on nothing', (_, of) => {
    expect(findFocus(library, of)).toBeUndefined();
  });
});
