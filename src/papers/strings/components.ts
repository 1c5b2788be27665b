/**
 * The words of the paper on what the product is built of.
 */

/** The words. */
export const componentWords = {
  title: 'Komponenter og licenser',
  lead: 'Hvad Ledelseskompas er bygget af, hvorfor hver del er med, og under hvilken licens.',
  aboutTitle: 'Om listen',
  about: (all: number, direct: number) => [
    `Der følger ${all} pakker med i drift. ${direct} af dem er valgt; resten følger med dem.`,
    'Hele listen står i sbom.cdx.json (CycloneDX 1.5), med version, licens, kontrolsum og hvem der bruger hvem. Den kan læses af jeres værktøj til sårbarheder.',
    'Pakker, der kun bruges under udvikling, følger ikke med.',
  ],
  directTitle: 'De valgte pakker',
  direct: {
    caption: 'Hvorfor hver pakke er med, og hvad den rører',
    head: ['Pakke', 'Version', 'Licens', 'Hvorfor', 'Hvad den rører'],
    widths: [20, 10, 15, 30, 25],
  },
  licencesTitle: 'Licenser',
  licences: { caption: 'Alle pakker efter licens', head: ['Licens', 'Antal', 'Pakker'], widths: [30, 10, 60] },
  many: 'Se sbom.cdx.json.',
  unknown: 'Ikke oplyst',
  fieldsTitle: 'Det afgør kommunen',
  fields: [
    { label: 'Hvem ser efter nye sårbarheder hver uge (npm audit --omit=dev)' },
    { label: 'Leverandørstyring og beredskab (NIS2-loven), hvis kommunen er omfattet', lines: 2 },
  ],
} as const;
