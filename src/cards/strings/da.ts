/**
 * All Danish texts that cards show, apart from content.
 */
import type { Level } from '../../content/framework.js';
import { type Weekday, weekdays } from '../../language/times/words.js';
import type { PlainQuestion, Refusal, Service, Tone } from '../../understanding/question.js';
import { createLister, firstUpper, shortPlace, weekdayNames } from './lists.js';

const dayNames = weekdayNames('da');

const listed = createLister('da');

function daysInShort(days: readonly Weekday[]): string {
  if (days.length === 7) return 'Hver dag';
  if (days.join() === 'man,tir,ons,tor,fre') return 'Hver hverdag';
  const text = listed(days.map((day) => dayNames[day]));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

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
    offer: (days: readonly Weekday[], time: string) =>
      `Ja, ${days.length === 1 ? daysOf(days) : daysInShort(days).toLowerCase()} kl. ${clock(time)}`,
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
    dailyOn: (days: readonly Weekday[], time: string) => `${daysInShort(days)} kl. ${clock(time)}`,
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
    older: 'Vis ældre',
    newer: 'Vis nyere',
    open: 'Åbn noten',
  },
  myData: {
    part: (part: number, parts: number) => `Dine data, del ${part} af ${parts}`,
    intro:
      'Her er, hvad jeg har gemt om dig. De id’er og adresser i Teams, som hører til, kan kommunens it-support give dig i en fil. Beskederne her bliver stående i samtalen, til du sletter dem i Teams.',
    rest: 'Der er mere, end der kan stå i en samtale. Bed kommunens it-support om det hele.',
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
  },
  /** What is understood and not built. */
  notYet: {
    'reminder-once': {
      title: 'En enkelt påmindelse kan jeg ikke endnu',
      text: 'Jeg har ikke sat noget op. Jeg kan sende dig et spørgsmål at tænke over på faste dage.',
    },
    agreement: {
      title: 'Aftaler med dig selv kan jeg ikke holde styr på endnu',
      text: 'Jeg har ikke skrevet noget ned. Du kan få et spørgsmål at tænke over og gemme dit svar som en note.',
    },
    agreements: {
      title: 'Aftaler med dig selv kan jeg ikke holde styr på endnu',
      text: 'Der er ingen at vise. Du kan få et spørgsmål at tænke over og gemme dit svar som en note.',
    },
    focus: {
      title: 'Et fokus over flere uger kan jeg ikke endnu',
      text: 'Jeg har ikke sat noget op. Du kan få et spørgsmål at tænke over nu eller på faste dage.',
    },
  },
  peopleButton: {
    setRole: 'Vælg min rolle',
    changeRole: 'Skift rolle',
    forgetRole: 'Glem min rolle',
    nudgeOn: 'Få faste spørgsmål',
    nudgeTime: 'Ret dage og tid',
    profile: 'Vis min profil',
    reflections: 'Mine noter',
    'export-data': 'Eksportér mine data',
    'delete-data': 'Slet mine data',
  },
};

/** Three days or more without a gap are said by the first and the last. */
export function isRow(days: readonly Weekday[]): boolean {
  const first = weekdays.indexOf(days[0] ?? 'man');
  return days.length > 2 && days.every((day, at) => weekdays.indexOf(day) === first + at);
}

function daysOf(days: readonly Weekday[]): string {
  const names = days.map((day) => dayNames[day]);
  if (names.length === 7) return 'hver dag';
  if (names.length === 1) return `hver ${names[0]}`;
  if (isRow(days)) return `${names[0]} til ${names.at(-1)}`;
  return listed(names);
}

const clock = (time: string) => time.replace(/^0/, '').replace(':', '.');

/** The Danish texts; the English ones have the same shape. */
export const daPlan = {
  plan: {
    title: {
      saved: 'Det er aftalt',
      moved: 'Det er aftalt',
      paused: 'Dine spørgsmål holder pause',
      stopped: 'Dine faste spørgsmål er stoppet',
      resumed: 'Pausen er slut',
      restarted: 'Dine faste spørgsmål er i gang igen',
      'not-today': 'Det er i orden',
      shown: 'Dine faste spørgsmål',
    },
    teamTitle: {
      saved: 'Det er aftalt',
      moved: 'Spørgsmålene her er ændret',
      paused: 'Dine spørgsmål holder pause',
      stopped: 'Spørgsmålene her er stoppet',
      resumed: 'Pausen er slut',
      restarted: 'Spørgsmålene her er i gang igen',
      'not-today': 'Det er i orden',
      shown: 'Spørgsmål her i samtalen',
    },
    cadence: (days: readonly Weekday[], time: string) => `${daysOf(days)} kl. ${clock(time)}`,
    onDays: (days: readonly Weekday[]) => daysOf(days),
    next: (when: string) => `Næste: ${when}.`,
    today: 'i dag',
    tomorrow: 'i morgen',
    noNext: 'I det næste år er der ingen dag, hvor der kan komme et spørgsmål.',
    off: 'Der kommer ikke flere.',
    pauseUntil: (date: string) => `Pause til og med ${date}.`,
    pauseOn: (date: string) => `Pause ${date}.`,
    pauseBetween: (from: string, until: string) => `Pause fra ${from} til og med ${until}.`,
    zone: (city: string) => `Klokken følger tiden i ${city}.`,
    cities: { Copenhagen: 'København' } as Readonly<Record<string, string>>,
    restarted: 'Jeg kunne ikke få fat i dig i en periode, så jeg holdt op med at skrive.',
    restartedTeam: 'Jeg kunne ikke skrive her i en periode og holdt derfor op.',
    how: 'Skriv »stop«, hvis du ikke vil have flere, eller for eksempel »pause til mandag«.',
    howTeam:
      'Alle i samtalen kan stoppe eller flytte dem: Nævn mig med @ foran navnet, og skriv »stop spørgsmålene« eller »send et spørgsmål hver tirsdag kl. 9«.',
    again: 'Skriv for eksempel »mind mig hver morgen kl. 8«, når du vil have dem igen.',
    againTeam: 'Nævn mig med @ foran navnet, og skriv for eksempel »send et spørgsmål hver mandag kl. 9«, når I vil have dem igen.',
    maker: (name: string): readonly string[] => [name, ' har bedt om dem til alle her.'],
    someMaker: 'En af jer har bedt om dem til alle her.',
    doer: {
      moved: (name: string): readonly string[] => [name, ' har ændret dem.'],
      paused: (name: string): readonly string[] => [name, ' har sat dem på pause.'],
      resumed: (name: string): readonly string[] => [name, ' har sluttet pausen.'],
      stopped: (name: string): readonly string[] => [name, ' har stoppet dem.'],
    },
    aMember: 'Et medlem',
    own: 'Vil du have spørgsmål for dig selv, så skriv det i din private chat med mig.',
    roleless: 'Vælg din rolle, så handler spørgsmålene om den.',
    settings: 'Indstillinger',
    stop: 'Stop',
    stopTeam: 'Stop spørgsmålene her',
    start: 'Start dem igen',
    startTeam: 'Send et spørgsmål hver mandag',
    resume: 'Slut pausen nu',
    oneWeek: 'Pause i en uge',
    twoWeeks: 'Pause i to uger',
    noneTitle: 'Du får ikke faste spørgsmål',
    none: 'Skriv for eksempel »mind mig hver morgen kl. 8«, så begynder de.',
    noneTeamTitle: 'Her bliver der ikke sendt spørgsmål',
    noneTeam: 'Nævn mig med @ foran navnet, og skriv for eksempel »send et spørgsmål hver mandag kl. 9«.',
    unclear: {
      time: {
        title: 'Hvornår skal det være?',
        text: 'Jeg er ikke sikker på, hvilken tid du mener. Skriv for eksempel »hver hverdag kl. 8.15« eller »tirsdag og torsdag kl. 14«.',
      },
      day: {
        title: 'Hvilken dag mener du?',
        text: 'Den dag kan jeg ikke finde i kalenderen: Enten findes den ikke, eller også passer ugedagen og datoen ikke sammen. Skriv for eksempel »torsdag den 3. december« eller bare »torsdag«.',
      },
      pause: {
        title: 'Hvor længe skal pausen vare?',
        text: 'Jeg er ikke sikker på, hvilke dage du mener. Skriv for eksempel »pause til mandag«, »pause i uge 42« eller »pause i to uger«.',
      },
    },
    offer: {
      title: {
        pause: 'Skal dine spørgsmål holde pause?',
        move: 'Skal dine faste spørgsmål flyttes?',
        start: 'Vil du have faste spørgsmål?',
      },
      teamTitle: {
        pause: 'Skal spørgsmålene her holde pause?',
        move: 'Skal spørgsmålene her flyttes?',
        start: 'Vil I have spørgsmål her?',
      },
      unchanged: 'Jeg har ikke ændret noget. Det kunne være:',
      yes: { pause: 'Ja, hold pause', move: 'Ja, flyt dem', start: 'Ja tak' },
      no: 'Nej, som før',
    },
    halves: (early: string, late: string) => `Mener du kl. ${clock(early)} eller kl. ${clock(late)}?`,
    half: (time: string) => `Kl. ${clock(time)}`,
    unchanged: 'Indtil videre gælder det, du har valgt:',
    choose: 'Vælg dage og tid',
    formTitle: 'Indstil dine faste spørgsmål',
    onLabel: 'Faste spørgsmål',
    on: 'Send mig spørgsmål',
    days: 'Dage',
    day: dayNames,
    time: 'Tidspunkt',
    until: 'Hold pause til og med (kan udelades)',
    save: 'Gem indstillinger',
    undo: 'Fortryd',
    remark: {
      days: 'Vælg mindst én dag.',
      time: 'Skriv et klokkeslæt mellem 0.00 og 23.59, for eksempel 8.00.',
      until: 'Vælg en dato fra i dag og højst et år frem.',
    },
    zoneTitle: 'Hvilken tidszone skal spørgsmålene følge?',
    zoneText: (planned: string, reported: string, time: string) =>
      `Dine faste spørgsmål kommer kl. ${clock(time)}, når klokken er det i ${planned}. Dit Teams viser nu tiden i ${reported}.`,
    followZone: (city: string) => `Følg tiden i ${city}`,
    followPlanned: 'Behold tiden',
    followReported: 'Skift til tiden her',
  },
  nudge: {
    title: 'Dagens spørgsmål',
    teamTitle: 'Et spørgsmål til hver af jer',
    summary: (role: string) => `Dagens spørgsmål til dig som ${role}`,
    why: (cadence: string) => `Du får det ${cadence}, fordi du har bedt om det.`,
    whyTeam: (name: string, cadence: string): readonly string[] => [name, ` har bedt om det. Det kommer ${cadence}.`],
    whySomeTeam: (cadence: string) => `En af jer har bedt om det. Det kommer ${cadence}.`,
    stop: 'Skriv »stop«, hvis du ikke vil have flere.',
    stopTeam: 'Alle her kan stoppe eller flytte det: Nævn mig med @, og skriv for eksempel »stop spørgsmålene«.',
    another: 'Et andet spørgsmål',
    notToday: 'Ikke i dag',
  },
};

/** The Danish texts; the English ones have the same shape. */
export const daSharing = {
  statementSummary: 'Et udsagn fra ledelsesgrundlaget',
  share: {
    button: 'Del kortet',
    showLink: 'Vis link',
    linkNote: 'Kopiér adressen:',
    inTeams: 'Del linket',
    openPage: 'Åbn som side',
    print: 'Åbn guiden til udskrift',
    openChat: 'Åbn vores chat',
    formTitle: 'Hvor vil du dele det?',
    what: 'Du deler: ',
    conversation: 'Samtale',
    choose: 'Vælg',
    line: 'Din egen linje (valgfri)',
    linePlaceholder: 'Skriv, hvorfor du deler det',
    round: 'Må teamet svare på kortet?',
    roundNo: 'Nej, del kun spørgsmålet',
    roundYes: 'Ja, saml korte svar, som alle i samtalen kan se',
    post: 'Del i samtalen',
    none: 'Jeg kender ingen gruppechat eller kanal, hvor du har skrevet til mig. Nævn mig der med @ foran navnet, så kan du dele herfra. Eller tag teksten med:',
    copy: 'Kopiér som tekst',
    copyLabel: 'Teksten, til at kopiere',
    back: 'Tilbage til kortet',
    with: (names: readonly string[], more: number) =>
      more > 0 ? `med ${names.join(', ')} og ${more} ${more === 1 ? 'anden' : 'andre'}` : `med ${names.join(' og ')}`,
    groupChat: (when: string) => `Gruppechat, senest brugt ${when}`,
    channel: (when: string) => `Kanal, senest brugt ${when}`,
    remark: {
      choose: 'Vælg en samtale, før du deler.',
      long: 'Linjen er for lang. Der er plads til 200 tegn.',
      'not-member': 'Jeg kan ikke se, at du er med i den samtale, så der er ikke delt noget. Vælg en anden.',
      failed: 'Det kunne ikke deles lige nu. Prøv igen om lidt.',
    },
    the: { groupChat: 'gruppechatten', channel: 'kanalen' },
    done: (where: string): readonly string[] => ['Det er delt. Kortet står nu i ', where, ', og dit navn står på det.'],
    away: {
      nothing: {
        title: 'Hvad vil du dele?',
        text: 'Find først et udsagn, en rolle, et tema eller et spørgsmål, og tryk så på »Del kortet«.',
      },
      gone: { title: 'Kortet er gammelt', text: 'Det, der blev delt, findes ikke længere her. Find det frem igen, og del det på ny.' },
      group: {
        title: 'Det tager vi på tomandshånd',
        text: 'Her kan alle læse med. Åbn din private chat med Ledelseskompas, så kan du dele og se din egen rolle derfra.',
      },
    },
  },
  onCard: {
    summary: 'En kollega har delt noget fra ledelsesgrundlaget',
    by: 'Delt af ',
    byNobody: 'Delt af en kollega',
    own: 'Vis for min rolle',
    forYou: (role: string) => `For dig som ${role}`,
    near: (role: string) => `Din rolle står i et andet grundlag. Den nærmeste rolle i dette grundlag er ${role}.`,
    onlyYou: 'Kun du ser kortet sådan.',
    noRole: 'Jeg kender ikke din rolle. Vælg den i din private chat med Ledelseskompas, så ser du her, hvad der gælder for dig.',
  },
  round: {
    title: 'Svar fra samtalen',
    count: (n: number) => (n === 1 ? '1 svar' : `${n} svar`),
    none: 'Ingen har svaret endnu.',
    newest: (n: number) => `Her er de nyeste ${n}.`,
    label: 'Dit svar. Alle i samtalen kan se det og dit navn.',
    placeholder: 'Skriv kort, højst 280 tegn',
    answer: 'Send svar, som alle her kan se',
    change: 'Ret mit svar',
    remove: 'Slet mit svar',
    close: 'Luk for svar',
    closed: 'Der er lukket for svar.',
    remark: {
      empty: 'Skriv noget, før du svarer.',
      long: 'Svaret er for langt. Der er plads til 280 tegn.',
      closed: 'Der er lukket for svar, så dit blev ikke gemt.',
      failed: 'Dit svar blev ikke gemt. Prøv igen om lidt.',
    },
  },
  extension: {
    kind: { common: 'Fælles', role: 'Rolle', theme: 'Tema', statement: 'Udsagn', prompt: 'Til eftertanke' },
    roleLine: (n: number) => (n === 1 ? '1 udsagn om, hvad der forventes' : `${n} udsagn om, hvad der forventes`),
    commonLine: (n: number) => (n === 1 ? '1 udsagn, der gælder alle' : `${n} udsagn, der gælder alle`),
    themeLine: 'Se, hvad det betyder',
    nothing: (text: string) => `Der står ikke noget om »${text}« i ledelsesgrundlaget. Prøv et andet ord, en rolle eller et tema.`,
    long: 'Din tekst er lang. Prøv med et par ord, en rolle eller et tema.',
    unknown: 'Den kommando kender jeg ikke. Brug »Find i ledelsesgrundlaget«, og skriv et ord, en rolle eller et tema.',
    noLink: 'Linket fører ikke til noget i ledelsesgrundlaget. Søg i stedet med »Find i ledelsesgrundlaget«.',
    promptTitle: 'Del et refleksionsspørgsmål',
    about: 'Rolle eller tema',
    aboutAll: 'Fælles for alle',
    framework: 'Ledelsesgrundlag',
    line: 'Din egen linje (valgfri)',
    another: 'Giv mig et andet spørgsmål',
    insert: 'Indsæt',
    messageTitle: 'Hvad siger grundlaget om dette?',
    messageEmpty: 'Der er ingen tekst i beskeden at slå op.',
    close: 'Luk',
    onlyYou: 'Kun du ser svaret. Beskeden bliver ikke gemt.',
  },
};

/** The Danish texts; the English ones have the same shape. */
export const daTalk = {
  help: 'Det kan du spørge om',
  helpIntro: 'Jeg kender ledelsesgrundlaget og svarer med dets egne ord. Skriv, som du ville spørge en kollega, eller tryk på et eksempel.',
  helpMention: 'I en gruppechat eller kanal svarer jeg kun, når du nævner mig med @ foran navnet.',
  version: (number: string) => `Version ${number}`,
  helpMore:
    'Du kan også sammenligne to roller, se, hvad der er ændret mellem to udgaver, eller forberede en lederudviklingssamtale. Skriv »jeg er« og din rolle, så husker jeg den.',
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
  lookedFor: (text: string) => `Jeg ledte efter »${text}« i alle ledelsesgrundlag.`,
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
  privacy: [
    'I Ledelseskompas kan kun du åbne dine noter. De, der driver Ledelseskompas i din kommune, har nøglen til dem, og samtalen her, også de noter, du får vist i den, ligger i Teams hos din kommune, som alle andre beskeder. Der er ingen visning for din leder, HR eller kolleger.',
    'En note bliver kun gemt, når du trykker på »Gem«, og den er krypteret.',
    'Dine beskeder bliver læst for at finde et svar. De bliver hverken gemt eller skrevet i en log. Emnet for dit seneste spørgsmål og dets sprog husker jeg i ti minutter, så du kan spørge videre.',
    'Jeg gemmer den rolle, det sprog og de faste spørgsmål, du selv vælger, og hvilke spørgsmål til eftertanke du har fået. Jeg gemmer også, hvornår du sidst skrev, og hvor i Teams jeg kan skrive til dig. Dit navn gemmer jeg kun, hvis du sætter spørgsmål op, deler noget eller svarer på et delt kort i en gruppechat eller kanal.',
    'Skriv »eksportér mine data« eller »slet mine data« i din private chat med mig, når du vil. Fjerner du botten, bliver alt om dig slettet efter en frist, som kommunen sætter. Den er 30 dage, hvis der ikke er valgt andet.',
  ],
  /** To whoever asks who can see something. */
  seen: {
    note: {
      title: 'Nej. I Ledelseskompas kan kun du åbne dine noter.',
      lines: [
        'De, der driver botten i din kommune, har nøglen til noterne, og samtalen her ligger i Teams hos din kommune, som alle andre beskeder i Teams.',
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
    outdated: {
      title: 'Kortet er fra en ældre udgave',
      text: 'Knappen virker ikke længere. Skriv, hvad du ville vide eller gøre, eller begynd forfra her.',
    },
  },
};

type Occasion = NonNullable<Extract<PlainQuestion, { intent: 'guide' }>['occasion']>;

const words = ['nul', 'et', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];

const numberOf = (n: number) => words[n] ?? `${n}`;

const quoted = (text: string) => `»${text}«`;

const udsagn = (n: number) => `${n} udsagn`;

/** The Danish texts; the English ones have the same shape. */
export const da = {
  // The adopted wording and where it comes from
  source: 'Kilde',
  quoted,
  untitled: (name: string) => `${quoted(name)} (titlen er Ledelseskompas’ egen)`,
  edition: (year: number) => `${year}`,
  noEdition: 'uden årstal',
  under: (heading: string) => `under ${quoted(heading)}`,
  aboutSource: 'Om kilden',
  adopted: 'Teksten ved stregen er den vedtagne ordlyd.',
  uncertain: 'Bemærk: Dokumentet viser ikke tydeligt, hvilken rolle udsagnet hører til.',
  doubtful: 'Usikker placering. Se »Om kilden«.',
  orElse: (column: string) => `Det kan også være ${column}.`,
  originalsNote: 'Åbenlyse slåfejl er rettet. Sådan står der i dokumentet:',
  olderShown: (year: string, newer: string) => `Du ser udgaven fra ${year}. Den gældende er fra ${newer}.`,

  // Folding
  hide: 'Skjul',
  toggle: (show: string, label?: string) => (label ? `${label}: ${show.toLowerCase()} eller skjul` : `${show} eller skjul dem igen`),
  showStatements: (n: number) => `Vis ${udsagn(n)}`,
  showRest: (n: number) => (n === 1 ? 'Vis det sidste udsagn' : `Vis de sidste ${n}`),
  show: 'Vis',
  moreThemes: (n: number) => (n === 1 ? 'Ét tema mere' : `${firstUpper(numberOf(n))} temaer mere`),
  showPrompt: 'Vis spørgsmålet',
  showText: 'Vis teksten',
  showThemes: (n: number) => `Vis alle ${numberOf(n)}`,
  showBehind: 'Vis ordlyden bag',

  // Reflection
  prompt: 'Til eftertanke',
  promptNote: 'ikke en del af grundlaget',

  // What was read
  /** On an answer that was found without what is remembered of the asker. */
  forgetful: 'Lige nu kan jeg ikke slå dine valg op (rolle, ledelsesgrundlag og sprog). Svaret er uden dem.',
  corrected: (from: string, to: string): [string, string, string, string, string] => ['Jeg læste ', quoted(from), ' som ', quoted(to), '.'],
  /** Of a long message: what was read of it, or nothing where that was its beginning. */
  partRead: (part: string | undefined): string[] =>
    part ? ['Beskeden er lang. Jeg læste denne del af den: ', quoted(part)] : ['Beskeden er lang. Jeg læste kun begyndelsen.'],
  assumed: (said: string, role: string): [string, string, string] => [
    'Ingen af grundlagene nævner ',
    quoted(said),
    `, så her er det, der ligger nærmest: ${quoted(role)}.`,
  ],
  instead: (role: string) => `Vis ${role} i stedet`,

  // Expectations
  expectationsSummary: (role: string, framework: string) => `Det forventes af en ${role} i ${framework}`,
  partSummary: (theme: string, role: string) => `${theme}: det forventes af en ${role}`,

  // More, or the short of it
  thatWasAll: (theme: string) => `Det var det hele om ${quoted(theme)}. Det næste er:`,
  outlineSummary: (name: string) => `${name} i korte træk`,
  outlineNote: 'Ordlyden er vedtaget, så den forkorter jeg ikke. Det handler den om:',

  // Definitions
  definitionSummary: (name: string) => `Det siger grundlaget om ${quoted(name)}`,
  themeIs: (kind: string) => firstUpper(kind),
  noDefinition: 'Dokumentet forklarer det ikke med sine egne ord. Her kan du se, hvad det betyder for hver rolle.',
  subthemes: 'Det rummer',
  forRole: 'Se, hvad det betyder for',
  partOf: (theme: string) => `En del af ${theme}`,
  flag: 'Hjørneflag',

  // Common
  commonSummary: (framework: string) => `Det er alle fælles om i ${framework}`,
  short: 'Kort sagt',
  longTitle: 'Den fulde ordlyd',

  // About
  aboutSummary: (framework: string) => `Om ${framework}`,
  aboutFacts: { by: 'Fra', edition: 'Udgave', roles: 'Roller', themes: 'Indhold', statements: 'Udsagn', contact: 'Kontakt' },
  unknownBy: 'Dokumentet nævner ikke kommunen',
  aboutThemes: (n: number, kind: string) => `${firstUpper(numberOf(n))} ${kind}`,
  aboutStatements: (roles: number, common: number) => `${roles} til rollerne og ${common} fælles`,
  showRoles: (n: number) => `Vis de ${numberOf(n)} roller`,
  roles: 'Rollerne',
  seeRole: 'Vis',
  preface: 'Indledning',
  frameworksSummary: 'De ledelsesgrundlag, du kan spørge om',
  frameworks: (n: number) => `Du kan spørge om ${numberOf(n)} ledelsesgrundlag`,
  editionOf: (name: string) => `Ældre udgave af ${name}`,
  seeFramework: 'Læs om det',

  // Topic
  topic: {
    stands: (name: string, _silent?: string) => `Det står der om ${name}`,
    near: (name: string, silent?: string) => (silent ? `${silent} nævner ikke ${name}` : `${firstUpper(name)} er ikke nævnt`),
    none: (name: string, _silent?: string) => `Intet om ${name}`,
    compared: (name: string, _silent?: string) => `${firstUpper(name)} side om side`,
  },
  topicUnnamed: {
    stands: 'Det står der om det',
    near: 'Det er ikke nævnt med de ord',
    none: 'Det står der ikke noget om',
    compared: 'Emnet side om side',
  },
  topicAsked: (said: string) => `Du spurgte om ${quoted(said)}.`,
  topicNearNote: 'Tættest på er:',
  topicBeside: 'Tæt på emnet',
  topicNoneNote: 'Det står der ikke noget om. Prøv et andet ord, eller begynd et af disse steder.',
  topicLacking: (name: string, role: string) => `Der står ikke noget om ${name} til en ${role}. Det her står til andre:`,
  topicElsewhere: (place: string, n: number, name: string) => `${shortPlace(place)} siger ${n === 1 ? 'én' : numberOf(n)} ting om ${name}`,
  topicThere: (place: string) => `Se, hvad ${shortPlace(place)} siger`,
  topicSense: 'Selve ordet står der ikke, men det her handler om det.',
  topicMore: (n: number) => `Vis ${n} til`,
  rolesOf: (roles: readonly string[]) =>
    roles.length > 2 ? `${roles.slice(0, 2).join(', ')} og ${numberOf(roles.length - 2)} til` : roles.join(' og '),
  allLeaders: 'Fælles for alle',
  explains: (theme: string) => `Sådan forklares ${theme}`,

  // Reflect
  reflectSummary: 'Et spørgsmål til eftertanke',
  reflectTitle: 'Et spørgsmål til dig',
  reflectTeamTitle: 'Et spørgsmål til hver af jer',
  reflectFor: (role: string) => `Til dig som ${role}`,
  reflectForAll: 'Til alle ledere',
  reflectStatementTitle: 'Udsagnet bag',
  another: 'Giv mig et andet spørgsmål',
  promptsTitle: (n: number) => `${firstUpper(numberOf(n))} spørgsmål til eftertanke`,
  others: 'Giv mig nogle andre',

  // Comparisons
  and: 'og',
  compareRolesSummary: (roles: string) => `${roles} side om side`,
  shared: 'Ens for dem',
  compareTopicSummary: (names: string) => `${names} om det samme`,
  silentAbout: (name: string) => `Siger ikke noget om ${name}.`,
  nothingMore: 'Siger ikke andet om det.',
  nothingHere: 'Her står der ikke noget til rollen.',
  compareFrameworksSummary: (names: string) => `${names} side om side`,
  compareFrameworks: 'Grundlag side om side',
  noSuchTheme: 'Har ikke noget tema med det navn og siger ikke noget om det.',
  themeElsewhere: 'Har ikke noget tema med det navn, men siger om emnet:',
  noSuchLevel: 'Har ingen rolle på det niveau.',
  definition: 'Sådan forklarer de det',
  level: {
    medarbejder: 'Medarbejdere',
    'leder-af-medarbejdere': 'Ledere af medarbejdere',
    'leder-af-ledere': 'Ledere af ledere',
    chef: 'Chefer',
    direktor: 'Direktører',
  } satisfies Record<Level, string>,
  editionsTitle: (older: string, newer: string) => `Ændringer fra ${older} til ${newer}`,
  editionsSummary: (older: string, newer: string) => `Det er ændret fra ${older} til ${newer}`,
  editionsCounts: (counts: Record<'new' | 'gone' | 'reworded' | 'touched' | 'unchanged', number>) =>
    `${counts.new} nye, ${counts.gone} udgåede, ${counts.reworded} skrevet om, ${counts.touched} småret og ${counts.unchanged} uændrede.`,
  editionsLegend: ['Fed og understreget tekst er ny. ', 'Overstreget tekst', ' er taget ud.'] as [string, string, string],
  editionsWhole: 'Hele grundlaget',
  page: (page: number, pages: number) => `Side ${page} af ${pages}`,
  change: { new: 'Nyt', gone: 'Udgået', reworded: 'Skrevet om', touched: 'Småret: komma, endelser og småord', unchanged: 'Uændret' },

  // Guide
  guideTitle: {
    review: 'Guide til lederudviklingssamtalen',
    onboarding: 'Guide til en god start',
    team: 'Øvelse til lederteamet',
    sparring: 'Guide til ledersparring',
  } satisfies Record<Occasion, string>,
  guidePurpose: {
    review: 'Brug den, når I skal tale om, hvad der lykkes, og hvad der er næste skridt i din ledelse. Sæt tre kvarter af.',
    onboarding: 'Brug den i de første uger til at tale om, hvad rollen rummer, og hvor den nye har brug for støtte. Sæt en halv time af.',
    team: 'Brug den på et møde i lederteamet til at finde det ene sted, hvor I vil gøre noget andet sammen. Sæt en time af.',
    sparring: 'Brug den, når to ledere hjælper hinanden videre. Den ene fortæller, den anden spørger. Byt efter tyve minutter.',
  } satisfies Record<Occasion, string>,
  guideHow: {
    review: 'Vælg hver for sig to udsagn: et, hvor det går godt, og et, hvor noget skal flytte sig. Begynd samtalen der.',
    onboarding: 'Læs udsagnene hver for sig. Fortæl hinanden, hvad de betyder i hverdagen, og hvad der er uklart.',
    team: 'Læs udsagnene i stilhed. Alle peger på ét, og I begynder med det, flest har valgt.',
    sparring: 'Vælg et udsagn, der fylder lige nu. Makkeren spørger og venter med gode råd.',
  } satisfies Record<Occasion, string>,
  guideUse: 'Sådan bruger I den',
  guideNext: 'Næste skridt',
  guideNextStep: {
    review: 'Skriv én ting ned, som du vil prøve inden næste møde, og aftal, hvornår I følger op.',
    onboarding: 'Aftal én ting, den nye prøver, én ting, du hjælper med, og en dag om en måned, hvor I ser på det igen.',
    team: 'Aftal, hvad I prøver, hvem der holder øje, og hvornår det er på dagsordenen igen.',
    sparring: 'Sig højt, hvad du gør i morgen, og aftal, hvornår makkeren spørger til det.',
  } satisfies Record<Occasion, string>,
  guideAsk: 'Spørg',
  guideMore: (n: number) => `Vis ${n} til`,
  guideSummary: (title: string, role: string) => `${title}: ${role}`,

  // Choice
  choice: {
    framework: (subject: string, n: number) =>
      subject ? `Rollen ${quoted(subject)} findes i ${numberOf(n)} grundlag. Hvilket tænker du på?` : 'Hvilket grundlag tænker du på?',
    role: (subject: string) =>
      subject ? `${quoted(subject)} kan betyde flere roller. Hvilken tænker du på?` : 'Hvilken rolle tænker du på?',
    title: (said: string) => `Ingen af grundlagene nævner ${quoted(said)}. Hvem ligger tættest på?`,
    reading: (subject: string) => (subject ? `${subject}: hvad vil du gerne se?` : 'Hvad vil du gerne se?'),
  },
  choiceSummary: 'Hvad tænker du på?',
  choiceHint: 'Tryk på dit valg, eller skriv det.',
  ...daTalk,
  ...daPeople,
  ...daSharing,
  ...daPlan,

  // Buttons: what a tap does
  button: {
    ...daPeople.peopleButton,
    role: (role: string) => `Vis ${role}`,
    roleIn: (role: string, framework: string) => `${role} i ${framework}`,
    edition: (year: string) => `Vis udgaven fra ${year}`,
    part: (theme: string) => `Vis ${quoted(theme)}`,
    partFor: (theme: string, role: string) => `${role}: ${theme}`,
    sameFor: (role: string) => `Vis det samme for ${role}`,
    whole: 'Vis hele rollen',
    definition: (name: string) => `Læs om ${quoted(name)}`,
    meaning: 'Læs, hvad det betyder',
    commonIn: (framework: string) => `Fælles i ${framework}`,
    common: 'Vis det fælles for alle',
    commonEdition: (year: string) => `Vis det fælles fra ${year}`,
    about: 'Læs om grundlaget',
    aboutOther: (name: string) => `Om ${name}`,
    frameworks: 'Vis alle grundlag',
    topic: 'Søg i alle grundlag',
    topicAbout: (text: string) => `Se, hvad der står om ${quoted(text)}`,
    topicWhole: 'Vis alt om emnet',
    topicAfterAll: 'Se, hvad der ligger nærmest',
    outline: 'Vis det i korte træk',
    contact: 'Se, hvem du kan spørge',
    compareRoles: (other: string) => `Sammenlign med ${other}`,
    compareTwo: 'Sammenlign to roller',
    compareAll: 'Sammenlign alle temaer',
    compareTheme: (theme: string) => `Sammenlign ${theme.toLowerCase()}`,
    compareFrameworks: 'Sammenlign grundlagene',
    compareLevel: (level: string) => `Sammenlign ${level.toLowerCase()}`,
    changes: (older: string, newer: string) => `Se ændringer ${older}–${newer}`,
    changesWhole: 'Se alle ændringer',
    nextPage: 'Vis de næste ændringer',
    previousPage: 'Vis de forrige ændringer',
    reflect: 'Få et spørgsmål',
    reflectAnother: 'Få et andet spørgsmål',
    guide: {
      review: 'Forbered udviklingssamtalen',
      onboarding: 'Lav en guide til en god start',
      team: 'Lav en øvelse til lederteamet',
      sparring: 'Forbered ledersparring',
    } satisfies Record<Occasion, string>,
    help: 'Vis, hvad du kan spørge om',
    privacy: 'Se, hvad der bliver gemt',
    none: 'Ingen af dem',
  },

  // The same questions as a person would type them
  phrase: {
    role: (role: string) => `Hvad forventes der af en ${role}?`,
    part: (theme: string, role: string) => `${quoted(theme)} for en ${role}`,
    definition: (name: string) => `Hvad er ${name.toLowerCase()}?`,
    common: 'Hvad er fælles for alle ledere?',
    about: (name: string) => `Hvad er ${name}?`,
    frameworks: 'Hvilke ledelsesgrundlag er der?',
    reflect: (role: string) => `Giv mig noget at tænke over som ${role}`,
    reflectAny: 'Giv mig noget at tænke over',
    other: 'Hvad kan jeg spørge om?',
  },
  askThis: (phrase: string) => `Spørg: ${phrase}`,

  /** What is said otherwise on a card that several people read. */
  amongOthers: {
    help: 'Det kan I spørge om',
    another: 'Giv os et andet spørgsmål',
    others: 'Giv os nogle andre',
    button: { help: 'Vis, hvad I kan spørge om', contact: 'Se, hvem I kan spørge' },
    phrase: {
      reflect: (role: string) => `Giv os et spørgsmål til en ${role}`,
      reflectAny: 'Giv os et spørgsmål at tale om',
      other: 'Hvad kan vi spørge om?',
    },
  },
};

/** The shape of all texts. */
export type Strings = typeof da;
