/**
 * What every paper says around its own words. The papers are in Danish only: their readers are Danish municipalities' own.
 */

/** The words of the frame. */
export const frame = {
  back: 'Alle papirer',
  of: 'Gælder for',
  unnamed: 'Kommunen (navnet udfyldes af jer)',
  version: 'Version af Ledelseskompas',
  date: 'Skrevet',
  frameworks: 'Ledelsesgrundlag i brug',
  blank: 'Udfyldes af kommunen',
  decidesTitle: 'Jeres databeskyttelsesrådgiver afgør.',
  decides:
    'Papiret samler fakta, som programmet selv har skrevet ud fra sin kode og sine indstillinger. Det er ikke en juridisk vurdering. De stiplede felter kan kun kommunen udfylde.',
};

const months = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];

/** A day as it is written in Danish: 2026-11-30 is "30. november 2026". */
export function dayIn(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)}. ${months[Number(month) - 1] ?? month} ${year}`;
}

/** Several things in a sentence: "a, b og c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`;
}
