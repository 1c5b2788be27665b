/**
 * Danish texts of the cards about the person who asks: role, profile, notes, their data.
 */
import type { NoteRemark } from '../../answers/personal.js';
import type { Weekday } from '../../questions/question.js';

const dayNames: Record<Weekday, string> = {
  man: 'mandag',
  tir: 'tirsdag',
  ons: 'onsdag',
  tor: 'torsdag',
  fre: 'fredag',
  lør: 'lørdag',
  søn: 'søndag',
};

function daysOf(days: readonly Weekday[]): string {
  if (days.length === 7) return 'Hver dag';
  if (days.join() === 'man,tir,ons,tor,fre') return 'Hver hverdag';
  const names = days.map((day) => dayNames[day]);
  const last = names.pop() ?? '';
  const text = names.length > 0 ? `${names.join(', ')} og ${last}` : last;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const notesOf = (n: number) => (n === 1 ? '1 note' : `${n} noter`);

/** The Danish texts; the English ones have the same shape. */
export const daPeople = {
  role: {
    formTitle: 'Hvad er din rolle?',
    formNote: 'Så svarer jeg for din rolle, når du spørger »Hvad forventes der af mig?«',
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
    set: (role: string, framework: string): readonly string[] => [
      'Du er ',
      role,
      ' i ',
      framework,
      '. Nu kan du skrive »Hvad forventes der af mig?«, og jeg svarer for din rolle.',
    ],
    expected: 'Vis hvad der forventes af mig',
    iAm: (role: string) => `Jeg er ${role}`,
    forgottenTitle: 'Din rolle er glemt',
    forgotten: 'Jeg ved ikke længere, hvad din rolle er. Dine noter og dit sprog har jeg stadig.',
  },
  profile: {
    title: 'Din profil',
    role: 'Rolle',
    framework: 'Grundlag',
    reminders: 'Daglige spørgsmål',
    unset: 'Ikke valgt',
    remindersOff: 'Slået fra',
    remindersOn: (days: readonly Weekday[], time: string) => `${daysOf(days)} kl. ${time.replace(/^0/, '').replace(':', '.')}`,
    language: 'Sprog',
    languages: { auto: 'Det sprog, jeg skriver på', da: 'Altid dansk', en: 'Altid engelsk' },
    saveLanguage: 'Gem sprog',
    changed: { language: 'Dit valg af sprog er gemt.', nothing: 'Der er ikke slettet noget.' },
  },
  note: {
    label: 'Din note. Kun du kan læse den.',
    placeholder: 'Skriv, hvad du tænker',
    save: 'Gem',
    remark: {
      empty: 'Skriv noget, før du gemmer.',
      'too-long': 'Noten er for lang. Der er plads til 4.000 tegn.',
      undone: 'Noten er ikke gemt. Det, du skrev, står her endnu.',
    } satisfies Record<NoteRemark, string>,
    savedTitle: 'Gemt',
    saved: 'Din note er gemt. Kun du kan læse den.',
    undo: 'Fortryd',
    title: 'Din note',
    onlyYou: 'Kun du kan læse den.',
    sealed: 'Noten kan ikke åbnes, fordi nøglen til den mangler. Sig det til den, der driver botten hos jer.',
    promptGone: 'Spørgsmålet findes ikke længere.',
    edit: 'Ret noten',
    remove: 'Slet noten',
    keepChanges: 'Gem ændringer',
    edited: 'Dine ændringer er gemt.',
    dropChanges: 'Fortryd ændringer',
    deleteTitle: 'Vil du slette noten?',
    surely: 'Ja, slet den',
    keep: 'Nej, behold den',
    away: { deleted: 'Noten er slettet', unknown: 'Noten findes ikke længere' },
  },
  notes: {
    title: 'Mine refleksioner',
    count: notesOf,
    none: 'Du har ikke gemt nogen noter endnu. Få et spørgsmål at tænke over, skriv din tanke, og tryk på »Gem«.',
    noHits: 'Ingen af dine noter handler om det.',
    search: 'Søg i dine noter',
    searchHint: 'Et tema eller et ord',
    find: 'Søg',
    all: 'Vis alle noter',
    older: 'Vis ældre',
    newer: 'Vis nyere',
    open: 'Åbn noten',
  },
  myData: {
    part: (part: number, parts: number) => `Dine data, del ${part} af ${parts}`,
    intro: 'Her er alt, hvad jeg har gemt om dig. Beskederne bliver stående i samtalen, til du sletter dem i Teams.',
    rest: 'Der er mere, end der kan stå i en samtale. Bed den, der driver botten hos jer, om det hele: npm run export -- --tenant … --person …',
    ask: {
      title: 'Vil du slette alt om dig?',
      lines: [
        'Din rolle, dit sprog, dine noter, dine daglige spørgsmål og alt andet, jeg har gemt om dig, bliver slettet. Det kan ikke fortrydes.',
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
      title: 'Det hører til i din egen chat',
      text: 'Her kan alle læse med. Åbn Ledelseskompas i din egen chat, og skriv det der.',
    },
    nobody: {
      title: 'Jeg kan ikke huske noget for dig her',
      text: 'Teams siger ikke, hvem du er, så jeg gemmer ikke noget om dig. Du kan stadig spørge om alt i ledelsesgrundlaget.',
    },
    'not-yet': {
      title: 'Det kan jeg ikke endnu',
      text: 'Du kan spørge om din rolle og om ledelsesgrundlaget, og du kan få et spørgsmål at tænke over.',
    },
  },
  peopleButton: {
    setRole: 'Sæt min rolle',
    changeRole: 'Skift rolle',
    forgetRole: 'Glem min rolle',
    nudgeOn: 'Start daglige spørgsmål',
    nudgeTime: 'Skift daglige spørgsmål',
    example: 'Se et eksempel',
    profile: 'Vis min profil',
    reflections: 'Mine refleksioner',
    'export-data': 'Eksportér mine data',
    'delete-data': 'Slet mine data',
  },
};
