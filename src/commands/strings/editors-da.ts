/**
 * What the commands of those who write content say, in Danish, which these commands speak unless told otherwise.
 */

const language = '       Med --en taler kommandoen engelsk. Ellers taler den dansk (--da).';

/** The Danish texts. */
export const editors = {
  newFramework: {
    usage: `Brug: npm run new-framework -- --id nordkoebing-2026 --name "Nordkøbing 2026" [--folder mappe]
       npm run new-framework -- --edition-of aarhus-bu-2024 --id aarhus-bu-2027 --name "Aarhus Børn og Unge 2027" --source ny-tekst.txt
       Den første skriver et nyt grundlag, der virker, med en forklaring ved hvert felt. Den anden skriver en ny udgave af et
       grundlag, du har: udsagn, der går igen, beholder deres id, så spørgsmål, noter og kort følger med. Den nye tekst er en
       tekstfil (--source) eller et udkast fra npm run import (--from).
${language}`,
    noId: (suggestion: string) =>
      `--id mangler: det er navnet på filerne. ${suggestion ? `Skriv for eksempel --id ${suggestion}` : ''}`.trim(),
    badId: (id: string, suggestion: string) =>
      `--id »${id}« kan ikke bruges: skriv små bogstaver a-z, tal og bindestreger.${suggestion ? ` Skriv for eksempel --id ${suggestion}` : ''}`,
    noName: '--name mangler: det er det, kortene kalder grundlaget. Skriv for eksempel --name "Nordkøbing 2026"',
    exists: (file: string) => `»${file}« findes allerede, og intet er skrevet. Vælg et andet --id`,
    noFolder: (folder: string) => `mappen »${folder}« har ingen frameworks/. Nævn en mappe med indhold: --folder content`,
    noOlder: (id: string, known: string) => `»${id}« er ikke et grundlag her. Skriv --edition-of med et af disse: ${known}`,
    oneText: 'skriv enten --source med den nye tekst eller --from med et udkast',
    noFile: (file: string) => `»${file}« kan ikke læses. Se efter, om navnet er rigtigt`,
    notUtf8: (file: string) =>
      `»${file}« er ikke gemt som UTF-8, så æ, ø og å går i stykker. Gem den igen som UTF-8 (i Notesblok: Gem som, Kodning)`,
    notLike: (id: string) =>
      `ikke ét udsagn fra »${id}« kan kendes i den nye tekst, og intet er skrevet. Se efter, om det er den rigtige fil`,
    unwritable: (file: string, code: unknown) => `»${file}« kan ikke skrives (${code}). Se efter, om du må skrive i mappen`,
    written: (name: string) => `»${name}« er begyndt. Filerne:`,
    next: (id: string) => [
      'Sådan kommer du videre:',
      `  1. npm run content                      ser efter, hver gang du gemmer, og viser kortene`,
      `  2. Skriv jeres egne ord i frameworks/${id}.yaml og hele teksten i sources/${id}.txt`,
      '  3. npm run check-content                siger til, hvis noget ikke passer',
      'Skabelonens ord er eksempler: botten viser dem, indtil du har skrevet jeres egne.',
    ],
    went: (all: number, same: number, close: number, older: string) =>
      `${same + close} af ${all} udsagn fra ${older} går videre med deres id: ${same} med samme ord, ${close} med ændrede ord.`,
    changed: 'Ændret. Se efter, at det er det samme udsagn; ellers giv det et nyt id:',
    before: 'før:',
    now: 'nu: ',
    fresh: 'Nyt i teksten:',
    freshToPlace: 'Nyt i teksten. Skriv det, der er udsagn, ind i frameworks-filen; det står også nederst i den:',
    after: (id: string) => `efter ${id}`,
    first: 'først',
    gone: 'Væk. Spørgsmål, noter og kort til dem bliver hos den gamle udgave:',
    doubts: 'Overskrifter, som ikke står i den nye tekst. De er beholdt: ret dem i frameworks-filen:',
    noteFresh: (text: string, where: string) => `Nyt i teksten (${where}), ikke sat ind: ${text}`,
    noteGone: (text: string, id: string) => `Væk siden sidste udgave (${id}): ${text}`,
    nextEdition: [
      'Nu: læs det ændrede igennem, sæt det nye ind, og kør npm run check-content. Spørgsmål til eftertanke er lånt fra den gamle',
      'udgave; se efter, om de stadig passer, og skriv nogle til de nye udsagn.',
    ],
  },
  content: {
    usage: `Brug: npm run content [-- --folder mappe] [--port 4180]
       npm run content -- --report [--out report.html] [--since 2026-09-01] [--tenant ID]
       Den første bliver ved, til du trykker Ctrl-C: hver gang du gemmer en fil, ser den efter fejl, stiller tre spørgsmål og viser
       kortene i din browser. Den anden skriver én side om, hvordan indholdet har det.
${language}`,
    noPort: (port: string) => `--port »${port}« er ikke et portnummer. Skriv et tal fra 0 til 65535 (0: en ledig)`,
    noDate: (date: string) => `--since »${date}« er ikke en dato. Skriv den som 2026-09-01`,
    noFolder: (folder: string) => `mappen »${folder}« har ingen frameworks/. Nævn en mappe med indhold: --folder content`,
    watching: (folder: string) => `Ser efter i »${folder}«. Gem en fil, så ser jeg på den. Ctrl-C stopper.`,
    page: (address: string) => `Kortene: ${address} (siden henter sig selv igen, når du gemmer)`,
    saved: (time: string, files: string) => `${time}  ${files}`,
    noFaults: 'Ingen fejl.',
    faults: (count: number) => (count === 1 ? 'En fejl. Ret den, og gem igen:' : `${count} fejl. Ret dem, og gem igen:`),
    moreFaults: (count: number) => `… og ${count} til. De kan være ekko af dem ovenfor.`,
    asks: (id: string) => `Tre spørgsmål til ${id}:`,
    more: '…',
    old: 'Det, folk skriver, bliver forstået, som sidst det blev lært. Nye linjer i lexicon/said/ tæller først efter npm run check-content.',
    questions: {
      role: (role: string) => `Hvad forventes der af en ${role}?`,
      theme: (theme: string) => `Hvad står der om ${theme}?`,
      prompt: 'Giv mig et spørgsmål til eftertanke',
    },
    stopped: 'Stoppet.',
    broken: (code: unknown) => `mappen kan ikke følges (${code}). Begynd igen med npm run content`,
    reported: (file: string) => `${file}: åbn den i en browser`,
    unwritable: (file: string, code: unknown) => `»${file}« kan ikke skrives (${code}). Nævn en fil i en mappe, du må skrive i`,
  },
};
