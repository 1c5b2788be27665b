/**
 * Everything that the commands say, in Danish. What lower rooms, Node and the questions' own format name stays as they name it.
 */

import { editors } from './editors-da.js';
import { importing } from './import-da.js';
import { language, operators } from './operators-da.js';

const decimal = (value: number, digits: number) => value.toFixed(digits).replace('.', ',');

const guideParts = { framework: 'et grundlag', role: 'en rolle', occasion: 'en anledning', language: 'et sprog' };

/** The Danish texts; the English ones have the same shape. */
export const da = {
  decimal,
  ask: {
    usage: `Brug: npm run ask -- "et spørgsmål" [--framework ID] [--role "en rolle"] [--explain] [--json]
       npm run --silent ask -- --jsonl < questions.jsonl
${language}`,
    noQuestion: (line: number) =>
      `linje ${line}: det er ikke et spørgsmål. Skriv {"id": …, "text": …, "profile": {"framework": …, "role": …} eller null}`,
    words: 'ord',
    readAs: 'læst som',
    names: 'navne',
    cues: 'vendinger',
    times: 'tider',
    contentWords: 'indholdsord',
    topic: (id: string) => `emnet ${id}`,
    wants: 'det, der kan være ønsket, og hvad der taler for det',
    decision: 'afgørelse',
  },
  cardPicture: {
    noBrowser: (path: string) => `der er ingen browser i ${path}. Installer chromium, eller nævn en anden i CHROMIUM`,
    tooBig: (bytes: number, most: number) => `billedet fylder ${bytes} byte, mere end ${most}. Vis et kortere kort`,
    written: (file: string, bytes: number) => `${file}: ${bytes} byte`,
  },
  /** While what people said is learned; once for each change of the content. */
  learning: 'Lærer af, hvad folk har skrevet. Det tager nogle sekunder.',
  checkContent: {
    usage: `Brug: npm run check-content -- [mappe] [--strict] [--said]
       Ser alt efter, hvad der er skrevet i mappen content, eller den, CONTENT_DIR nævner: hver fejl med fil, linje og det, der skal stå.
       --strict slutter også med 1, når der kun er bemærkninger. --said viser, hvor godt det, folk siger, kan læres.
       --schemas skriver det, som et skriveprogram foreslår ud fra (mappen schemas).
       Med --da taler kommandoen dansk, som den gør i forvejen; med --en taler den engelsk.`,
    remarks: 'Værd at se på:',
    onlyRemarks: (n: number) => `Ingen fejl, men ${n === 1 ? 'én bemærkning' : `${n} bemærkninger`}.`,
    schemas: (n: number) => `${n} filer skrevet i mappen schemas.`,
    saidHead: ['ønske', 'linjer', 'rigtigt læst'] as readonly string[],
    right: (share: string, lines: number) => `${share} af ${lines} linjer er læst rigtigt af en model, der aldrig har set deres skribent`,
    refuse: (from: number, good: string, outside: string) =>
      `nej fra ${from}: ${good} af gode spørgsmål afvist, ${outside} af dem uden for grundlagene`,
    act: (from: number, done: string, right: string, offered: string) =>
      `gør det fra ${from}: ${done} gjort, ${right} af dem rigtigt; blandt de to, der ellers tilbydes: ${offered}`,
    confusions: 'oftest forvekslet:',
    doubted: 'linjer, som ingen anden skribent ville mene det samme med (er ønsket rigtigt?):',
    head: ['grundlag', 'roller', 'udsagn', 'fælles', 'definitioner', 'spørgsmål', 'aftaler', 'fejl'] as readonly string[],
    problems: (n: number) => (n === 1 ? 'Én fejl. Ret den, og kør kommandoen igen.' : `${n} fejl. Ret dem, og kør kommandoen igen.`),
    noProblems: (topics: number, titles: number, cues: number) =>
      `${topics} emner, ${titles} titler og ${cues} grupper af vendinger i ordbogen. Ingen fejl fundet.`,
  },
  evaluate: {
    usage: `Brug: npm run evaluate -- [spørgsmål.jsonl …] [--wrong] [--reader-requests fil] [--reader-answers fil]
${language}`,
    intents: (share: string) => `slags forstået ${share}`,
    goodRefused: (share: string) => `gode spørgsmål afvist ${share}`,
    outsideRefused: (share: string) => `spørgsmål udenfor afvist ${share}`,
    byIntent: (shares: string) => `efter slags: ${shares}`,
    byStyle: (shares: string) => `efter stil:  ${shares}`,
    confused: (pairs: string) => `forvekslet:  ${pairs}`,
    pair: (wanted: string, got: string, times: number) => `${wanted} som ${got} ${times}`,
    wanted: (intent: string) => `ventet ${intent}`,
    got: (intent: string) => `fik ${intent}`,
    latency: (middle: string, high: string) => `hele svaret med sit kort: p50 ${middle} ms, p99 ${high} ms`,
    pooled: (lines: string, turns: string, good: string, outside: string) =>
      `i alt: enkelte beskeder ${lines}, beskeder i samtaler ${turns}, gode spørgsmål afvist ${good}, uden for grundlagene afvist ${outside}`,
    below: (part: string, threshold: number | undefined) => `${part} ligger under sin grænse på ${threshold} %`,
    readerAsked: (asked: number, used: number, middle: number, most: number) =>
      `den anden læser: ${asked} spørgsmål, ${used} med svar; tokens i et spørgsmål: midten ${middle}, flest ${most}`,
    readerWritten: (file: string) => `Spørgsmålene står i »${file}«. Skriv navnet på jeres udrulning i stedet for DEPLOYMENT.`,
    readerCurve: (sure: number | 'always', asked: string, right: string) =>
      `${sure === 'always' ? 'altid' : `sikker fra ${`${sure}`.replace('.', ',')}`}: spurgt om ${asked}, rigtige i alt ${right}, hvis alt det læses rigtigt`,
  },
  gallery: {
    usage: `Brug: npm run gallery -- [--framework ID] [--out mappe] [--before mappe]
--framework åbner siden ved det grundlag, --before viser, hvad der er ændret siden et galleri i den mappe. ${language}`,
    written: (cards: number, file: string) => `${cards} kort i ${file}`,
    changed: (changed: number, cards: number, file: string) => `${changed} kort er nye, ændret eller væk (af ${cards}): ${file}`,
    noFramework: (id: string, ids: string) => `»${id}« er ikke et grundlag her. Skriv et af disse: ${ids}`,
    noBefore: (file: string) => `»${file}« findes ikke. Kør først npm run gallery -- --out mappe med det, der var før`,
  },
  guide: {
    usage: (occasions: string, languages: string) =>
      `Brug: npm run guide -- --framework ID --role "en rolle" [--occasion ${occasions}] [--language ${languages}] [--out fil.html]
${language} Sproget på arket er --language.`,
    nothing: (role: string, framework: string) => `Der er ikke noget at lave en guide af for »${role}« i »${framework}«`,
    written: (file: string) => `${file}: åbn den i en browser, og print den`,
    missing: (part: keyof typeof guideParts, known: string) => `der mangler ${guideParts[part]}. Skriv --${part} med en af disse: ${known}`,
    unknown: (part: keyof typeof guideParts, given: string, known: string) =>
      `»${given}« er ikke ${guideParts[part]}, der findes. Skriv --${part} med en af disse: ${known}`,
  },
  insight: {
    whichTenant: (tenants: string) => `--tenant mangler: hver kommune får sine egne tal. Skriv en af: ${tenants}`,
    usage: `Brug: npm run insight -- [--framework ID] [--from 2026-11-02] [--weeks 8] [--out insight.html] [--tenant ID]
       Hvad der bliver spurgt om, i tal: uge for uge, efter slags og tema, og det, der ikke er svar på.
       Uden --from er det de seneste uger. --out skriver også en side til en browser. COLUMNS siger, hvor bred terminalen er.
${language}`,
    noDate: (from: string) => `--from »${from}« er ikke en dato. Skriv den som 2026-11-02.`,
    noWeeks: (weeks: string, most: number) => `--weeks »${weeks}« er ikke et antal uger. Skriv 1 til ${most}.`,
    noFramework: (id: string, ids: string) => `»${id}« er ikke et grundlag her. Skriv et af disse: ${ids}`,
    written: (file: string) => `${file}: åbn den i en browser`,
    unwritable: (file: string, code: unknown) => `»${file}« kan ikke skrives (${code}). Nævn en fil i en mappe, du må skrive i`,
  },
  trainCare: {
    trained: (messages: number, kilobytes: number, file: string) => `${messages} beskeder, ${kilobytes} KB vægte i ${file}`,
    part: (percent: string, all: number) => `${percent} % af ${all}`,
    from: (threshold: number) => `fra ${`${threshold}`.replace('.', ',')}`,
    unwellMissed: (part: string) => `har det ikke godt, overset ${part}`,
    othersTaken: (part: string) => `spørger om andre, taget for det ${part}`,
    wellTaken: (part: string) => `har det godt, taget for det ${part}`,
    othersFound: (part: string) => `spørger om andre, fundet ${part}`,
    wellTakenForOthers: (part: string) => `har det godt, taget for at spørge om andre ${part}`,
    ownSent: (part: string) => `handler om den, der skriver, og ville blive sendt ${part}`,
    askedHeld: (part: string) => `spørger om andet, holdt tilbage ${part}`,
  },
  importing,
  ...editors,
  ...operators,
};

/** The shape of these texts. */
export type Texts = typeof da;
