/**
 * The words of the cover.
 */
import type { PaperId } from '../paper.js';

/** The words. */
export const coverWords = {
  title: 'Papirer om Ledelseskompas',
  lead: 'Fakta til dem, der skal tage stilling: databeskyttelsesrådgiver, it, tillidsrepræsentanter og MED.',
  papersTitle: 'Papirerne',
  about: {
    fortegnelse: 'Til databeskyttelsesrådgiveren: hvad der bliver behandlet om hvem, hvorfor og hvor længe.',
    konsekvensanalyse: 'Til databeskyttelsesrådgiveren: risici, og hvad der svarer på dem.',
    sletning: 'Til databeskyttelsesrådgiveren og driften: hver frist, kopi og log.',
    komponenter: 'Til it-sikkerhed: hver pakke, dens licens og hvorfor den er med.',
    tilgaengelighed: 'Til den, der skriver kommunens tilgængelighedserklæring.',
    orientering: 'Til ledere, tillidsrepræsentanter og MED. Kan sendes, når felterne er fyldt ud.',
  } satisfies Readonly<Record<PaperId, string>>,
  sbom: 'Til jeres værktøj: samme liste som i »Komponenter og licenser«, i CycloneDX.',
  useTitle: 'Sådan bruger I dem',
  use: [
    'Læs dem, ret i dem, og fyld de stiplede felter ud. De kan åbnes i Word eller skrives ud på A4.',
    'Skriv dem igen ved hver ny version og hver ændring af indstillingerne. Så passer de med det, der kører.',
    'Siden /privatliv i Ledelseskompas er skrevet ud fra den samme liste over, hvad der bliver gemt.',
  ],
} as const;
