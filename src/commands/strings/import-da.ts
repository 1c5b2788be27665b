/**
 * What `npm run import` says, in Danish.
 */

type Counts = { statements: number; doubtful: number; conflicts: number; foreign: number; faults: number };
type Files = { draft: string; source: string; page: string };

export const importing = {
  usage: (formats: string) => `Brug: npm run import -- fil.(${formats}) --id nordkoebing-2026 [--name "Nordkøbing 2026"] [--out mappe]
       npm run import -- --measure
       Laver en kladde til et ledelsesgrundlag ud fra dokumentet, og en side, hvor du ser hver sætning, og hvor den er havnet.
       Ret i kladden, og kør kommandoen igen: det, du har skrevet, bliver stående.
       --id er navnet på filen: små bogstaver a–z, tal og bindestreger.
       --out er mappen, der skrives i (out/import, hvis du ikke nævner en).
       --measure viser, hvor godt de dokumenter, der er i content/, bliver læst.
       Taler dansk, med --da eller uden; med --en taler den engelsk.`,
  badId: (id: string) => `»${id}« kan ikke bruges som id. Skriv små bogstaver a–z, tal og enkelte bindestreger, fx nordkoebing-2026`,
  notOurs: (file: string) =>
    `»${file}« findes i forvejen, og importen ved ikke, hvad den selv har skrevet i den. Vælg et andet --id eller en anden mappe med --out. Intet er ændret`,
  unwritable: (folder: string) => `Kan ikke skrive i »${folder}«. Nævn en mappe, du må skrive i, med --out`,
  faults: {
    missing: (file: string) => `Kan ikke finde »${file}«. Se efter, om navn og mappe er rigtige, og om du må læse filen`,
    unknown: (file: string) => `Kan ikke læse »${file}«. Gem dokumentet som docx, pdf, txt, xlsx eller html, og prøv igen`,
    'too-large': (file: string) => `»${file}« er for stor. Gem dokumentet uden billeder, eller del det, og prøv igen`,
    encrypted: (file: string) =>
      `»${file}« har en adgangskode eller er i et gammelt format. Åbn den, gem den uden adgangskode som docx, xlsx eller pdf, og prøv igen`,
    scanned: (file: string) =>
      `»${file}« er billeder af sider uden tekst. Bed om dokumentet, som det blev skrevet, eller lad en scanner med tekstgenkendelse læse det først`,
    broken: (file: string) =>
      `»${file}« kan ikke læses: den er ikke hel, eller den er noget andet, end navnet siger. Hent den igen, eller gem den på ny`,
    empty: (file: string) => `Der er ingen tekst i »${file}«. Er det den rigtige fil?`,
    tools: (file: string) =>
      `Kan ikke læse »${file}« her: det, der læser dokumenter, er ikke installeret. Kør npm ci på en computer til redigering`,
  },
  done: ({ statements, doubtful, conflicts, foreign, faults }: Counts): string[] => [
    ...(statements > 0
      ? [`${statements} udsagn, og ${doubtful} steder at se efter.`]
      : [`Kladden er ikke et grundlag endnu; ${doubtful} steder at se efter.`]),
    ...(faults > 0 ? [`${faults} ting mangler, før filen kan bruges. De står øverst på siden.`] : []),
    ...(conflicts > 0
      ? [`${conflicts} steder har du rettet i noget, der også er nyt i kilden. Det, du skrev, er blevet stående; se siden.`]
      : []),
    ...(foreign > 0 ? [`${foreign} udsagn har ord, der ikke står i kilden. De står øverst på siden.`] : []),
  ],
  written: ({ draft, source, page }: Files): string[] => [
    `Kladde:    ${draft}`,
    `Kilde:     ${source}`,
    `Gennemsyn: ${page} (åbn den i en browser)`,
    'Ret i kladden, og kør kommandoen igen, så tit du vil. Er den god, så kopiér den til frameworks/ og kilden til sources/ i mappen med jeres indhold.',
  ],
  measured: ['grundlag', 'udsagn', 'rigtige', 'andel', 'forkerte uden tvivl'],
};
