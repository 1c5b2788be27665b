/**
 * The letter to leaders and to the MED committee.
 */

/** Its words. */
export const orientationWords = {
  title: 'Orientering til ledere og MED',
  lead: 'Vi tager Ledelseskompas i brug. Her står, hvad det er, hvad det husker om dig, og hvem du kan spørge.',
  decides:
    'Brevet er et udkast, som programmet har skrevet ud fra sin kode og sine indstillinger. Slet denne ramme, når felterne er fyldt ud.',
  isTitle: 'Hvad det er',
  is: (frameworks: string) => [
    `En bot i Microsoft Teams. Du spørger, hvad der forventes af dig som leder, og den svarer med ordene i det vedtagne ledelsesgrundlag (${frameworks}).`,
    'Du kan få et spørgsmål at tænke over, når du beder om det. Vil du have dem fast, vælger du selv dage og tidspunkt og stopper med ét ord.',
    'Du kan skrive noter til dig selv og lave aftaler med dig selv, som den minder dig om.',
  ],
  notTitle: 'Hvad det ikke er',
  not: [
    'Det er ikke en bedømmelse. Ledelseskompas sender ikke besked til nogen om, hvad du spørger om, hvor tit du bruger det, eller hvad du skriver til dig selv.',
    'Det er ikke en evaluering af dine medarbejdere, og du skal ikke skrive om dem.',
    'Det er ikke en personalesag. Ledelseskompas lægger intet i en personalemappe.',
    'Svarene er ikke skrevet af kunstig intelligens. De bliver slået op i grundlaget. En lille trænet model i programmet hjælper med at forstå, hvad du skriver.',
  ],
  reader: (mode: 'unsure' | 'always') =>
    `${mode === 'unsure' ? 'Er det uklart, hvad du spørger om' : 'Spørger du om grundlaget'}, kan beskeden blive sendt til kommunens egen sprogmodel hos Microsoft, sammen med din rolle og dit forrige spørgsmål. Dit navn og dine noter følger ikke med, men navne, du selv skriver, gør. Det, der ser ud til at handle om dig selv, bliver ikke sendt, men den læsning kan tage fejl. Microsoft kan gemme det sendte i op til 30 dage, medmindre kommunen har aftalt andet. Bliver sprogmodellens valg brugt, står det på svaret.`,
  graph:
    'Din stilling og afdeling bliver slået op i kommunens brugerkatalog for at foreslå en rolle. Det bliver ikke gemt, og du vælger selv.',
  storedTitle: 'Hvad der bliver husket',
  stored: (left: number, silent: number) => [
    'Dine beskeder bliver ikke gemt i Ledelseskompas. Emnet for dit seneste spørgsmål bliver husket i 10 minutter, så du kan spørge videre.',
    'Det, du selv vælger: din rolle, dit sprog, dine faste spørgsmål, dit fokus, dine noter og aftaler.',
    'Hvilke spørgsmål du har fået, hvornår du sidst brugte det, og hvor i Teams det kan skrive til dig.',
    'Hvor mange gange om ugen der bliver spurgt til et emne. Kun tal, ingen navne, og intet under 5 bliver vist.',
    `Holder du op, bliver alt om dig slettet: ${left} dage efter at du har fjernet appen, eller når du i ${silent} dage hverken har brugt den eller fået en besked fra den. Får du faste spørgsmål, løber fristen ikke. Den sidste frist får du besked om, før den udløber.`,
  ],
  seeTitle: 'Hvem der kan se det',
  see: [
    'I Ledelseskompas kan kun du åbne dine noter og aftaler. Der er ingen visning for din leder, HR eller dine kolleger.',
    'De, der driver Ledelseskompas, kan i databasen se, hvem der bruger det, hvornår sidst, hvilken rolle og hvilke faste spørgsmål. De har også nøglen og kan åbne noter, aftaler og breve og hente alt om én person, eller om alle, hvis kommunen holder op. Gør de det med programmets egne kommandoer, bliver det skrevet ned. Hvad de må, står nederst.',
    'Chatten i Teams ligger hos kommunen i Microsoft 365, som alle andre beskeder. Det, du skriver som en besked, bliver stående dér.',
  ],
  dialog: 'Dine noter åbner i et vindue for sig og står ikke i chatten.',
  chat: 'Dine noter bliver vist i chatten og bliver stående dér.',
  share: 'Deler du noget i en gruppechat eller kanal, kan alle i den se det, med dit navn.',
  letters: 'Sender du et brev til redaktøren, står dit navn kun på, hvis du selv sætter kryds ved det.',
  hardTitle: 'Hvis du har det svært',
  hard: [
    'Skriver du, at du har det svært, svarer Ledelseskompas med, hvor der er hjælp. Ledelseskompas gemmer ikke beskeden og fortæller den ikke til nogen, men den står i chatten i Teams. Det er et program og kan tage fejl. Tal med et menneske: din læge, din tillidsrepræsentant, din arbejdsmiljørepræsentant eller HR.',
  ],
  deleteTitle: 'Se, ret og slet',
  delete: [
    'Skriv »eksportér mine data« i din egen chat for at se alt, der står under dit id, og »slet mine data« for at slette det. Det sker med det samme. Breve til redaktøren og tommelfingre er ikke med, for de står ikke under dit id.',
    'Skriv »stop« for at standse de faste spørgsmål. Påmindelser og aftaler sletter du under »mine aftaler«.',
    'Siden om privatliv siger det samme mere udførligt. Den ligger under appens oplysninger i Teams.',
  ],
  medTitle: 'Til MED',
  med: [
    'Det er værd at drøfte, om det er frivilligt, hvem der driver det og har nøglen, hvem der får rapporten med tal, og hvad kommunen gør, hvis nogen beder om at se en bestemt persons data.',
    'De øvrige papirer er fakta til fortegnelsen, til konsekvensanalysen og om sletning. Bed om dem.',
  ],
  askTitle: 'Hvem du kan spørge',
  fields: [
    { label: 'Er det frivilligt at bruge Ledelseskompas?' },
    { label: 'Hvem driver det, og hvornår må de åbne noter?', lines: 2 },
    { label: 'Hvem svarer på spørgsmål om ledelsesgrundlaget' },
    { label: 'Hvem svarer på spørgsmål om driften' },
    { label: 'Databeskyttelsesrådgiver' },
    { label: 'Hvem får rapporten med tal' },
    { label: 'Startdato' },
  ],
} as const;
