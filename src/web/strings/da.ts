/**
 * All Danish texts of the pages.
 */
import type { GuideAnswer } from '../../answers/guide.js';
import type { Link, Text } from '../../cards/sections.js';
import type { Document } from '../document.js';
import type { KeepingDays, StoredId } from '../stored.js';

type Occasion = GuideAnswer['occasion'];

/** What a ring round a number means: the question, what 1 is, and what 5 is. */
export type Scale = { readonly ask: string; readonly low: string; readonly high: string };

/** The Danish texts; the English ones have the same shape. */
export const daGuide = {
  blanks: {
    review: ['Leder', 'Nærmeste leder', 'Dato'],
    onboarding: ['Ny i rollen', 'Nærmeste leder', 'Dato'],
    team: ['Lederteam', 'Mødeleder', 'Dato'],
    sparring: ['Fortæller', 'Makker', 'Dato'],
  } satisfies Record<Occasion, readonly string[]>,
  scale: {
    review: { ask: 'Sæt ring om et tal: Hvor tit lykkes det?', low: 'sjældent', high: 'næsten altid' },
    onboarding: { ask: 'Sæt ring om et tal: Hvor klart er det for dig?', low: 'uklart', high: 'helt klart' },
    team: { ask: 'Sæt ring om et tal: Hvor tit lykkes vi med det sammen?', low: 'sjældent', high: 'næsten altid' },
    sparring: { ask: 'Sæt ring om et tal: Hvor meget fylder det lige nu?', low: 'lidt', high: 'meget' },
  } satisfies Record<Occasion, Scale>,
  scaleNote: 'Tallet er til samtalen og ikke en karakter.',
  ours: 'Spørgsmålene og skalaen er formuleret til Ledelseskompas og er ikke en del af grundlaget.',
  mended: 'Åbenlyse slåfejl er rettet.',
};

/** The shape of these texts. */
export type GuideStrings = typeof daGuide;

const about: Document = {
  title: 'Om Ledelseskompas',
  lead: 'Ledelseskompas finder frem til, hvad ledelsesgrundlaget siger om din rolle, og stiller et spørgsmål at tænke over.',
  sections: [
    {
      title: 'Kom i gang',
      paragraphs: ['Åbn Ledelseskompas i Teams, og skriv, som du ville spørge en kollega. For eksempel:'],
      points: ['Hvad er fælles for alle ledere?', 'Giv mig et spørgsmål til eftertanke', 'Forbered en lederudviklingssamtale', 'Hjælp'],
    },
    {
      title: 'Det kan du regne med',
      points: [
        'Svarene er den vedtagne ordlyd, og der står altid, hvor de kommer fra. De bliver slået op og ikke skrevet af kunstig intelligens.',
        'Spørgsmålene til eftertanke er formuleret til Ledelseskompas og er ikke en del af grundlaget.',
        'I en gruppechat eller kanal svarer Ledelseskompas kun, når nogen nævner det med @ foran navnet.',
      ],
    },
    {
      title: 'Hvem kan hjælpe',
      points: [
        'Har du spørgsmål til selve ledelsesgrundlaget, så spørg dem, der står bag det. Skriv »Hvilke ledelsesgrundlag er der?« for at læse om dem.',
        'Svarer Ledelseskompas ikke, så sig det til kommunens it-support.',
      ],
    },
  ],
};

const terms: Document = {
  title: 'Vilkår',
  lead: 'Det gælder, når du bruger Ledelseskompas.',
  sections: [
    {
      title: 'Hvem det er til',
      paragraphs: ['Ledelseskompas er til ansatte i den kommune, der har sat det op i Teams. Det koster dig ikke noget at bruge.'],
    },
    {
      title: 'Hvad du får',
      points: [
        'Du får den vedtagne ordlyd fra ledelsesgrundlaget og kan se, hvor den står. Er der forskel på svaret og dokumentet, er det dokumentet, der gælder.',
        'Spørgsmål til eftertanke, guider og øvelser er formuleret til Ledelseskompas og er ikke en del af grundlaget.',
        'Du får ikke råd om løn, ansættelse eller jura. Spørg HR eller din tillidsrepræsentant.',
      ],
    },
    {
      title: 'Hvad vi beder dig om',
      points: [
        'Skriv ikke oplysninger om bestemte mennesker og ikke noget fortroligt.',
        'Brug svarene til at tænke og tale ud fra. De er ikke lavet til at bedømme en bestemt person.',
        'Husk, at alle i en gruppechat eller kanal kan se både spørgsmålet og svaret.',
      ],
    },
    {
      title: 'Drift',
      paragraphs: [
        'Det er din kommune, der driver Ledelseskompas, og kommunen kan ændre eller lukke det. Der er ingen garanti for, at det altid svarer.',
      ],
    },
    {
      title: 'Kilder og licenser',
      points: [
        'Ledelsesgrundlagene tilhører dem, der har vedtaget dem.',
        [
          'Danske helligdage kommer fra ',
          { text: 'date-holidays', href: 'https://github.com/commenthol/date-holidays' },
          ' af commenthol. Oplysningerne bygger på Wikipedia (',
          { text: 'Danske helligdage', href: 'https://da.wikipedia.org/wiki/Danske_helligdage' },
          ') og er udgivet under ',
          { text: 'CC BY-SA 3.0', href: 'https://creativecommons.org/licenses/by-sa/3.0/' },
          '.',
        ],
      ],
    },
  ],
};

const accessibility: Document = {
  title: 'Tilgængelighed',
  lead: 'Her står, hvad der er gjort, for at alle kan bruge Ledelseskompas, og hvad der ikke er prøvet.',
  sections: [
    {
      title: 'Siderne her',
      points: [
        'De kan bruges med tastaturet alene og læses i lyst og mørkt tema, med stor tekst og på en smal skærm.',
        'Der er ingen lyd, film, bevægelse eller tidsgrænser.',
        'Hver ny version bliver prøvet automatisk (axe-core). Den slags prøver finder kun noget af det, der kan være galt.',
      ],
    },
    {
      title: 'Kortene i Teams',
      points: [
        'De bliver tegnet af Teams, som også står for tastatur, oplæsning og forstørrelse.',
        'De bliver prøvet automatisk i lyst, mørkt og højkontrast-tema, på en smal skærm og med stor tekst.',
        'Hver besked har en kort tekst til skærmlæsere.',
        'De fleste knapper har en sætning, du kan skrive i stedet.',
      ],
    },
    {
      title: 'Det, der ikke er prøvet',
      points: [
        'Med skærmlæser, stemmestyring eller andre hjælpemidler, og med mennesker, der bruger dem.',
        'I Teams på rigtige telefoner med hjælpemidler.',
        'Et kort kan ikke sige, hvilket sprog en linje er på. Er din Teams på engelsk, bliver den danske ordlyd læst op med engelsk stemme.',
      ],
    },
    {
      title: 'Hvis noget ikke virker for dig',
      paragraphs: [
        'Sig det til kommunens it-support. I kommunens tilgængelighedserklæring står, hvad kommunen selv har vurderet, og hvor du kan klage.',
      ],
    },
  ],
};

const kinds: Record<StoredId, { readonly what: string; readonly why: string }> = {
  question: {
    what: 'Hvad dit seneste spørgsmål handlede om',
    why: 'Så du kan spørge videre (»og for chefer?«) og ikke får det samme spørgsmål til eftertanke igen. Det er emnet, rollen, sproget og eventuelle søgeord, ikke din besked.',
  },
  messages: {
    what: 'Id for de beskeder, der er svaret på',
    why: 'Så du kun får ét svar, når Teams sender den samme besked to gange. Id’et siger ikke noget om indholdet.',
  },
  greeting: {
    what: 'Hvilke samtaler der er budt velkommen i',
    why: 'Så Ledelseskompas kun præsenterer sig én gang. Det er samtalens id i Teams.',
  },
  person: {
    what: 'Hvornår du sidst skrev eller fik en besked, og om du har fjernet Ledelseskompas',
    why: 'Så dine oplysninger bliver slettet, når du ikke længere bruger Ledelseskompas, og du først får det at vide. Og så du kan blive spurgt, om dine faste spørgsmål passer dig, hvis du længe ikke har reageret på dem.',
  },
  profile: {
    what: 'Din rolle, dit ledelsesgrundlag, dit sprog og din tidszone',
    why: 'Så du får svar, der passer til dig, uden at skrive det hver gang.',
  },
  notes: {
    what: 'De noter, du selv gemmer',
    why: 'Så du kan finde dine svar på spørgsmål til eftertanke igen. En note hører til spørgsmålet, grundlaget og temaet.',
  },
  appointments: {
    what: 'Dine aftaler med dig selv og det, jeg skal minde dig om, og hvornår',
    why: 'Så jeg kan komme tilbage til det på den dag, du har valgt. En påmindelse bliver slettet 30 dage efter, at den er kommet. Aftaler beholder du, til du sletter dem.',
  },
  plan: {
    what: 'Hvornår du vil have et spørgsmål til eftertanke, på hvilket sprog og i hvilken tidszone',
    why: 'Så det kommer på de dage og tidspunkter, du har valgt, og holder de pauser, du har bedt om. Det gælder også for en gruppechat eller kanal, der får spørgsmål. De kommer fra det ledelsesgrundlag, som den, der satte dem op, havde valgt.',
  },
  planMaker: {
    what: 'Dit navn og id, hvis du sætter spørgsmål op for en gruppechat eller kanal',
    why: 'Så kortet kan sige, hvem der gjorde det.',
  },
  shares: {
    what: 'Dit navn og din linje på det, du deler i en samtale',
    why: 'Så kortet kan sige, hvem der delte det, og kun du kan lukke for svar.',
  },
  roundAnswers: {
    what: 'Det, du svarer synligt på et delt kort, og dit navn',
    why: 'Så de andre i samtalen kan se det. Du kan selv slette det på kortet.',
  },
  talks: {
    what: 'De 25 seneste gruppechats og kanaler, du har skrevet til Ledelseskompas i',
    why: 'Så du kan vælge mellem dem, når du vil dele noget.',
  },
  deliveries: {
    what: 'Hvilke spørgsmål du har fået sendt, hvornår, og om de nåede frem',
    why: 'Så det samme spørgsmål ikke bliver sendt to gange efter hinanden, og driften kan se, om noget går galt.',
  },
  focus: {
    what: 'Dit fokus: hvad det er på, og hvornår det slutter',
    why: 'Så de fleste af dine faste spørgsmål handler om det, så længe det varer.',
  },
  address: { what: 'Samtalens adresse i Teams', why: 'Så Ledelseskompas kan skrive til dig på det tidspunkt, du har valgt.' },
  letters: {
    what: 'Det, du selv sender til redaktøren',
    why: 'Så de, der står bag ledelsesgrundlaget, kan læse det. Vi gemmer ikke, hvem der sendte det: Derfor står det ikke blandt dine data, og det kan ikke hentes tilbage. Dit navn står kun på, hvis du selv har sat kryds ved det.',
  },
  ratedAnswers: {
    what: 'Hvad et svar handlede om, og om nogen trykkede på tommel op eller ned under det',
    why: 'Så et tryk kan tælles med under det rigtige emne. Det er slags, grundlag og tema, ikke hvem der spurgte eller trykkede. Svaret kendes på et aftryk af beskedens id. Det kan ikke læses, men den, der har både databasen og beskedernes id’er, kan genkende det.',
  },
  tallies: {
    what: 'Hvor mange gange om ugen der bliver spurgt til et emne, ikke er noget svar, trykkes på en tommelfinger, eller en af dine egne funktioner bliver brugt',
    why: 'Så de, der ejer ledelsesgrundlaget, kan se, hvad der er brug for. Det er kun tal, ikke hvem der spurgte eller med hvilke ord. Tal under 5 bliver ikke vist.',
  },
  seen: { what: 'Hvilke spørgsmål til eftertanke du har fået, og hvornår', why: 'Så du får nye, før du får de samme igen.' },
};

/** The Danish texts; the English ones have the same shape. */
export const da = {
  name: 'Ledelseskompas',
  otherLanguage: 'English',
  navigation: 'Sider om Ledelseskompas',
  pages: [
    { text: 'Om Ledelseskompas', href: '/om' },
    { text: 'Privatliv', href: '/privatliv' },
    { text: 'Vilkår', href: '/vilkaar' },
    { text: 'Tilgængelighed', href: '/tilgaengelighed' },
  ] as readonly Link[],
  about,
  terms,
  accessibility,
  privacy: {
    title: 'Privatliv',
    lead: 'Her står, hvad Ledelseskompas husker om dig, hvorfor, og hvornår det er væk.',
    shortTitle: 'Kort fortalt',
    short: [
      'Dine beskeder bliver læst for at finde et svar. De bliver hverken gemt eller skrevet i en log.',
      'Det, du skriver, bliver også undersøgt for tegn på, at du har det svært. Så svarer Ledelseskompas med, hvor der er hjælp. Det bliver ikke gemt, talt eller fortalt til nogen. Har du et fast spørgsmål senere samme dag, bliver det sprunget over.',
      'Ledelseskompas har ingen visning, hvor din leder, HR eller en kollega kan se, hvad du har spurgt om.',
      'Siderne her bruger ingen cookies og måler ingenting.',
    ] as readonly Text[],
    shortMemory: ['Den smule, der bliver husket, ligger kun i hukommelsen. Der er ingen database.'] as readonly Text[],
    shortDatabase: [
      'En note bliver kun gemt, når du selv vælger det. Den er krypteret, og i Ledelseskompas kan kun du åbne den. De, der driver Ledelseskompas for din kommune, har nøglen.',
      'De, der ejer ledelsesgrundlaget, kan se i tal, hvor tit der bliver spurgt til et emne. De kan ikke se hvem eller med hvilke ord, og tal under 5 bliver ikke vist.',
    ] as readonly Text[],
    storedTitle: 'Det bliver husket',
    storedMemory: 'Det hele hører til dit id i Microsoft Entra eller til samtalens id. Navn og e-mail bliver ikke husket.',
    storedDatabase:
      'Det hele hører til dit id i Microsoft Entra eller til samtalens id, undtagen det til sidst. E-mail bliver ikke gemt. Dit navn bliver kun gemt, hvis du sætter spørgsmål op, deler noget eller svarer på et delt kort i en gruppechat eller kanal, eller selv skriver det på et brev til redaktøren.',
    why: 'Hvorfor',
    whereTitle: 'Hvor',
    untilTitle: 'Hvor længe',
    kinds,
    where: {
      memory: 'Kun i hukommelsen på kommunens server',
      database: 'I kommunens database',
      sealed: 'I kommunens database, krypteret',
    },
    until: {
      minutes: (n: number) => `Bliver brugt i højst ${n} minutter`,
      days: (n: number) => `I ${n} dage, eller til du sletter dine data`,
      daysOfNobody: (n: number) => `I ${n} dage. Det hører ikke til nogens id og bliver ikke slettet med dine data`,
      restart: 'Til Ledelseskompas bliver startet igen',
      told: 'Til du sletter det eller holder op med at bruge Ledelseskompas',
      left: ({ retentionDays, inactiveDays }: KeepingDays) =>
        `Til du sletter dine data, ${retentionDays} dage efter at du har fjernet appen, eller når du i ${inactiveDays} dage hverken har brugt den eller fået en besked fra den`,
    },
    passingTitle: 'Det, der kun passerer',
    nameMemory: 'Med hver besked sender Teams dit navn, dit id, dit sprog og din tidszone. Navnet bliver ikke brugt.',
    nameDatabase:
      'Med hver besked sender Teams dit navn, dit id, dit sprog og din tidszone. Kun det, der står ovenfor, bliver gemt. Stopper eller flytter du spørgsmålene i en gruppechat eller kanal, siger Ledelseskompas dér, hvem der gjorde det, og gemmer det ikke.',
    passing: [
      'Loggen siger, at der kom en besked, om det var i en personlig samtale, en gruppechat eller en kanal, og om noget gik galt. Der står ingen navne, tekst eller id’er fra Teams i den, kun et tilfældigt ord for hver besked. Går noget galt, står ordet på kortet, så it-supporten kan finde linjen, hvis du nævner det.',
      'Tommelfingrene under et svar er Teams’ egne. Hvad Teams selv viser og gemmer om et tryk, afgør Microsoft 365 hos din kommune. Ledelseskompas gemmer kun, at nogen trykkede. Viser din Teams et felt, der ikke kommer fra Ledelseskompas, bliver det, du skriver i det, hverken gemt her eller sendt til nogen.',
      'Kommunen kan vælge, at din stilling og afdeling bliver slået op i Microsoft Entra, så Ledelseskompas kan foreslå en rolle. Det, der bliver slået op, gemmes ikke. Rollen gemmes kun, hvis du siger ja.',
    ] as readonly Text[],
    notesRead: {
      chat: 'Selve samtalen i Teams, også de noter, du får vist i den, ligger hos din kommune i Microsoft 365, som alle andre beskeder i Teams.',
      dialog:
        'Selve samtalen i Teams, også det, du selv skriver som en besked, ligger hos din kommune i Microsoft 365, som alle andre beskeder i Teams. Dine noter åbner i et vindue for sig og bliver ikke stående i samtalen. På vejen til din skærm går de gennem Microsofts tjenester, ligesom når du gemmer dem.',
    } as Readonly<Record<'chat' | 'dialog', Text>>,
    /** Only where the municipality's language model may be asked. */
    reader: {
      short: 'Kommunens egen sprogmodel kan blive spurgt, hvad en besked betyder. Hvad den får at vide, står længere nede.',
      passingTitle: 'Det, der passerer eller bliver sendt videre',
      passing: [
        'Kommunen har valgt, at Ledelseskompas kan spørge kommunens egen sprogmodel, hvad en besked betyder. Det er Azure OpenAI i kommunens eget abonnement hos Microsoft. Sprogmodellen vælger kun mellem det, Ledelseskompas selv kan svare på, og skriver intet af det, du ser. Bruger Ledelseskompas dens valg, står det på svaret.',
        'Sprogmodellen får beskeden eller den del af den, der blev læst, dit ledelsesgrundlag og din rolle, hvad der blev spurgt om lige før, hvilke udsagn der blev vist, og grundlagenes egen tekst. Den får ikke dit navn og ikke noget id på dig eller samtalen, men navne, du selv skriver i beskeden, følger med.',
        'Noter, aftaler, påmindelser, svar i et felt og svar på dagens spørgsmål bliver ikke sendt. Det gør en besked, som ser ud til at handle om dig selv, heller ikke. Den læsning kan tage fejl: Den er valgt, så højst omkring én ud af hundrede af den slags beskeder slipper igennem.',
        'Ledelseskompas gemmer ikke det, der bliver sendt. Det, sprogmodellen svarer, bliver brugt i højst et døgn, hvis der bliver spurgt om det samme igen. Det ligger kun i hukommelsen, med emnet, men uden din besked. Microsofts tjeneste kan gemme det, der bliver sendt, i op til 30 dage for at opdage misbrug, medmindre kommunen har fået en undtagelse. Det afgør kommunens aftale med Microsoft.',
      ] as readonly Text[],
    },
    leaveTitle: 'Når du holder op med at bruge Ledelseskompas',
    leave: ({ retentionDays, inactiveDays }: KeepingDays): readonly Text[] => [
      `Fjerner du Ledelseskompas, eller kan det ikke længere nå dig, bliver alt om dig slettet efter ${retentionDays} dage, medmindre du kommer tilbage.`,
      `Har du ikke brugt Ledelseskompas i ${inactiveDays} dage, og er der heller ikke nået en besked frem til dig, bliver alt om dig også slettet. 30 dage før får du besked i din egen chat og kan vælge at beholde det hele. Kan beskeden ikke nå frem, bliver det slettet alligevel.`,
      `Har du kun skrevet i gruppechats og kanaler, bliver dit navn og id på de spørgsmål, du har sat op dér, slettet, når du ikke har skrevet i ${inactiveDays} dage.`,
      `Bliver Ledelseskompas taget ud af en gruppechat eller kanal, bliver alt, der hører til samtalen, slettet efter ${retentionDays} dage.`,
    ],
    tracesTitle: 'Det, der kan blive tilbage',
    traces: [
      'Det slettede kan stå lidt endnu i databasens egne filer. I en SQLite-fil er det væk inden for et minut, eller når et andet program, der læser i den, er færdigt. I PostgreSQL er det væk, når databasen har ryddet op (vacuum), men det kan stå i databasens ændringslog, så længe kommunen gemmer den.',
      'Har kommunen taget en sikkerhedskopi af databasen, kan det stå i den, til den bliver slettet.',
      'Det, du deler eller svarer i en samtale, står på kortet der. Sletter du dine data, bliver kortene ændret, så du ikke står på dem. Efter 90 dage glemmer Ledelseskompas, hvem der står på et kort, og kan ikke længere ændre det.',
      'Har du sat spørgsmål op for en gruppechat eller kanal, kan dit navn stå i de beskeder, Ledelseskompas allerede har sendt der.',
      'Bliver Ledelseskompas prøvet af en mindre gruppe, har driften lagt et aftryk af hver deltagers id ind. Det kan ikke læses, men den, der kender dit id, kan se, om du er med. Det bliver stående, til prøven er slut.',
    ] as readonly Text[],
    rightsTitle: 'Dine rettigheder',
    rightsMemory: ['Der er ikke noget at hente ud eller slette: Det, der bliver husket, forsvinder af sig selv.'] as readonly Text[],
    rightsDatabase: [
      'Skriv »eksportér mine data« for at se alt, hvad der er gemt om dig, og »slet mine data« for at slette det. Er der for meget til en samtale, kan de, der driver Ledelseskompas, hente resten ud til dig.',
    ] as readonly Text[],
    rights: [
      'Din kommune er dataansvarlig. Kommunens databeskyttelsesrådgiver kan fortælle dig om grundlaget for behandlingen og hjælpe dig med indsigt, rettelse og sletning.',
      ['Du kan klage til ', { text: 'Datatilsynet', href: 'https://www.datatilsynet.dk' }, '.'],
    ] as readonly Text[],
  },
};

/** The shape of all texts. */
export type Strings = typeof da;
