/**
 * The cards that the template of a new framework becomes, as the how-to for editors shows them.
 */
import { parse } from 'yaml';
import { agreementsSchema, toAgreementExamples } from '../../content/agreements.js';
import { frameworkSchema } from '../../content/framework.js';
import { createLibrary, type Library } from '../../content/library.js';
import { promptsSchema, toPrompts } from '../../content/prompts.js';
import { createCompass } from '../../conversation/compass.js';
import type { Lexicon } from '../../language/lexicon.js';
import { type Newcomer, templateFiles } from '../../writing/template.js';
import type { Exhibit } from '../gallery/page.js';

/** The municipality of the how-to. */
export const example: Newcomer = { id: 'nordkoebing-2026', name: 'Nordkøbing 2026' };

/** The cards by the name of their picture in `content/pictures/`. */
export const pictured = ['rolle', 'faelles', 'grundlag', 'spoergsmaal', 'emne', 'aftale'] as const;

/** The library of the template alone. */
export function exampleLibrary(): Library {
  const [framework, prompts, agreements] = templateFiles(example, 'da').map(({ text }) => text);
  return createLibrary([frameworkSchema.parse(parse(framework ?? ''))], toPrompts([promptsSchema.parse(parse(prompts ?? ''))]), undefined, {
    asks: [],
    words: new Map(),
    agreements: toAgreementExamples([agreementsSchema.parse(parse(agreements ?? ''))]),
  });
}

/** Each pictured card, in Danish. */
export function exampleCards(lexicon: Lexicon): readonly (Exhibit & { readonly name: (typeof pictured)[number] })[] {
  const library = exampleLibrary();
  const { answer, cards } = createCompass(library, lexicon);
  const asker = { group: false, random: () => 0, language: 'da' } as const;
  const framework = example.id;
  const values = { what: '', when: '', will: '', ahead: '7', date: '', time: '' };
  const own = library.agreementExample(framework, 'samarbejde');
  const answers = {
    rolle: answer({ intent: 'expectations', framework, role: 'leder' }, asker),
    faelles: answer({ intent: 'common', framework }, asker),
    grundlag: answer({ intent: 'about', framework }, asker),
    spoergsmaal: answer({ intent: 'reflect', framework, role: 'chef' }, asker),
    emne: answer({ intent: 'topic', framework, text: 'prioritering' }, asker),
    aftale: { kind: 'appointment-form', of: 'agreement', values, ...(own && { example: own }), next: [] },
  } as const;
  return pictured.map((name) => {
    const view = { language: 'da', group: false } as const;
    return { name, title: name, language: 'da', ...cards(answers[name], view) };
  });
}
