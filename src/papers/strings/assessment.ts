/**
 * The words of the facts for an impact assessment (GDPR, article 35).
 */
import type { Installation } from '../installation.js';

/** A risk for people, what in the product answers it, and what is left. `on`: in which installations there is this risk. */
export type Risk = {
  readonly risk: string;
  readonly answer: string;
  readonly left: string;
  readonly on?: (installation: Installation) => boolean;
};

/** The risks, the heaviest first. */
export const risks: readonly Risk[] = [
  {
    risk: 'En arbejdsgiver bruger det, en leder har spurgt om eller skrevet, til at bedømme lederen.',
    answer:
      'Der er ingen visning for leder, HR eller kolleger. Noter er krypteret. Ugetal har intet id og intet under 5. En leders egen skala på en guide står kun på papiret.',
    left: 'Driften kan åbne noter med database og nøgle. Skriv ned, hvem det er, og at det ikke må bruges sådan.',
  },
  {
    risk: 'Ledernes noter bliver udleveret til kommunen, når den forlader installationen.',
    answer: 'Udleveringen er et valg for sig (npm run offboard -- --out) og giver en linje i audit.log. Der kan slettes uden.',
    left: 'Filerne har noterne i læsbar tekst. Skriv ned, at hver fil kun må gives til den, den handler om.',
  },
  {
    risk: 'Noter bliver læst af en, der ikke må.',
    answer:
      'Krypteret og bundet til person og kommune. Nøglen ligger uden for databasen. En kommando, der viser noter, skriver en linje i audit.log.',
    left: 'Den, der har både database og nøgle, kan åbne dem uden en linje i loggen. Hold de to adskilt, også i sikkerhedskopier.',
  },
  {
    risk: 'En note bliver stående i chatten, hvor Microsoft 365 gemmer den.',
    answer: 'Noter og aftaler åbner i et vindue for sig. Chatten får intet ord af dem.',
    left: 'Det, lederen selv skriver som en besked, bliver i chatten. På vejen til skærmen går noter gennem Microsofts tjenester.',
    on: ({ notesIn }) => notesIn === 'dialog',
  },
  {
    risk: 'En note bliver stående i chatten, hvor Microsoft 365 gemmer den.',
    answer: 'Her vises noter i chatten (NOTES_IN=chat). NOTES_IN=dialog viser dem i et vindue for sig.',
    left: 'Alt, hvad der vises eller skrives i chatten, følger kommunens regler for Teams.',
    on: ({ notesIn }) => notesIn === 'chat',
  },
  {
    risk: 'En leder skriver om en medarbejder i en note, en aftale eller et brev.',
    answer:
      'Vilkårene og brevformularen beder om at lade være. Det skrevne er krypteret og bliver kun vist for lederen selv (breve: redaktøren).',
    left: 'Fri tekst kan ikke styres. Medarbejderen ved ikke, at det står der. Tag det med i vejledningen til lederne.',
  },
  {
    risk: 'Oplysninger om helbred: en leder skriver, at vedkommende har det svært.',
    answer:
      'Beskeden bliver læst i hukommelsen og besvaret med, hvor der er hjælp. Den bliver ikke gemt, talt, meldt videre eller sendt til en sprogmodel. I en gruppe svares i personens egen chat, når det kan lade sig gøre. Er der et fast spørgsmål senere samme dag, står der en pause på én dag i planen, uden årsag.',
    left: 'Læsningen kan tage fejl begge veje. Beskeden selv står i chatten i Teams. En note kan indeholde det samme.',
  },
  {
    risk: 'En besked sendes til sprogmodellen med noget, den ikke skulle have.',
    answer:
      'Intet navn og intet id følger med. Noter, aftaler, svar i felter og det, der ser ud til at handle om lederen selv, bliver ikke sendt. Af 300 sådanne beskeder, som læsningen ikke kendte, ville 2 eller 3 være sendt. Modellen vælger kun mellem færdige svar og skriver intet.',
    left: 'Navne, lederen selv skriver, følger med. Microsoft kan gemme det sendte i op til 30 dage for at opdage misbrug, medmindre kommunen har fået en undtagelse.',
    on: ({ reader }) => reader !== 'off',
  },
  {
    risk: 'Små tal i rapporten afslører, hvem der har spurgt.',
    answer: 'Tal under 5 vises som »<5«, og det, der ellers kunne regnes ud, er også skjult. Der er intet id i tallene.',
    left: 'Databasen har de nøjagtige tal. To rapporter over overlappende uger kan trækkes fra hinanden: giv hver modtager ét udsnit.',
  },
  {
    risk: 'En leder deler mere i en gruppechat eller kanal, end det var meningen.',
    answer:
      'Lederen trykker selv på »Del«, og navnet står på kortet. Lederen kan selv fjerne sit svar, og »slet mine data« retter kortene.',
    left: 'Andre kan nå at læse det, og efter 90 dage kan kortet ikke længere ændres.',
    on: ({ sharing }) => sharing,
  },
  {
    risk: 'Redaktøren kan gætte, hvem der har sendt et brev.',
    answer:
      'Brevet har intet id, og navnet står kun på, hvis lederen sætter kryds ved det. Alt, hvad der sendes, vises før. Hvem der har sendt, står kun i hukommelsen, til døgnet er gået, for at tælle til fem.',
    left: 'Ordene selv kan røbe afsenderen. Driften kan i databasen holde brevets tidspunkt op mod, hvem der var aktiv samme time. Brevet kan ikke hentes tilbage.',
    on: ({ letters }) => letters,
  },
  {
    risk: 'En anden kommune på samme installation ser noget.',
    answer: 'Hver forespørgsel siger sin kommune. PostgreSQL har en ekstra mur. En kommune kan have sin egen nøgle.',
    left: 'Driften er fælles. SQLite har ikke den ekstra mur.',
    on: ({ others }) => others > 0,
  },
  {
    risk: 'Det slettede kommer igen fra en sikkerhedskopi.',
    answer: 'Driftsbogen (manifest/OPERATING.md) siger det og beder om at fortælle det til brugerne.',
    left: 'Gem kopier så kort som muligt, og skriv ned, hvad I gør, når en lægges tilbage.',
  },
  {
    risk: 'En leder føler sig overvåget eller presset til at bruge det.',
    answer:
      'I lederens egen chat kommer der ingen spørgsmål, før lederen selv beder om dem; botten siger kun velkommen. De kan stoppes med ét ord. Der er ingen point og ingen visning af, hvem der bruger det.',
    left: 'Driften kan se i databasen, hvem der bruger det. Om det er frivilligt, afgør kommunen. Sig det til lederne, og drøft det i MED.',
  },
  {
    risk: 'Noter går tabt.',
    answer: 'Noter og sletninger er på disken, før der bliver svaret. Driftsbogen viser sikkerhedskopi og genskabelse; en test prøver det.',
    left: 'Uden nøglen kan intet åbnes. Opbevar den to steder.',
  },
];

/** The words of the paper. */
export const assessmentWords = {
  title: 'Fakta til konsekvensanalysen (artikel 35)',
  lead: 'Det, en konsekvensanalyse spørger om, besvaret med fakta fra programmet. Vurderingerne er jeres.',
  order:
    'Rækkefølgen følger databeskyttelsesforordningens artikel 35, stk. 7. Datatilsynet har siden 22. maj 2024 to skabeloner på sin hjemmeside, en generel og en til AI-løsninger. Bruger I en af dem, kan svarene flyttes over afsnit for afsnit.',
  whetherTitle: '1. Skal der laves en konsekvensanalyse?',
  whether: {
    caption: 'De ni kriterier i de europæiske retningslinjer (WP 248), og hvad programmet gør',
    head: ['Kriterium', 'Fakta'],
    widths: [30, 60],
    rows: [
      ['Evaluering eller pointtildeling', 'Nej. Ingen bedømmelse, score eller profil af nogen.'],
      ['Automatiske afgørelser med retsvirkning', 'Nej. Ledelseskompas afgør intet om nogen.'],
      [
        'Systematisk overvågning',
        'Ingen visning af, hvem der gør hvad. Tidspunktet for seneste brug bliver gemt for at kunne slette; driften kan læse det i databasen.',
      ],
      [
        'Følsomme oplysninger',
        'Ja: Hver besked, og det, der skrives i felter, bliver i hukommelsen undersøgt for tegn på, at den, der skriver, har det svært. Desuden kan fri tekst indeholde dem.',
      ],
      ['Stor skala', 'Kommunens ledere. Antallet kender kommunen.'],
      ['Sammenstilling af datasæt', 'Nej, bortset fra et opslag af stilling, hvis det er slået til. Det gemmes ikke.'],
      ['Sårbare registrerede', 'Ansatte i forhold til deres arbejdsgiver.'],
      [
        'Ny teknologi',
        'Sætninger bliver forstået af en lille trænet model i tjenesten selv. En sprogmodel kun, hvis kommunen slår den til.',
      ],
      ['Hindrer en ret eller en ydelse', 'Nej.'],
    ],
  },
  describeTitle: '2. Beskrivelse af behandlingen',
  describe: [
    'Ledelseskompas er en bot i Microsoft Teams. En leder spørger, hvad der forventes af en rolle, og får den vedtagne ordlyd fra ledelsesgrundlaget og et spørgsmål at tænke over. Svarene bliver slået op; ingen af dem er skrevet af en sprogmodel.',
    'Lederen kan vælge faste spørgsmål, skrive noter til sig selv, lave aftaler med sig selv, dele et kort i en gruppechat eller kanal og, hvor det er slået til, skrive til redaktøren.',
  ],
  flowTitle: 'En beskeds vej',
  flow: [
    'Teams sender beskeden med navn, id, sprog og tidszone. Tjenesten kontrollerer, at den kommer fra Microsoft og fra en kommune på listen.',
    'Beskeden bliver læst i hukommelsen: først for tegn på, at den, der skriver, har det svært, så for hvad der bliver spurgt om.',
    'Svaret bliver slået op i ledelsesgrundlaget og sendt til Teams.',
    'Tilbage bliver: emnet (bruges i 10 minutter, slettes inden for et døgn), hvilket spørgsmål til eftertanke der blev vist, hvad svaret handlede om (7 dage, uden navn), et ugetal uden navn, tidspunktet på en time nær, samtalens adresse, i en gruppechat eller kanal at lederen har skrevet dér, og det, lederen selv har bedt om at få gemt. Beskeden bliver ikke gemt.',
  ],
  reader: {
    off: 'Ingen sprogmodel er slået til her.',
    on: 'Kommunens egen sprogmodel kan blive spurgt, hvad en besked betyder. Den vælger mellem færdige svar. Bliver dens valg brugt, eller er den enig, står det på svaret. Er den blevet spurgt, uden at det hjalp, står det ikke.',
  },
  graph:
    'Stilling, afdeling og foretrukket sprog bliver slået op i Microsoft Graph, når appen bliver installeret, og når lederen vælger rolle, for at foreslå en rolle. Tilladelsen (User.Read.All) giver adgang til alle brugeres profiler; programmet læser kun disse tre felter.',
  scope: 'Tabellerne, modtagerne og indstillingerne står i papiret »Fakta til fortegnelsen«.',
  describeFields: [
    { label: 'Hvor mange ledere og andre ansatte' },
    { label: 'Pilotgruppe først? Hvem, hvor længe, og er det frivilligt', lines: 2 },
  ],
  needTitle: '3. Nødvendighed og proportionalitet',
  need: [
    'Spørgsmål om grundlaget kan besvares uden, at noget om personen bliver gemt ud over det, der står i »En beskeds vej«.',
    'Profil, plan, noter og aftaler bliver kun til, når lederen selv beder om det.',
    'E-mail, telefonnummer og billede bliver ikke gemt. Navnet kun, når lederen gør noget, andre skal kunne se, eller sætter kryds ved det.',
    'I gruppechats og kanaler får botten kun de beskeder, hvor nogen nævner den, og dem, nogen selv vælger med »Hvad siger grundlaget om dette?«. En sådan besked kan være skrevet af en anden; den bliver læst i hukommelsen og ikke gemt. Det samme gælder det, man skriver i søgefeltet. Den beder ikke om adgang til andre beskeder (RSC).',
    'Kan formålet nås uden? Grundlaget kan læses som dokument. Det, der kræver behandling, er at huske rollen, sende spørgsmål og gemme noter.',
  ],
  rights: {
    caption: 'De registreredes rettigheder, og hvor de findes i programmet',
    head: ['Rettighed', 'I programmet'],
    widths: [30, 60],
    rows: [
      ['Oplysning', 'Siden /privatliv, »hvem kan se det« i chatten og papiret »Orientering«.'],
      ['Indsigt', '»eksportér mine data« i egen chat; resten med npm run export. Uden for er breve, tommelfingre, pilotlisten og loggene.'],
      ['Berigtigelse', 'Rolle, plan, noter og aftaler kan rettes i chatten.'],
      ['Sletning', '»slet mine data«, med det samme. Kopier: se »Opbevaring og sletning«.'],
      [
        'Begrænsning og indsigelse',
        '»stop« standser de faste spørgsmål. Påmindelser, aftaler og tilbageblik bliver slettet eller slået fra hver for sig. Fjernes appen, kommer der ikke mere.',
      ],
      ['Dataportabilitet', 'npm run export skriver en fil med læsbar tekst. Den er ikke i et maskinlæsbart format som JSON.'],
      ['Ikke at være genstand for automatiske afgørelser', 'Der er ingen.'],
    ],
  },
  needFields: [
    { label: 'Behandlingsgrundlag, også for følsomme oplysninger i fri tekst', lines: 2 },
    { label: 'Vurdering af nødvendighed', lines: 4 },
  ],
  risksTitle: '4. Risici for de registrerede',
  risksLead: 'Sandsynlighed og alvor er jeres vurdering. Her står, hvad programmet gør ved hver risiko, og hvad der bliver tilbage.',
  risks: { caption: 'Risici, svar og rest', head: ['Risiko', 'Hvad programmet gør', 'Hvad der bliver tilbage'], widths: [25, 40, 35] },
  risksFields: [
    { label: 'Sandsynlighed og alvor for hver risiko', lines: 4 },
    { label: 'Egne tiltag', lines: 4 },
  ],
  specialTitle: '5. Det særlige ved Ledelseskompas',
  special: [
    'Ingen medarbejdere bliver evalueret. Ledelsesgrundlaget handler om ledere, og der er ikke noget sted at skrive en bedømmelse af en anden.',
    'Ingen profilering for arbejdsgiveren. Det, der er gemt om en leder, bliver kun brugt til lederens egne svar.',
    'Noter kan åbnes af lederen i Ledelseskompas og af den, der har både databasen og nøglen. Det sidste er driften. Det er en tillidssag, og det skal siges til lederne.',
    'Chatten i Teams ligger i Microsoft 365. Kommunens administratorer kan efter kommunens egne regler søge i den, som i alle andre chats.',
    'En pilotgruppe er lille. Tal under 5 er skjult, men jo færre der er med, jo lettere kan den, der får rapporten, gætte. Vent med rapporten, til der er flere. Driftstal er delt op på minutter og skjuler ikke små tal: I en pilotgruppe på få kan de vise, hvornår nogen skrev.',
    'Den lille model, der læser for, om nogen har det svært, er trænet på opdigtede beskeder, kører i tjenesten selv og lærer ikke af nogens beskeder.',
    'AI-forordningen: Tjenesten læser kun tekst og bruger ingen biometriske data. To små trænede modeller læser i tjenesten selv, hvad der bliver spurgt om, og om nogen har det svært. De bedømmer ingen. Om og hvordan forordningen gælder, afgør kommunen.',
  ],
  consultTitle: '6. Inddragelse',
  consult: ['Papiret »Orientering« kan bruges over for ledere, tillidsrepræsentanter og MED.'],
  consultFields: [
    { label: 'Drøftet i MED (dato, bemærkninger)', lines: 2 },
    { label: 'Ledernes synspunkter', lines: 2 },
    { label: 'Databeskyttelsesrådgiverens udtalelse', lines: 4 },
    { label: 'Skal Datatilsynet høres (artikel 36)?' },
  ],
  followTitle: '7. Opfølgning',
  follow: [
    'Skriv papirerne igen ved hver ny version og hver ændring af indstillingerne, og sammenlign. En ny tabel, modtager eller pakke kan ikke komme med i programmet, uden at den også står her.',
  ],
  followFields: [{ label: 'Beslutning, dato og hvem' }, { label: 'Næste gennemgang' }],
} as const;
