/**
 * Danish texts of talk: help, refusals, care and the first card.
 */
import type { Refusal, Service, Tone } from '../../../understanding/question.js';

/** The Danish texts; the English ones have the same shape. */
export const daTalk = {
  help: 'Det kan du spørge om',
  helpIntro: 'Jeg kender ledelsesgrundlaget og svarer med dets egne ord. Skriv, som du ville spørge en kollega, eller tryk på et eksempel.',
  helpMention: 'I en gruppechat eller kanal svarer jeg kun, når du nævner mig med @ foran navnet.',
  version: (number: string) => `Version ${number}`,
  helpMore:
    'Du kan også sammenligne to roller, se, hvad der er ændret mellem to udgaver, eller forberede en lederudviklingssamtale. Skriv »jeg er« og din rolle, så husker jeg den, eller »mine noter fra sidste uge«.',
  /** Only where the municipality's language model may be asked; the release follows it. */
  helpReader: 'Kommunens sprogmodel kan hjælpe mig med at forstå, hvad du spørger om',
  contact: (contacts: string) => `Har du spørgsmål til selve grundlaget, så spørg ${contacts}.`,
  tryThis: 'Prøv for eksempel',
  smalltalk: {
    hello: 'Hej. Hvad vil du gerne vide om ledelsesgrundlaget?',
    thanks: 'Selv tak. Sig til, når der er mere.',
    bye: 'Hav en god dag. Jeg er her, når du får brug for det.',
    'how-are-you': 'Tak, godt. Hvad vil du gerne slå op?',
    praise: 'Det er godt at høre.',
    complaint: 'Tak, fordi du siger det. Prøv at spørge på en anden måde, eller begynd med et af disse.',
    'who-are-you':
      'Jeg er Ledelseskompas, en bot og ikke et menneske. Jeg finder ledelsesgrundlagets egne ord frem og finder ikke selv på noget. Spørg om din rolle eller et tema, eller få et spørgsmål at tænke over.',
  } satisfies Record<Tone, string>,

  // An honest no
  refusalTitle: {
    unknown: 'Det står der ikke noget om',
    unclear: 'Det forstod jeg ikke',
    terms: 'Det hører til et andet sted',
    people: 'Det hører til et andet sted',
    boss: 'Det hører til et andet sted',
    writing: 'Jeg skriver ikke tekster',
    rude: 'Lad os begynde forfra',
    injection: 'Det kan jeg ikke',
    language: 'Jeg svarer på dansk og engelsk',
    time: 'Det klokkeslæt findes ikke',
    links: 'Jeg læser ikke links',
  } satisfies Record<Exclude<Refusal, 'distress'>, string>,
  refusal: {
    unknown: 'Prøv et andet ord, eller begynd et af disse steder.',
    unclear: 'Skriv det gerne med andre ord: en rolle, et tema, eller hvad du vil have mig til.',
    terms:
      'Ledelsesgrundlaget handler ikke om løn, ferie, ansættelse og jura. Spørg din HR-afdeling eller din tillidsrepræsentant. Her kan du spørge om ledelse.',
    people:
      'Ledelsesgrundlaget handler om roller og ikke om bestemte mennesker. Tag det med din nærmeste leder eller HR. Jeg kan vise, hvad der forventes af en rolle.',
    boss: 'Ledelsesgrundlaget handler om roller og ikke om bestemte mennesker. Din tillidsrepræsentant, din arbejdsmiljørepræsentant eller HR kan hjælpe dig med det. Jeg sender ikke det, du skriver, til nogen.',
    writing: 'Jeg viser, hvad der står i ledelsesgrundlaget, og skriver ikke breve eller oplæg. Ordlyden her kan være en god begyndelse.',
    rude: 'Jeg vil gerne hjælpe med det, der står i ledelsesgrundlaget. Her er et par steder at begynde.',
    injection:
      'Jeg svarer kun med det, der står i ledelsesgrundlaget, og ændrer ikke på, hvordan jeg svarer. Her er noget, du kan spørge om.',
    language: 'Skriv dit spørgsmål på dansk eller engelsk, så finder jeg svaret. Ordlyden i grundlaget er på dansk.',
    time: 'Skriv et klokkeslæt mellem 0.00 og 23.59, for eksempel 8.00.',
    links:
      'Jeg åbner ikke sider og filer, som der linkes til. Skriv med et par ord, hvad du vil vide, så finder jeg svaret i ledelsesgrundlaget.',
  } satisfies Record<Exclude<Refusal, 'distress'>, string>,
  /** In all frameworks, or in the only one there is. */
  lookedFor: (text: string, only: string | undefined) => `Jeg ledte efter »${text}« i ${only ?? 'alle ledelsesgrundlag'}.`,
  askInstead: 'Spørg for eksempel',
  againTitle: 'Lad os prøve en anden vej',
  again: 'Det fandt jeg heller ikke noget om. Her er nogle spørgsmål, der virker. Du kan også bladre i grundlagene og finde det der.',

  // Of the conversation itself
  service: {
    restart: {
      title: 'Vi begynder forfra',
      lines: ['Det, vi lige talte om, har jeg lagt væk. Din rolle, dine noter og dine faste spørgsmål er, som de var.'],
    },
    'nothing-before': {
      title: 'Hvad vil du høre mere om?',
      lines: ['Spørg først om noget. Så kan du skrive »uddyb«, »mere« eller »kort version«.'],
    },
    'nothing-more': { title: 'Det var det hele', lines: ['Der er ikke mere om det. Du kan gå videre herfra.'] },
    print: {
      title: 'Sådan får du det på papir',
      lines: [
        'Jeg laver ingen filer. Teksten på et kort kan du markere og kopiere, for eksempel til Word, og udskrive derfra.',
        'Dine egne data får du med »eksportér mine data«.',
      ],
    },
    contact: {
      title: 'Hvem står bag?',
      lines: ['Jeg kan ikke sende noget videre for dig. Virker botten ikke, som den skal, så sig det til jeres it-afdeling.'],
    },
    label: {
      title: 'Det er en knap på et kort',
      lines: ['Tryk på knappen på kortet, så sker det. Er kortet væk, så spørg igen, så kommer der et nyt.'],
    },
    sheet: 'Guiden til en udviklingssamtale er sat op til ét A4-ark. Åbn den her, og udskriv den fra din browser.',
    whose: (framework: string, organisation: string | undefined) =>
      organisation ? `${framework}: ${organisation}.` : `${framework}: Dokumentet nævner ikke, hvem der står bag.`,
    noContact:
      'Der er ikke skrevet nogen på, som du kan spørge. Din HR-afdeling ved, hvem der har ansvaret for ledelsesgrundlaget hos jer.',
  } satisfies Record<Service, { title: string; lines: readonly string[] }> & Record<string, unknown>,

  // To somebody who is not well
  care: {
    title: 'Tak, fordi du skriver det',
    summary: 'Der er hjælp at få',
    you: 'Det lyder, som om du har det svært. Det skal du ikke stå alene med.',
    people:
      'Tal med en, du har tillid til, gerne i dag. Din læge kan hjælpe, også når det handler om arbejdet. På arbejdspladsen kan du gå til din arbejdsmiljørepræsentant, din tillidsrepræsentant eller HR.',
    urgent:
      'Har du tanker om ikke at ville leve, så ring til Livslinien på 70 201 201. De svarer alle dage kl. 11.00-05.00. Er der fare nu, så ring 112.',
    message: 'Jeg gemmer ikke, hvad du skrev, og sender det ikke til nogen.',
    note: 'Din note er kun din. Jeg sender den ikke til nogen.',
    letter: 'Jeg har ikke sendt noget til nogen. Du kan stadig skrive til redaktøren, når du vil.',
    'letter-sent': 'Dit brev er sendt, som du bad om.',
    'letter-kept': 'Dit brev er ikke sendt.',
    round: 'Dit svar står på kortet, hvor de andre kan læse det. Du kan tage det tilbage der.',
    rests: 'Dagens spørgsmål springer jeg over i dag.',
    back: 'Tilbage',
    perhaps: 'Har du det selv svært lige nu? Her er, hvor der er hjælp.',
    here: 'Vis, hvor der er hjælp',
  },
  /** Under an answer to a question about somebody else who is not well. */
  aboutOthers:
    'Handler det om en bestemt person, så tag det med HR. De kender reglerne og kan hjælpe dig med samtalen. Er der fare for nogen, så ring 112.',

  // Of itself
  privacyTitle: 'Det, jeg husker om dig',
  /** Where notes are read, and who else could. */
  privacyNotes: {
    chat: 'I Ledelseskompas kan kun du åbne dine noter. De, der driver Ledelseskompas for din kommune, har nøglen til dem og kan i databasen se, hvem der bruger det. Samtalen her, også de noter, du får vist i den, ligger i Teams hos din kommune, som alle andre beskeder. Der er ingen visning for din leder, HR eller kolleger.',
    dialog:
      'I Ledelseskompas kan kun du åbne dine noter. De åbner i et vindue for sig og står ikke i samtalen her. Den ligger i Teams hos din kommune, også det, du selv skriver som en besked. De, der driver Ledelseskompas for din kommune, har nøglen til noterne og kan i databasen se, hvem der bruger det. Der er ingen visning for din leder, HR eller kolleger.',
  },
  privacy: {
    messages: [
      'En note bliver kun gemt, når du trykker på »Gem«, og den er krypteret.',
      'Dine beskeder bliver læst for at finde et svar. De bliver hverken gemt eller skrevet i en log. Emnet for dit seneste spørgsmål og dets sprog husker jeg i ti minutter, så du kan spørge videre. Jeg tæller, hvor tit der bliver spurgt til et emne, ikke hvem der gør det.',
    ],
    /** Only where the municipality's language model may be asked. */
    reader:
      'Kommunens egen sprogmodel kan blive spurgt, hvad en besked betyder. Jeg sender den ikke dit navn eller dine noter og heller ikke det, som ser ud til at handle om dig selv. Det sidste kan jeg læse forkert. Kommunens aftale med Microsoft afgør, om beskeden bliver gemt dér.',
    stored: [
      'Jeg gemmer den rolle, det sprog og de faste spørgsmål, du selv vælger, og hvilke spørgsmål til eftertanke du har fået. Jeg gemmer også, hvornår du sidst skrev, og hvor i Teams jeg kan skrive til dig. Dit navn gemmer jeg kun, hvis du sætter spørgsmål op, deler noget eller svarer på et delt kort i en gruppechat eller kanal.',
      'Skriv »eksportér mine data« eller »slet mine data« i din private chat med mig, når du vil. Fjerner du botten, bliver alt om dig slettet efter en frist, som kommunen sætter. Den er 30 dage, hvis der ikke er valgt andet.',
    ],
  },
  /** To whoever asks who can see something. */
  seen: {
    note: {
      title: 'Nej. I Ledelseskompas kan kun du åbne dine noter.',
      inDialog: 'Noterne åbner i et vindue for sig og står ikke i samtalen. Det, du selv skriver som en besked, bliver stående i den.',
      lines: [
        'De, der driver botten i din kommune, har nøglen til noterne og kan i databasen se, hvem der bruger den. Samtalen her ligger i Teams hos din kommune, som alle andre beskeder i Teams.',
        'Der er ingen visning for din leder, HR eller kolleger. Deler du et kort, kan alle i den samtale se kortet og dit navn.',
      ],
    },
    card: {
      title: 'Ja, dem, du deler det med',
      lines: [
        'Et kort, du deler, kan alle i den samtale se, også din leder, hvis din leder er med. Dit navn står på det.',
        'Dine noter står ikke på det. I Ledelseskompas kan kun du åbne dem. De, der driver botten i din kommune, har nøglen til dem.',
      ],
    },
    here: {
      title: 'Ja, alle her kan se det',
      lines: [
        'Det, der bliver skrevet her, kan alle i samtalen læse, og det bliver stående i Teams.',
        'Noter skriver du i din private chat med mig. I Ledelseskompas kan kun du åbne dem. De, der driver botten i din kommune, har nøglen til dem.',
      ],
    },
  },
  privacySummary: 'Det, jeg husker om dig, og hvem der kan se det',
  welcomeTitle: 'Hej, jeg er Ledelseskompas',
  welcome: 'Spørg mig, hvad der forventes af dig som leder. Jeg svarer med ledelsesgrundlagets egne ord.',
  justTry: 'Eller bare prøv',
  welcomeGroup: 'Nævn mig med @ foran navnet, og spørg, hvad der forventes af en rolle. Jeg svarer med ledelsesgrundlagets egne ord.',
  attachmentTitle: 'Jeg læser kun tekst',
  attachment: 'Skriv dit spørgsmål, så finder jeg svaret i ledelsesgrundlaget.',
  goneTitle: 'Det står ikke længere i grundlaget',
  gone: 'Kortet er gammelt, og indholdet er ændret siden. Begynd forfra her.',
  sorry: {
    broken: {
      title: 'Det gik galt',
      text: 'Jeg kunne ikke svare lige nu. Prøv igen om lidt. Bliver det ved, så sig det til kommunens it-support.',
    },
    busy: {
      title: 'Vent et minut, og prøv igen',
      text: 'Der kommer flere beskeder, end jeg kan nå at svare på. Det, du skrev, er ikke læst.',
    },
    memory: {
      title: 'Lige nu kan jeg ikke slå op i det, jeg husker',
      text: 'Derfor kan jeg hverken vise, gemme eller ændre noget for dig. Det, du har gemt, er der stadig. Prøv igen om lidt. Du kan godt spørge om ledelsesgrundlaget imens.',
    },
    long: {
      title: 'Beskeden er for lang',
      text: 'Jeg læser højst et par sider ad gangen. Skriv dit spørgsmål kort, for eksempel på én linje.',
    },
    again: {
      title: 'Jeg har svaret. Åbn vinduet igen, hvis du ikke ser det.',
      text: 'Teams sendte det samme to gange. Det er gjort én gang.',
    },
    outdated: {
      title: 'Kortet er fra en ældre udgave',
      text: 'Knappen virker ikke længere. Skriv, hvad du ville vide eller gøre, eller begynd forfra her.',
    },
  },
};
