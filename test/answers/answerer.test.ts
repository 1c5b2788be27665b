import { describe, expect, it } from 'vitest';
import { createAnswerer, isAnswerable } from '../../src/answers/answerer.js';
import type { AnswerOf } from '../../src/answers/kinds.js';
import { statementsOf } from '../../src/content/library.js';
import { statementsIn } from '../../src/content/parts.js';
import { anybody, loadWorld, plainSearch, smallLibrary } from './world.js';

const { library, ask } = loadWorld();
const kontorchef = { framework: 'aarhus-bu-2024', role: 'kontorchef' };

describe('the answerer', () => {
  it('shows all statements of a role, theme by theme', () => {
    for (const framework of library.frameworks) {
      for (const role of framework.roles) {
        const answer = ask({ intent: 'expectations', framework: framework.id, role: role.id }) as AnswerOf<'expectations'>;
        expect(statementsIn(answer.parts)).toHaveLength(statementsOf(framework, role.id).length);
      }
    }
  });

  it('leads to what all share and to the other edition', () => {
    const intents = ask({ intent: 'expectations', ...kontorchef }).next;
    expect(intents).toContainEqual({ intent: 'common', framework: 'aarhus-bu-2024' });
    expect(intents).toContainEqual({ intent: 'expectations', framework: 'aarhus-bu-2021', role: 'kontorchef' });
    const older = ask({ intent: 'expectations', framework: 'aarhus-bu-2021', role: 'kontorchef' });
    expect(older.next[0]).toEqual({ intent: 'expectations', ...kontorchef });
  });

  it.each([
    { intent: 'expectations', framework: 'gone', role: 'kontorchef' },
    { intent: 'expectations', framework: 'sammen', role: 'gone' },
    { intent: 'competency', framework: 'sammen', role: 'chef', theme: 'gone' },
    { intent: 'definition', framework: 'sammen', theme: 'gone' },
    { intent: 'common', framework: 'gone' },
    { intent: 'about', framework: 'gone' },
    { intent: 'compare-roles', sides: [kontorchef, { framework: 'sammen', role: 'gone' }] },
    { intent: 'compare-editions', older: 'gone', newer: 'sammen' },
    { intent: 'compare-frameworks', frameworks: ['sammen', 'gone'] },
  ] as const)('says so when a button names what is no longer there: $intent', (question) => {
    expect(ask(question as Parameters<typeof ask>[0]).kind).toBe('gone');
  });

  it('takes a profile that names nothing known as none', () => {
    expect(ask({ intent: 'reflect' }, { profile: { framework: 'gone', role: 'gone' } }).kind).toBe('reflect');
  });

  it('tells commands from questions', () => {
    expect(isAnswerable({ intent: 'nudge-off' })).toBe(false);
    expect(isAnswerable({ intent: 'help' })).toBe(true);
  });

  it('needs no prompts', () => {
    const small = smallLibrary({ prompts: false });
    const answer = createAnswerer({ library: small, search: plainSearch(small) });
    expect(answer({ intent: 'expectations', framework: 'lille', role: 'leder' }, anybody)).not.toHaveProperty('prompt');
    expect(answer({ intent: 'reflect' }, anybody).kind).toBe('refusal');
    expect((answer({ intent: 'guide', framework: 'lille', role: 'leder' }, anybody) as AnswerOf<'guide'>).items).toHaveLength(4);
  });

  it('explains the only framework there is where nobody says which', () => {
    const small = smallLibrary();
    expect(createAnswerer({ library: small, search: plainSearch(small) })({ intent: 'about' }, anybody).kind).toBe('about');
    expect(ask({ intent: 'about' }).kind).toBe('frameworks');
  });
});

describe('a reflection question', () => {
  it('is never the one just shown, for any role', () => {
    for (const framework of library.frameworks) {
      for (const role of framework.roles) {
        const first = ask({ intent: 'reflect', framework: framework.id, role: role.id }) as AnswerOf<'reflect'>;
        const second = ask({ intent: 'reflect', framework: framework.id, role: role.id, not: first.prompt.id }) as AnswerOf<'reflect'>;
        expect(second.prompt.id).not.toBe(first.prompt.id);
        expect(first.another).toMatchObject({ intent: 'reflect', not: first.prompt.id });
      }
    }
  });

  it('is about the role and the theme asked about', () => {
    const answer = ask({
      intent: 'reflect',
      framework: 'holstebro-sos-2021',
      role: 'chef',
      theme: 'serviceledelse',
    }) as AnswerOf<'reflect'>;
    expect(answer).toMatchObject({
      role: { id: 'chef' },
      theme: { id: 'serviceledelse' },
      statement: { role: 'chef', theme: 'serviceledelse' },
    });
  });

  it('is for the own role where none is named', () => {
    expect(ask({ intent: 'reflect' }, { profile: kontorchef })).toMatchObject({
      kind: 'reflect',
      role: { id: 'kontorchef' },
      framework: { id: 'aarhus-bu-2024' },
    });
  });

  it('among others is for all where no role is named, and tells nobody’s own', () => {
    const shared = { intent: 'reflect', framework: 'aarhus-bu-2024' } as const;
    expect(ask(shared, { profile: kontorchef, group: true })).toMatchObject({ kind: 'reflect', role: undefined });
    expect(ask(shared, { profile: kontorchef })).toMatchObject({ role: { id: 'kontorchef' } });
  });

  it('is not made up for a topic that nothing is said about', () => {
    expect(ask({ intent: 'reflect', text: 'zebra' })).toMatchObject({ kind: 'topic', groups: [] });
  });
});

describe('a topic', () => {
  it('shows the own framework and role first', () => {
    const answer = ask({ intent: 'topic', text: 'data' }, { profile: kontorchef }) as AnswerOf<'topic'>;
    expect(answer.groups[0]?.framework.id).toBe('aarhus-bu-2024');
    expect(answer.groups[0]?.hits[0]?.roles[0]?.id ?? 'common').toMatch(/kontorchef|common/);
    const roles = answer.groups[0]?.hits.map((hit) => hit.roles[0]?.id) ?? [];
    expect(roles.lastIndexOf('kontorchef')).toBeLessThan(Math.max(1, roles.filter((role) => role === 'kontorchef').length));
  });

  it('puts an edition that was replaced last', () => {
    const { groups } = ask({ intent: 'topic', text: 'data' }) as AnswerOf<'topic'>;
    expect(groups.at(-1)?.framework.id).toBe('aarhus-bu-2021');
  });

  it('is an honest nothing where nothing is said', () => {
    expect(ask({ intent: 'topic', text: 'zebra' })).toMatchObject({ groups: [] });
  });
});

describe('a guide', () => {
  it('has four to six statements from several themes, each with a question', () => {
    for (const framework of library.frameworks) {
      for (const role of framework.roles) {
        for (const occasion of ['review', 'onboarding', 'team', 'sparring'] as const) {
          const { items } = ask({ intent: 'guide', framework: framework.id, role: role.id, occasion }) as AnswerOf<'guide'>;
          expect(items.length, `${framework.id} ${role.id} ${occasion}`).toBeGreaterThanOrEqual(4);
          expect(items.length).toBeLessThanOrEqual(6);
          expect(items.every(({ prompt }) => prompt)).toBe(true);
          expect(new Set(items.map(({ statement }) => statement.id)).size).toBe(items.length);
          if (occasion !== 'team') expect(new Set(items.map(({ theme }) => theme?.id)).size).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });

  it('shows what was pinned, and nothing of another document, role or statement, whatever a card says', () => {
    const guide = { intent: 'guide', framework: 'aarhus-bu-2024', role: 'kontorchef', occasion: 'review' } as const;
    const { items } = ask(guide) as AnswerOf<'guide'>;
    const [first, second] = items.map(({ statement, prompt }) => ({ statement: statement.id, prompt: prompt?.id ?? '' }));
    const elsewhere = (framework: string, role: string) =>
      library.framework(framework)?.statements.find((statement) => statement.role === role)?.id ?? '';
    const foreign = [elsewhere('aarhus-bu-2021', 'kontorchef'), elsewhere('aarhus-bu-2024', 'direktor'), 'gone'];
    expect(foreign).not.toContain('');
    const pinned = [
      { statement: first?.statement ?? '', prompt: first?.prompt },
      { statement: second?.statement ?? '', prompt: first?.prompt },
    ];
    const shown = ask({ ...guide, items: [...pinned, ...foreign.map((statement) => ({ statement }))] }) as AnswerOf<'guide'>;
    expect(shown.items.map(({ statement, prompt }) => [statement.id, prompt?.id])).toEqual([
      [first?.statement, first?.prompt],
      [second?.statement, undefined],
    ]);
  });

  it('asks which role where nobody says', () => {
    expect(ask({ intent: 'guide', framework: 'sammen' })).toMatchObject({ kind: 'choice', about: 'role' });
    expect(ask({ intent: 'guide' })).toMatchObject({ kind: 'choice', about: 'framework' });
    expect(ask({ intent: 'guide' }, { profile: kontorchef })).toMatchObject({ kind: 'guide', role: { id: 'kontorchef' } });
  });
});

describe('several questions to think about', () => {
  it('are those that were pinned, and none of another document', () => {
    const reflect = { intent: 'reflect', framework: 'aarhus-bu-2024', count: 2 } as const;
    const own = (ask(reflect) as AnswerOf<'prompts'>).prompts.map(({ id }) => id);
    const [foreign = ''] = library.prompts.flatMap(({ framework, id }) => (framework === 'sammen' ? [id] : []));
    expect(foreign).not.toBe('');
    expect((ask({ ...reflect, prompts: own }) as AnswerOf<'prompts'>).prompts.map(({ id }) => id)).toEqual(own);
    const { prompts } = ask({ ...reflect, prompts: [foreign] }) as AnswerOf<'prompts'>;
    expect(prompts.every(({ framework }) => framework === 'aarhus-bu-2024')).toBe(true);
  });
});

describe('comparisons', () => {
  it('find what two roles have word for word in common', () => {
    const sides = ['leder-af-medarbejder', 'leder-af-leder'].map((role) => ({ framework: 'sammen', role }));
    const { shared } = ask({ intent: 'compare-roles', sides }) as AnswerOf<'compare-roles'>;
    expect(shared.map(({ text }) => text)).toContain(
      'Vi udfordrer hinanden både fagligt og professionelt, så vi bruger hinandens kompetencer og kender hinandens praksis.',
    );
  });

  it('of frameworks put roles of one level together', () => {
    const { sides } = ask({
      intent: 'compare-frameworks',
      frameworks: ['holstebro-sos-2021', 'socialafdelingen'],
      theme: 'personaleledelse',
    }) as AnswerOf<'compare-frameworks'>;
    expect(sides.map(({ role }) => role?.id)).toEqual([
      'direktor',
      'chef',
      'socialchef',
      'leder-af-ledere',
      'centerleder',
      'leder-af-medarbejdere',
      'funktionsleder',
      'medarbejder',
    ]);
  });

  it('of editions come in pages of at most eight, whichever is named first', () => {
    const answer = ask({ intent: 'compare-editions', older: 'aarhus-bu-2024', newer: 'aarhus-bu-2021' }) as AnswerOf<'compare-editions'>;
    expect(answer).toMatchObject({ older: { id: 'aarhus-bu-2021' }, newer: { id: 'aarhus-bu-2024' }, page: 0 });
    expect(answer.changes).toHaveLength(8);
    expect(answer.pages).toBe(Math.ceil(Object.values(answer.counts).reduce((sum, count) => sum + count) / 8));
    expect(ask({ intent: 'compare-editions', older: 'aarhus-bu-2021', newer: 'aarhus-bu-2024', page: 20 })).toMatchObject({
      page: answer.pages - 1,
    });
  });
});
