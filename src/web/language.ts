import type { Language } from '../content/language.js';

/**
 * The language of a visit: `?sprog=` of the address when it says `da` or `en`, else the first of the two that the
 * browser asks for (RFC 9110, Accept-Language), else Danish.
 */
export function readLanguage(sprog: string | null | undefined, acceptLanguage: string | undefined): Language {
  if (sprog === 'da' || sprog === 'en') return sprog;
  const wanted = (acceptLanguage ?? '').slice(0, 500).split(',').flatMap(readRange);
  const best = wanted.reduce<Range | undefined>((first, next) => (!first || next.weight > first.weight ? next : first), undefined);
  return best?.language ?? 'da';
}

type Range = { readonly language: Language; readonly weight: number };

function readRange(range: string): Range[] {
  const [, language, weight = '1'] = /^\s*(da|en)\b[\w-]*\s*(?:;\s*q=([\d.]+))?\s*$/i.exec(range) ?? [];
  const number = Number(weight);
  return language && number > 0 ? [{ language: language.toLowerCase() as Language, weight: number }] : [];
}
