/**
 * What each key of a content file means, for whoever writes one: their editor shows it while they type, and the example is what
 * they are told to write where a key is missing. In Danish alone, as the content is. A key is named by those above it.
 */

/** A key: what it means, and what may stand there. */
export type Key = { readonly says: string; readonly example?: unknown };

/** The keys of one kind of file; `*` stands for a key that its writer chooses. */
export type Keys = Readonly<Record<string, Key>>;

const wording: Keys = {
  text: { says: 'Ordlyden, som den skal læses' },
  original: { says: 'Dokumentets egen stavemåde, hvor en åbenlys slåfejl er rettet i text' },
};
const under = (key: string, keys: Keys): Keys => Object.fromEntries(Object.entries(keys).map(([name, each]) => [`${key}.${name}`, each]));
const bilingual = (key: string, da: string, en: string): Keys => ({
  [`${key}.da`]: { says: 'På dansk', example: da },
  [`${key}.en`]: { says: 'På engelsk', example: en },
});
const aliases = { says: 'Andre navne, som folk bruger om det', example: ['et andet navn'] };

const statement: Keys = {
  id: { says: 'Et kort navn, som bliver ved med at være det samme: små bogstaver a-z, tal og bindestreger', example: 'tydelig-retning' },
  ...wording,
  text: { says: 'Udsagnet ord for ord, som det er vedtaget', example: 'Jeg sætter en tydelig retning' },
  theme: { says: 'Id på det tema, udsagnet hører under', example: 'faelles-retning' },
  subtheme: { says: 'Id på undertemaet, hvis temaet har nogen' },
  short: { says: 'Dokumentets egen korte udgave af udsagnet' },
  ...under('short', wording),
  uncertain: { says: 'Hvor udsagnet ellers kan høre til, hvis kilden ikke viser det klart' },
};
const statements = [{ id: 'tydelig-retning', text: 'Jeg sætter en tydelig retning' }];

const framework: Keys = {
  '': { says: 'Et ledelsesgrundlag: de vedtagne ord, rollerne og temaerne' },
  id: { says: 'Det samme som filens navn uden .yaml', example: 'nordkobing-2026' },
  title: { says: 'Dokumentets titel, som den står', example: 'God ledelse i Nordkøbing' },
  name: { says: 'Det, kort og knapper kalder grundlaget', example: 'Nordkøbing 2026' },
  titled: { says: 'false, hvis dokumentet ingen titel har, og den i title er vores' },
  organisation: { says: 'Hvis grundlag det er', example: { name: 'Nordkøbing Kommune', unit: null } },
  'organisation.name': { says: 'Kommunens navn, eller null hvis dokumentet ikke siger det', example: 'Nordkøbing Kommune' },
  'organisation.unit': { says: 'Forvaltningen eller afdelingen, eller null', example: null },
  edition: { says: 'Året for udgaven, eller null hvis dokumentet ikke siger det', example: 2026 },
  supersedes: { says: 'Id på den udgave, som denne afløser' },
  source: { says: 'Dokumentet, som det blev modtaget', example: { file: 'nordkobing-2026.txt' } },
  'source.file': { says: 'Navnet på filen i mappen sources', example: 'nordkobing-2026.txt' },
  'source.ocr': { says: 'true, hvis en maskine har læst teksten, og æ, ø og å gik tabt' },
  'source.copies': { says: 'Hvor mange gange dokumentet har hvert udsagn for en rolle' },
  'source.slips': { says: 'Det, maskinen læste forkert i dette dokument, og det, der står' },
  'source.slips.*': { says: 'Det, der står' },
  aliases: { says: 'Det, folk kalder dokumentet, kommunen og forvaltningen', example: ['nordkøbing', 'nordkøbing kommune'] },
  contact: { says: 'Hvem man kan spørge om dokumentet' },
  themeKind: {
    says: 'section, hvis temaerne er de samme overskrifter for hver rolle (»Jeg skal lykkes med«); theme, hvis hvert tema har sit eget emne',
    example: 'theme',
  },
  themeNames: { says: 'Det, dokumentet kalder sine temaer', example: { da: ['tema', 'temaer'], en: ['theme', 'themes'] } },
  'themeNames.da': { says: 'På dansk: ét, flere', example: ['tema', 'temaer'] },
  'themeNames.en': { says: 'På engelsk: ét, flere', example: ['theme', 'themes'] },
  preface: { says: 'Forordet' },
  'preface.heading': { says: 'Overskriften, eller null', example: 'Forord' },
  'preface.paragraphs': { says: 'Afsnittene ord for ord', example: ['Et afsnit, ord for ord'] },
  ...under('preface.paragraphs', wording),
  groups: { says: 'Overskrifter over flere temaer' },
  ...under('groups', { id: statement['id'] as Key, label: { says: 'Overskriften, som den står', example: 'Vi går sammen' } }),
  ...under('groups.label', wording),
  'groups.short': { says: 'Den korte overskrift, som rollernes sider har' },
  'groups.aliases': aliases,
  themes: {
    says: 'Temaerne i dokumentets rækkefølge',
    example: [{ id: 'faelles-retning', label: 'Fælles retning', en: 'A shared direction' }],
  },
  'themes.id': { says: 'Et kort navn til temaet: små bogstaver a-z, tal og bindestreger', example: 'faelles-retning' },
  'themes.label': { says: 'Temaets overskrift, som den står', example: 'Fælles retning' },
  ...under('themes.label', wording),
  'themes.en': { says: 'Det, temaet kaldes på engelsk', example: 'A shared direction' },
  'themes.group': { says: 'Id på den overskrift i groups, som temaet står under' },
  'themes.definition': { says: 'Dokumentets egen forklaring af temaet' },
  ...under('themes.definition', wording),
  'themes.aliases': aliases,
  'themes.subthemes': { says: 'Undertemaer, hvis temaet har nogen' },
  ...under('themes.subthemes', {
    id: statement['id'] as Key,
    label: { says: 'Overskriften, som den står', example: 'Klare mål' },
    aliases,
  }),
  ...under('themes.subthemes.label', wording),
  terms: { says: 'Begreber i dokumentet, som folk spørger til (»kerneopgaven«)' },
  ...under('terms', {
    id: { ...(statement['id'] as Key), example: 'kerneopgaven' },
    label: { says: 'Begrebet', example: 'Kerneopgaven' },
    heading: { says: 'Overskriften i dokumentet, eller null', example: null },
    text: { says: 'Det, dokumentet siger om det, ord for ord', example: 'Det, vi er her for' },
    items: { says: 'Punkter under det' },
    aliases,
  }),
  ...under('terms.text', wording),
  ...under('terms.items', wording),
  common: { says: 'Det, dokumentet venter af alle. Må udelades' },
  'common.heading': { says: 'Overskriften, som den står', example: 'Fælles for alle ledere' },
  'common.lead': { says: 'Ordene før udsagnene' },
  ...under('common.lead', wording),
  'common.close': { says: 'Ordene efter udsagnene' },
  ...under('common.close', wording),
  'common.aliases': aliases,
  'common.statements': { says: 'Udsagnene for alle', example: statements },
  ...under('common.statements', statement),
  roles: {
    says: 'Rollerne, som dokumentet nævner dem',
    example: [{ id: 'chef', label: 'Chefer', level: 'chef', name: { da: 'chef', en: 'head' } }],
  },
  'roles.id': { says: 'Et kort navn til rollen: små bogstaver a-z, tal og bindestreger', example: 'chef' },
  'roles.label': { says: 'Rollen, som dokumentet skriver den', example: 'Chefer' },
  'roles.adopted': { says: 'Dokumentets hele overskrift, hvis label er kortere' },
  'roles.group': { says: 'Overskriften over flere roller, hvis der er en' },
  'roles.level': { says: 'Hvor rollen står, så roller i flere grundlag kan sammenlignes', example: 'chef' },
  'roles.name': { says: 'Rollen i ental, midt i en sætning', example: { da: 'chef', en: 'head' } },
  ...bilingual('roles.name', 'chef', 'head'),
  'roles.aliases': { says: 'Titler, som folk i rollen har', example: ['afdelingschef'] },
  statements: {
    says: 'Udsagnene, en blok for hver rolle og hvert tema',
    example: [{ role: 'chef', theme: 'faelles-retning', items: statements }],
  },
  'statements.role': { says: 'Id på rollen', example: 'chef' },
  'statements.theme': { says: 'Id på temaet', example: 'faelles-retning' },
  'statements.items': { says: 'Udsagnene i dokumentets rækkefølge', example: statements },
  ...under('statements.items', statement),
};

const ours = { da: 'Hvad vil du gøre først i morgen?', en: 'What will you do first tomorrow?' };
const prompt = { id: 'forst-i-morgen', statement: 'tydelig-retning', ...ours };
const when = { da: 'et møde begynder', en: 'a meeting begins' };
const will = { da: 'spørge, hvad der er vigtigst', en: 'ask what matters most' };

const agreement: Keys = {
  when: { says: 'Et øjeblik på en arbejdsdag. Det står efter »Når«', example: when },
  ...bilingual('when', when.da, when.en),
  will: { says: 'Én lille ting, som andre kan se. Det står efter »vil jeg«', example: will },
  ...bilingual('will', will.da, will.en),
};

const asked = { says: 'Det, folk skriver, en linje til hver', example: ['hvor skal vi hen'] };

const lexicon: Keys = {
  '': { says: 'Ord, som spørgsmål bliver forstået ved' },
  topics: {
    says: 'Emner: ord, der betyder det samme for en leder',
    example: [{ id: 'okonomi', label: { da: 'økonomi', en: 'finances' }, words: ['budget'] }],
  },
  'topics.id': { says: 'Et kort navn til emnet', example: 'okonomi' },
  'topics.label': { says: 'Det, emnet hedder på et kort', example: { da: 'økonomi', en: 'finances' } },
  ...bilingual('topics.label', 'økonomi', 'finances'),
  'topics.words': { says: 'Ord, der hører til emnet, med komma imellem. Hvert ord hører til ét emne', example: ['budget', 'bevilling'] },
  titles: { says: 'Titler, som intet grundlag nævner', example: [{ title: 'souschef', levels: ['leder-af-medarbejdere'] }] },
  'titles.title': { says: 'Titlen i ental', example: 'souschef' },
  'titles.aliases': aliases,
  'titles.levels': { says: 'Niveauer, den kan svare til, det bedste først', example: ['leder-af-medarbejdere'] },
  cues: { says: 'Vendinger, der viser, hvad nogen vil', example: [{ id: 'define', phrases: ['hvad betyder'] }] },
  'cues.id': { says: 'Det, vendingerne viser', example: 'define' },
  'cues.phrases': { says: 'Vendinger; hvordan de skrives, står øverst i cues.yaml', example: ['hvad betyder'] },
  spoken: { says: 'Talesprog, og hvordan det skrives' },
  'spoken.*': { says: 'Sådan skrives det', example: 'hvad' },
  mail: { says: 'Det, der følger med en mail uden at være den' },
  'mail.headers': { says: 'Ord foran kolon i et mailhoved' },
  'mail.wrote': { says: 'Ord i linjen over en ældre mail' },
  'mail.earlier': { says: 'Sådan begynder linjen over en ældre mail' },
  'mail.pointing': { says: 'Sådan henviser man til mailen nedenunder' },
  'mail.speaking': { says: 'Ord, som ikke står i en signatur' },
  'mail.devices': { says: 'Sådan begynder en linje, som et program sætter på' },
  'mail.closings': { says: 'Sådan begynder en hilsen' },
  dictated: { says: 'Tegn, der siges højt' },
  'dictated.marks': { says: 'Det, der siges, og tegnet' },
  'dictated.marks.*': { says: 'Tegnet', example: '.' },
  'dictated.after': { says: 'Efter et af disse ord er det et ord som andre' },
  'dictated.before': { says: 'Før et af disse ord er det et ord som andre' },
  asking: { says: 'Hvordan delene af en besked viser, hvad de er' },
  'asking.joins': { says: 'Efter et af disse ord kan et nyt spørgsmål begynde' },
  'asking.asks': { says: 'Sådan begynder et spørgsmål' },
  'asking.tells': { says: 'Sådan begynder det, der skal gøres' },
  words: { says: 'Almindelige ord, som botten skal kende, men ikke svare på' },
  'words.function': { says: 'Småord uden egen betydning' },
  'words.frame': { says: 'Ord, som ethvert spørgsmål om forventninger kan stilles med' },
  'words.everyday': { says: 'Kendte hverdagsord' },
};

/** A kind of content file. */
export type FileKind = 'framework' | 'prompts' | 'questions' | 'agreements' | 'lexicon' | 'said';

/** The keys of every kind of file. */
export const keys: Readonly<Record<FileKind, Keys>> = {
  framework,
  prompts: {
    '': { says: 'Spørgsmål til eftertanke: vores ord, aldrig kommunens' },
    framework: { says: 'Id på grundlaget', example: 'nordkobing-2026' },
    prompts: { says: 'Spørgsmålene', example: [prompt] },
    'prompts.id': { says: 'Et kort navn, som bliver ved med at være det samme', example: prompt.id },
    'prompts.statement': { says: 'Id på udsagnet, det er skrevet til. Skriv det eller theme', example: prompt.statement },
    'prompts.theme': { says: 'Id på temaet, det er skrevet til' },
    'prompts.da': { says: 'Ét åbent spørgsmål på dansk, højst 200 tegn', example: ours.da },
    'prompts.en': { says: 'Det samme på engelsk', example: ours.en },
    borrow: { says: 'Udsagn, der låner et spørgsmål fra en anden udgave' },
    'borrow.*': { says: 'Grundlagets id, skråstreg og spørgsmålets id' },
  },
  questions: {
    '': { says: 'Spørgsmål, som folk stiller, og det, der svarer' },
    framework: { says: 'Id på grundlaget', example: 'nordkobing-2026' },
    statements: { says: 'Spørgsmål efter id på det udsagn, der svarer' },
    'statements.*': asked,
    themes: { says: 'Spørgsmål efter id på temaet; et undertema skrives tema/undertema' },
    'themes.*': asked,
    words: { says: 'Ord fra en arbejdsdag efter id på det udsagn, de handler om' },
    'words.*': { says: 'Ét ord eller op til fire, med komma imellem', example: ['vagtplan'] },
  },
  agreements: {
    '': { says: 'Eksempler på en aftale med sig selv: vores ord, aldrig kommunens' },
    framework: { says: 'Id på grundlaget', example: 'nordkobing-2026' },
    common: { says: 'Til det, der ikke står under noget tema', example: { when, will } },
    ...under('common', agreement),
    examples: { says: 'Et eksempel til hvert tema', example: [{ theme: 'faelles-retning', when, will }] },
    'examples.theme': { says: 'Id på temaet', example: 'faelles-retning' },
    ...under('examples', agreement),
  },
  lexicon,
  said: {
    '': { says: 'Hvad folk skriver, og hvad de vil: det, forståelsen er lært af' },
    said: { says: 'En linje til hver besked', example: [{ say: 'hvad forventes der af mig', intent: 'expectations' }] },
    'said.say': {
      says: 'Beskeden. {role}, {theme}, {time} og de andre i klammer står for hvad som helst af den slags',
      example: 'hvad forventes der af mig',
    },
    'said.intent': { says: 'Det, der ønskes', example: 'expectations' },
    'said.as': { says: 'Hvem der skriver' },
    'said.as.framework': { says: 'Id på skribentens grundlag', example: 'sammen' },
    'said.as.role': { says: 'Skribentens rolle' },
    'said.after': { says: 'Det, der blev ønsket lige før' },
    'said.en': { says: 'true, hvis beskeden er på engelsk' },
  },
};

/** A key by the path of its value: positions in lists do not count, and what its writer chose is any. */
export function keyAt(kind: FileKind, path: readonly (string | number)[]): Key | undefined {
  const names = path.filter((part) => typeof part === 'string');
  return keys[kind][names.join('.')] ?? keys[kind][[...names.slice(0, -1), '*'].join('.')];
}
