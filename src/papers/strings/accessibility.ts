/**
 * The words of the facts about accessibility.
 */

/** The words. */
export const accessibilityWords = {
  title: 'Fakta om tilgængelighed',
  lead: 'Hvad der er prøvet på siderne og kortene, hvad der ikke er, og hvad Teams afgør.',
  aboutTitle: 'Hvad det handler om',
  about: (paths: string, kinds: number) => [
    `Egne websider: ${paths}. Er links slået til, også sider med ledelsesgrundlagets tekst (/del/…) og samtaleguiden (/guide/…).`,
    `Svar på kort i Teams: ${kinds} slags. De bliver tegnet af Teams, ikke af Ledelseskompas.`,
    'Tilgængelighedserklæringen er kommunens egen. Papiret her er fakta til den, og kravet er WCAG 2.1 niveau AA (EN 301 549).',
  ],
  howTitle: 'Sådan bliver det prøvet',
  how: [
    'Prøverne er automatiske og kører i Chromium, før en ny version bliver udgivet. De bruger axe-core med alle dens standardregler, og én eneste fejl standser udgivelsen. Tallene er derfor krav og ikke målinger på jeres server.',
    'axe finder kun noget af det, retningslinjerne kræver. Resten kræver mennesker.',
  ],
  pagesTitle: 'Websiderne',
  pages: {
    caption: 'WCAG 2.1, niveau A og AA: hvad siderne gør, og hvordan det er set',
    head: ['Kriterium', 'Siderne', 'Hvordan det er set'],
    widths: [30, 40, 30],
    rows: [
      ['1.1.1 Billeder', 'Ét billede, et kompas til pynt, skjult for skærmlæsere.', 'axe'],
      ['1.3.1 Opbygning', 'Én overskrift øverst, ægte overskrifter, lister og tabeller.', 'axe og en test'],
      ['1.4.3 Kontrast', 'I lyst og mørkt tema.', 'axe i begge'],
      [
        '1.4.4 og 1.4.10 Stor tekst og smal skærm',
        '320 punkter bred med 200 % tekst uden at rulle sidelæns.',
        'En test for hver af siderne ovenfor',
      ],
      ['2.1.1 Tastatur', 'Kun links. Ingen scripts, felter eller fælder.', 'En test forbyder scripts og felter'],
      ['2.3.1 Blink og bevægelse', 'Ingen.', 'Stilarket har ingen animation'],
      ['2.4.2 Sidetitel', 'Hver side har sin egen.', 'axe og en test'],
      ['2.4.7 Synlig fokus', 'Tydelig ramme om links.', 'Set efter i koden'],
      ['3.1.1 og 3.1.2 Sprog', 'Sidens sprog er sat, og dansk ordlyd på engelske sider er mærket som dansk.', 'axe og en test'],
      ['Print', 'Siderne kan skrives ud, og links bliver skrevet med adresse.', 'En test'],
    ],
  },
  pagesRest:
    'Kriterier, der ikke er nævnt, handler om noget, siderne ikke har (lyd, video, formularer, tidsgrænser), eller er ikke set efter.',
  cardsTitle: 'Kortene',
  cards: [
    'Hver slags kort bliver tegnet i Microsofts egen tegner af Adaptive Cards og prøvet i lyst, mørkt og højkontrast-tema, på 320 punkters bredde og med stor tekst. axe skal intet finde, foldet sammen og foldet ud (ikke med stor tekst, som ikke ændrer farve, navn eller rækkefølge).',
    'Intet ord og ingen knap må løbe ud af kortet. Det bliver målt på hvert kort.',
    'Hver meddelelse har en kort tekst, som skærmlæsere og låste telefoner får i stedet for kortet. Den nævner aldrig en note.',
    'Overskrifter er mærket som overskrifter, felter har navne, og intet bliver sagt med farve alene.',
    'De fleste knapper har en sætning, man kan skrive i stedet.',
  ],
  teamsTitle: 'Det, Teams afgør',
  teams: [
    'Tastatur, fokus, oplæsning og zoom i chatten er Teams’ egne. Microsoft har sine egne erklæringer om dem.',
    'Et kort kan ikke sige, hvilket sprog en linje er på. På engelsk bliver den danske ordlyd læst op med engelsk stemme.',
    'Knapper ud over de første ligger bag tre prikker. Hvordan de åbnes, er forskelligt fra telefon til computer.',
    'Vinduer til noter ser forskellige ud på ældre telefoner.',
  ],
  notTitle: 'Det, der ikke er prøvet',
  not: [
    'Med skærmlæser (NVDA, JAWS, VoiceOver, TalkBack): intet er prøvet.',
    'I Teams på rigtige telefoner og computere med hjælpemidler: intet er prøvet.',
    'Med stemmestyring, kontaktstyring og forstørrelsesglas: intet er prøvet.',
    'Med mennesker, der bruger hjælpemidler: intet er prøvet.',
    'Læsbarhed: teksterne er skrevet korte, men ikke målt på læsere.',
  ],
  fieldsTitle: 'Til kommunens erklæring',
  fields: [
    { label: 'Prøvet med skærmlæser (hvem, hvornår, hvad blev fundet)', lines: 4 },
    { label: 'Hvor brugere kan melde fejl' },
    { label: 'Dato for erklæringen (gennemgås hvert år)' },
  ],
} as const;
