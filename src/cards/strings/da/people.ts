/**
 * Danish texts of roles, profiles, notes and what is stored of a person.
 */
import type { Weekday } from '../../../language/times/words.js';
import { atTime, daysInShort, daysOf } from './words.js';

const notesOf = (n: number) => (n === 1 ? '1 note' : `${n} noter`);

/** The Danish texts; the English ones have the same shape. */
export const daPeople = {
  role: {
    formTitle: 'Hvad er din rolle?',
    switched: (framework: string) => `Du er skiftet til ${framework}.`,
    formNote: 'Vælg den, så svarer jeg ud fra den, når du spørger »Hvad forventes der af mig?«',
    frameworkLabel: 'Dit ledelsesgrundlag',
    roleLabel: (framework: string) => `Din rolle i ${framework}`,
    choose: 'Vælg',
    next: 'Videre til roller',
    save: 'Gem min rolle',
    frameworkMissing: 'Vælg et grundlag, før du går videre.',
    roleMissing: 'Vælg en rolle, før du gemmer.',
    otherFramework: 'Vælg et andet grundlag',
    suggestion: (title: string, role: string, framework: string): readonly string[] => [
      'I Teams står du som »',
      title,
      '«. Er din rolle ',
      role,
      ' i ',
      framework,
      '? Jeg gemmer den kun, hvis du siger ja.',
    ],
    yes: 'Ja, det er min rolle',
    setTitle: 'Din rolle er gemt',
    offerTitle: 'Vil du have et spørgsmål at tænke over?',
    offer: (days: readonly Weekday[], time: string, exact: boolean) =>
      `Ja, ${days.length === 1 ? daysOf(days) : daysInShort(days).toLowerCase()} ${atTime(time, exact)}`,
    iAm: (role: string) => `Jeg er ${role}`,
    forgotten: 'Din rolle er glemt. Dine noter og dit sprog har jeg stadig.',
  },
  profile: {
    title: 'Din profil',
    role: 'Rolle',
    framework: 'Grundlag',
    daily: 'Faste spørgsmål',
    unset: 'Ikke valgt',
    dailyOff: 'Slået fra',
    dailyOn: (days: readonly Weekday[], time: string, exact: boolean) => `${daysInShort(days)} ${atTime(time, exact)}`,
    language: 'Sprog',
    languages: { auto: 'Det sprog, jeg skriver på', da: 'Altid dansk', en: 'Altid engelsk' },
    saveLanguage: 'Gem sprog',
    changed: { language: 'Dit valg af sprog er gemt.', nothing: 'Der er ikke slettet noget.' },
  },
  note: {
    label: 'Din note. I Ledelseskompas kan kun du åbne den.',
    placeholder: 'Skriv, hvad du tænker',
    save: 'Gem',
    remark: {
      empty: 'Skriv noget, før du gemmer.',
      'too-long': 'Noten er for lang. Der er plads til 4.000 tegn.',
      undone: 'Noten er ikke gemt. Det, du skrev, står her endnu.',
    },
    savedTitle: 'Gemt',
    saved: 'Din note er gemt. I Ledelseskompas kan kun du åbne den.',
    readIn: {
      chat: 'Når du åbner den, står den her i chatten.',
      dialog: 'Den åbner i et vindue for sig og står ikke i chatten.',
    },
    undo: 'Fortryd',
    title: 'Din note',
    onlyYou: 'I Ledelseskompas kan kun du åbne den.',
    sealed: 'Noten kan ikke åbnes, fordi nøglen til den mangler. Sig det til kommunens it-support.',
    promptGone: 'Spørgsmålet findes ikke længere.',
    edit: 'Ret noten',
    remove: 'Slet noten',
    keepChanges: 'Gem ændringer',
    edited: 'Dine ændringer er gemt.',
    dropChanges: 'Fortryd ændringer',
    deleteTitle: 'Vil du slette noten?',
    surely: 'Ja, slet den',
    keep: 'Nej, behold den',
    door: {
      read: 'Den åbner i et vindue for sig.',
      edited: 'Dine ændringer er gemt. Noten åbner i et vindue for sig.',
      open: 'Åbn noten',
    },
    away: { deleted: 'Noten er slettet', unknown: 'Noten findes ikke længere' },
  },
  notes: {
    title: 'Mine noter',
    count: notesOf,
    none: 'Du har ikke gemt nogen noter endnu. Få et spørgsmål at tænke over, skriv din tanke, og tryk på »Gem«.',
    noHits: 'Ingen af dine noter handler om det.',
    search: 'Søg i dine noter',
    searchHint: 'Et tema eller et ord',
    find: 'Søg',
    all: 'Vis alle noter',
    listed: 'Vis noterne',
    older: 'Vis ældre',
    newer: 'Vis nyere',
    open: 'Åbn noten',
    door: {
      all: (n: number) => `Du har ${notesOf(n)}.`,
      found: (n: number) => `${notesOf(n)} passer til det, du søger.`,
      open: 'Åbn',
    },
  },
  /** What is read in a dialog, where no dialog opened by itself. */
  inDialog: {
    title: 'Det åbner i et vindue for sig',
    text: 'Så kommer det, du har skrevet for dig selv, ikke til at stå i chatten.',
    label: 'Åbn',
  },
  myData: {
    part: (part: number, parts: number) => `Dine data, del ${part} af ${parts}`,
    intro:
      'Her er, hvad jeg har gemt om dig. De id’er og adresser i Teams, som hører til, kan kommunens it-support give dig i en fil. Beskederne her bliver stående i samtalen, til du sletter dem i Teams.',
    introInDialog:
      'Her er, hvad jeg har gemt om dig. De id’er og adresser i Teams, som hører til, kan kommunens it-support give dig i en fil. Det, du læser i vinduet, kommer ikke til at stå i chatten.',
    /** Only where the municipality's language model may be asked. */
    reader: 'Beskeder, jeg har spurgt kommunens sprogmodel om, gemmer jeg ikke. Derfor står de ikke her.',
    door: { title: 'Dine data', text: 'Alt, jeg har gemt om dig, åbner i et vindue for sig.', open: 'Åbn' },
    nextPart: 'Vis næste del',
    previousPart: 'Vis forrige del',
    rest: 'Der er mere, end der kan stå i en samtale. Bed kommunens it-support om det hele.',
    counts:
      'Jeg tæller også, hvor tit der bliver spurgt til et emne. I de tal står der ikke noget om dig, så dem er der ikke noget af at udlevere.',
    ask: {
      title: 'Vil du slette alt om dig?',
      lines: [
        'Din rolle, dit sprog, dine noter, dine faste spørgsmål og alt andet, jeg har gemt om dig, bliver slettet. Det kan ikke fortrydes.',
        'Kort, du har delt eller svaret på i andre samtaler, bliver ændret, så du ikke står på dem. Er de over 90 dage gamle, kan jeg ikke ændre dem.',
        'Tager kommunen sikkerhedskopier af databasen, står det i dem, til de bliver slettet. Samtalen her ligger i Teams, og den sletter du selv.',
      ] as readonly string[],
    },
    deleted: {
      title: 'Alt om dig er slettet',
      gone: (notes: number, kinds: number) =>
        `Jeg har slettet ${notes === 0 ? '' : `${notesOf(notes)} og `}${kinds === 1 ? 'én' : kinds} ${notes === 0 ? '' : kinds === 1 ? 'anden ' : 'andre '}slags oplysninger om dig. Skriver du igen, begynder vi forfra.`,
      changed: (n: number) =>
        n === 1
          ? 'Et kort, du havde delt eller svaret på, er ændret, så du ikke står på det.'
          : `${n} kort, du havde delt eller svaret på, er ændret, så du ikke står på dem.`,
      pending: (n: number) =>
        `${n === 1 ? 'Et kort' : `${n} kort`} er ved at blive ændret. Det sker i løbet af det næste minut. Svarer Teams ikke, prøver jeg igen hver dag.`,
      failed: (n: number) =>
        n === 1
          ? 'Et kort kunne ikke ændres og viser stadig dit navn. Jeg prøver igen hver dag i op til 90 dage. Haster det, så bed teamets ejer eller kommunens it-support om at slette kortet.'
          : `${n} kort kunne ikke ændres og viser stadig dit navn. Jeg prøver igen hver dag i op til 90 dage. Haster det, så bed teamets ejer eller kommunens it-support om at slette kortene.`,
      asked: 'Beskeder, jeg har sendt i samtaler, hvor du satte spørgsmål op, kan stadig vise dit navn.',
      copies: 'Det slettede kan stå i kommunens sikkerhedskopier, til de bliver slettet. Samtalen her ligger i Teams.',
    },
    surely: 'Ja, slet alt om mig',
    first: 'Vis mig først mine data',
    no: 'Nej, behold det',
    farewell: {
      title: 'Vil du beholde det, jeg har gemt om dig?',
      lines: (date: string): readonly string[] => [
        `Det er længe siden, du har brugt Ledelseskompas. Efter den ${date} sletter jeg derfor alt, hvad jeg har gemt om dig, også dine noter.`,
        'Tryk på »Behold det hele«, eller skriv til mig, så sletter jeg ikke noget. Er det i orden, at det bliver slettet, skal du ikke gøre noget.',
      ],
      keep: 'Behold det hele',
    },
  },
  notHere: {
    group: {
      title: 'Det hører til i din private chat',
      text: 'Her kan alle læse med. Åbn din private chat med Ledelseskompas, og skriv det der.',
    },
    nobody: {
      title: 'Jeg kan ikke huske noget for dig her',
      text: 'Teams siger ikke, hvem du er, så jeg gemmer ikke noget om dig. Du kan stadig spørge om alt i ledelsesgrundlaget.',
    },
    'not-yet': {
      title: 'Det kan jeg ikke endnu',
      text: 'Du kan spørge om din rolle og om ledelsesgrundlaget, og du kan få et spørgsmål at tænke over.',
    },
    'no-nudges': {
      title: 'Det er slået fra i din kommune',
      text: 'Her kommer der ingen spørgsmål, påmindelser eller aftaler af sig selv. Skriv til mig, når du vil have et spørgsmål at tænke over.',
    },
    'no-sharing': {
      title: 'Deling er slået fra i din kommune',
      text: 'Du kan stadig spørge, læse og skrive noter her hos mig.',
    },
    off: {
      title: 'Ledelseskompas er slået fra i din kommune',
      text: 'Jeg kan ikke svare lige nu, og jeg skriver ikke noget ned. Det, du har gemt før, slettes ikke, fordi jeg er slået fra.',
    },
  },
  pilot: {
    title: 'Ledelseskompas er ikke åbent for alle endnu',
    some: (municipality: string | undefined): readonly string[] => [
      'Lige nu bliver det prøvet af en mindre gruppe i ',
      municipality ?? 'din kommune',
      '.',
    ],
    inChat: [
      'Det, du skriver her, gemmer jeg ikke. Det står kun i chatten i Teams.',
      'Har du brugt mig før, kan du stadig skrive »stop«, »mine noter«, »eksportér mine data« og »slet mine data«.',
    ] as readonly string[],
    amongOthers: 'Derfor er det ikke alle her, jeg svarer.',
  },
  peopleButton: {
    setRole: 'Vælg min rolle',
    changeRole: 'Skift rolle',
    forgetRole: 'Glem min rolle',
    nudgeOn: 'Få faste spørgsmål',
    nudgeTime: 'Ret dage og tid',
    profile: 'Vis min profil',
    reflections: 'Mine noter',
    agreements: 'Mine aftaler',
    'export-data': 'Eksportér mine data',
    'delete-data': 'Slet mine data',
  },
};
