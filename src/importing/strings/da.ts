/**
 * Words of the import in Danish: beside what is doubtful in the draft, and on the page that shows where each sentence went.
 */
import type { Doubt, Part } from '../place.js';
import type { Noise } from '../unit.js';

const doubts: Record<Doubt, string> = {
  columns: 'Kolonnerne gik tabt i teksten. Rollen er gættet ud fra rækkefølgen og ordene. Se efter i dokumentet.',
  'column-order': 'Rollerne stod ikke i orden i teksten. De er sat i rækkefølge fra neden og op. Passer det?',
  'both-headings': 'To overskrifter stod på samme linje. Se efter, om udsagnet hører under den rigtige.',
  'missing-heading': 'Overskriften står ikke på siden, men i listen forrest i dokumentet. Se efter, om den er sat det rigtige sted.',
  'no-theme': 'Udsagnet står ikke under nogen overskrift. Vælg et tema.',
  'made-theme': 'Temaet “Forventninger” står ikke i dokumentet. Giv det et navn, der passer, eller flyt udsagnene.',
  'near-repeat': 'Ligner noget, der står et andet sted. Er det en gentagelse, eller mangler det?',
  intro: 'Står mellem overskrift og punkter og er ikke taget med som et udsagn. Skal det med?',
  'weak-heading': 'Er taget for en overskrift, fordi det er kort. Kan også være et udsagn.',
  'role-once': 'Rollen er kun nævnt ét sted. Er det en rolle, eller er det noget andet?',
  'role-guessed': 'Titlen siger ikke, hvor i kæden rollen er. Niveauet er gættet.',
  'common-guessed': 'Dokumentet skriver ikke, at det gælder alle. Det er gættet ud fra, hvor det står.',
  'no-heading': 'Rollen står ikke som en overskrift, men midt i teksten.',
  unplaced: 'Står i en tabel uden roller. Se efter, hvor det hører til.',
  ocr: 'Ordene er læst af en maskine, der ikke kendte æ, ø og å. Ret stavningen efter dokumentet.',
  capital: 'To linjer er sat sammen, men den anden begynder med stort. Er det to udsagn?',
  gap: 'Sætningen var delt over en tom linje og er sat sammen igen. Hører delene sammen?',
  hyphen: 'Et ord var delt med bindestreg og er sat sammen igen. Skal bindestregen være der?',
};

const parts: Record<Part, string> = {
  role: 'Rolle',
  theme: 'Tema',
  subtheme: 'Overskrift under temaet',
  group: 'Overskrift over flere. Ikke taget med',
  'common-heading': 'Overskrift over det fælles',
  lead: 'Indledning til en liste',
  definition: 'Forklaring af temaet',
  preface: 'Indledning',
  'preface-heading': 'Overskrift i indledningen',
  repeat: 'Udeladt: står her igen',
  short: 'Kort udgave af et fælles udsagn',
  out: 'Udeladt',
};

const reasons: Record<Noise | 'nothing-under' | 'table-head' | 'between-lists' | 'beside-role' | 'unplaced', string> = {
  'page-number': 'sidetal',
  running: 'står på hver side',
  header: 'sidehoved eller sidefod',
  navigation: 'menu eller andet uden om teksten',
  'empty-mark': 'et tegn uden tekst',
  'nothing-under': 'en overskrift uden noget under sig',
  'table-head': 'hører til tabellens ramme',
  'between-lists': 'står mellem punkterne',
  'beside-role': 'står ved rollens navn',
  unplaced: 'fandt ingen plads',
};

/** The Danish words. */
export const da = {
  doubts,
  parts,
  reasons: reasons as Readonly<Record<string, string>>,
  remark: 'TVIVL',
  remarks: {
    title: 'Dokumentets titel, som den står på forsiden. Er den ikke skrevet af jer, så sæt titled: false.',
    organisation: 'Kommunen (name) og forvaltningen (unit), hvis dokumentet nævner dem. Ellers null.',
    edition: 'Året for udgaven. null, hvis det ikke står der.',
    english: 'en: er den danske tekst. Skriv, hvad det hedder på engelsk.',
    machine: 'Teksten er læst af en maskine og har mistet æ, ø og å. Ret ordene i text: efter dokumentet.',
    'no-common': 'Dokumentet siger ikke noget, der gælder alle. Der skal stå mindst ét udsagn her.',
  },
  head: (file: string) =>
    `Kladde lavet af npm run import ud fra ${file}. Ret i den her, og kør kommandoen igen: det, du har skrevet, bliver stående.\nOrdlyden er hellig: ret kun oplagte tastefejl, og skriv dokumentets egen stavning i original:.`,
  page: {
    title: (name: string) => `Gennemsyn: ${name}`,
    lead: 'Hver sætning i dokumentet, og hvor den er havnet. Det mest usikre står først. Ret i YAML-filen, og kør npm run import igen, så er siden ny.',
    counts: (statements: number, doubtful: number, out: number) => `${statements} udsagn · ${doubtful} steder at se efter · ${out} udeladt`,
    check: 'Se efter her først',
    checkNone: 'Der er ikke noget at se efter.',
    conflicts: 'Her har du rettet, og kilden er også blevet ny',
    conflictsLead: 'Det, du skrev, er blevet stående. Det nye forslag ser du her.',
    yours: 'Dit',
    ours: 'Nyt forslag',
    foreign: 'Står i filen, men ikke i kilden',
    foreignLead: 'Ordene er ikke dokumentets. Skriv, som der står, og sæt rettelser af tastefejl ind med original:.',
    faults: 'Mangler, før filen kan bruges',
    all: 'Hele dokumentet',
    heads: ['Side', 'Teksten', 'Hvor den er', 'Hvorfor se efter'],
    everybody: 'Alle',
    noTheme: 'uden tema',
    moved: 'rettet i hånden',
    gone: 'Står ikke i filen mere',
    prompts: 'Mangler et spørgsmål til eftertanke',
    promptsLead: (file: string) =>
      `Der er ingen spørgsmål endnu. Skriv dem i prompts/${file}: ét for hvert udsagn, eller ét for et helt tema.`,
    roles: 'Roller og niveauer',
    rolesLead: 'Niveauet gør roller i forskellige grundlag sammenlignelige. Passer det?',
    roleHeads: ['Rolle', 'Niveau', 'Hedder også', 'Udsagn'],
    next: (id: string) =>
      `Når filen er, som den skal være: læg frameworks/${id}.yaml og sources/${id}.txt i content/, skriv spørgsmålene, og kør npm run check-content.`,
  },
};

/** The shape of the words, for every language. */
export type Words = typeof da;
