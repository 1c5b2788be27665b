/**
 * What a reminder is for, and what somebody means to do: their own words, without the times and without what is said to whoever
 * reminds them.
 */

/** Characters of a text that are known to say something else. */
type Places = readonly { readonly start: number; readonly end: number }[];

/** What a reminder is for: words, or what was just spoken of ("det her"). `isOrdered` where it was asked for in so many words. */
export type Errand = { readonly what?: string; readonly this?: true; readonly isOrdered: boolean };

/** An if-then intention: what somebody will do, and when they will. */
export type Intention = { readonly when?: string; readonly will?: string };

/** Stands for a time that was taken out. */
const gap = '\ue000';
const me = '(?:mig|maj|mej|mæ|mg|mgi|mi|me|os|us)';
const soft = String.raw`(?:(?:lige|gerne|please|venligst|da|så|bare|også|igen|a)\s+)*`;

/** What is said to whoever reminds: an order with its receiver, a wish for a reminder, or a bare "husk". */
const orders: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:(?:kan|ka|kunne|vil|gider|må)\s+(?:du|vi|jeg|i)\s+|(?:can|could|will|would)\s+you\s+)?${soft}(?:på?minde?|paaminde?|minde?r?|huske?r?|erindre|remind|pinge?|prik(?:ke)?|skrive?|spørge?|spørg|sige?|sparke?|rykke?|nudge|tell|notify|message|ask)\s+(?:du\s+|i\s+)?${soft}(?:til\s+|to\s+)?${me}(?![\p{L}])(?:\s+på\s+skulderen|\s+on\s+the\s+shoulder)?(?:\s+(?:lige|gerne|please|igen|venligst))*`,
    'iu',
  ),
  /(?:jeg\s+vil\s+gerne\s+(?:have|mindes|påmindes)|(?:kan|må|ka)\s+jeg\s+(?:få|faa|fa)|(?:sæt|lav|opret|giv|send|book|set)(?:\s+(?:mig|me))?|i\s+(?:want|need|would\s+like))\s+(?:lige\s+)?(?:en|et|a|an)?\s*(?:lille\s+|ny\s+)?(?:påmindelse|paamindelse|pamindelse|erindring|reminder|huskeseddel|besked|alarm)(?:\s+til\s+mig)?/iu,
  /(?:(?:jeg|a|vi|i)\s+)?(?:vil|ville|sku|skulle|skal|må|would\s+like\s+to|want\s+to)\s+(?:jeg\s+|a\s+)?(?:meget\s+|lige\s+)?(?:gerne?\s+)?(?:mindes|påmindes|huskes|spørges|be\s+reminded)(?:\s+igen)?(?![\p{L}])/iu,
  /^\s*(?:venligst\s+|hej\s+|please\s+|ny\s+|en\s+)*(?:påmindelse|paamindelse|pamindelse|erindring|reminder)(?![\p{L}])\s*:?/iu,
  new RegExp(
    String.raw`(?:giv|gi'?|give|poke|ping)\s+(?:${me}\s+)?(?:lige\s+)?(?:(?:et|en|a|an)\s+)?(?:lille\s+|little\s+)?(?:kald|vink|praj|prik|pip|skub|puf|lyd|besked|opkald|heads?-?up|shout|nudge|call|me|mig)(?![\p{L}])`,
    'iu',
  ),
  /^\s*(?:husk|remember|don'?t\s+forget|glem\s+ikke)(?:\s+(?:nu|lige))?(?![\p{L}])/iu,
];

/** An order to come back to what was spoken of, which needs no other errand. */
const returns: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:(?:kan|ka|kunne|vil|gider|må)\s+(?:du|vi|jeg|i)\s+|(?:can|could|will|would)\s+you\s+)?${soft}(?:vend|kom|komme|come|circle|get)\s+(?:du\s+)?${soft}(?:tilbage|igen|retur|back|again)(?![\p{L}])(?:\s+(?:til|to)\s+${me})?`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:ta'?g?|hiv|få|grib)\s+${soft}fat\s+i\s+${me}|(?:ta'?g?|bring|take)\s+(?:lige\s+)?(?:det|den|spørgsmålet|it)\s+(?:her\s+|der\s+)?(?:op|frem|up)(?:\s+igen|\s+again)?(?:\s+med\s+${me})?`,
    'iu',
  ),
  /(?:snooze|udsæt|udskyd|gem|park(?:er|ér)?|postpone|save|hold)\s+(?:lige\s+)?(?:det|den|dette|this|it|that|spørgsmålet)(?:\s+(?:her|der))?(?![\p{L}])|snooze(?![\p{L}])/iu,
];

const leads =
  /^(?:[\s,.:;!?–—-]|\ue000|(?:om|på|paa|at|a|to|about|that|of|igen|lige|og|and|så|saa|fordi|for|because|please|venligst|gerne|tak|med|hvor|når|ca|cirka|omkring|der|jeg\s+skal|vi\s+skal|i\s+(?:have\s+to|need\s+to|should))(?![\p{L}]))+/iu;
const trails =
  /(?:[\s,.:;!?–—-]|\ue000|(?<![\p{L}])(?:om|på|paa|i|kl|den|d|til|og|and|igen|again|lige|tak|please|pls|venligst|mvh|ca|omkring|at|on|in|by|der|så))+$/iu;
/** What leads to a time: "på torsdag", "efter jul", "når jeg er tilbage den 4." */
const aroundTimes = new RegExp(
  String.raw`\s*(?:(?:når|naar|så\s+snart|til|indtil|when|until|till)\s+(?:jeg|vi|i'?m?|i\s+am|we\s+are)\s*(?:er|kommer|am|get)?\s*(?:tilbage|hjemme|retur|back)(?:\s+(?:fra|from)\s+[\p{L}]+)?(?:\s+igen)?\s*)?(?:(?<![\p{L}])(?:på|om|den|kl\.?|til|inden|senest|efter|after|before|by|on|i)\s+)?${gap}\s*`,
  'giu',
);
const spokenOf =
  /^(?:on\s+)?(?:det|dette|(?:det|den)\s+(?:her|der)(?:\s+(?:emne|spørgsmål|svar))?|her|det\s+igen|denne|this|it|that|spørgsmålet|dette\s+spørgsmål|det\s+spørgsmål|this\s+question)$/iu;
/** Small words that are no errand by themselves. */
const nothing =
  /^(?:(?:tidlig|tidligt|sent|early|late|ja|nej|hej|ok|okay|tak|hov|og|men|så|jo|vil|kan|du|jeg|please|hey|hi|hello|kære|bot|godmorgen|davs|lige)[\s,.!?]*)*$/iu;

/** An order that can be nothing but one for a reminder, whatever it is for. */
const reminds = new RegExp(
  String.raw`(?<![\p{L}])(?:på?minde?r?|paaminde?r?|minde?r?|huske?r?|remind|pinge?|prik(?:ke)?|nudge)\s+(?:du\s+)?${soft}(?:til\s+|to\s+)?${me}(?![\p{L}])`,
  'iu',
);

/**
 * Where the words of an errand stand: behind an order for a reminder with a time, up to the end of its sentence. Undefined where it
 * is not sure that they are one.
 */
export function findErrand(text: string, times: Places): { readonly start: number; readonly end: number } | undefined {
  const order = times.length > 0 ? reminds.exec(text) : null;
  if (!order) return undefined;
  const start = order.index + order[0].length;
  const stop = text.slice(start).search(/[.?!\n](?:\s|$)/);
  return { start, end: stop < 0 ? text.length : start + stop };
}

/** Where an order ends that says when before it says what: "i morgen kl. 7.30 skal du minde mig |om at jeg har MUS kl. 10". */
export function headOf(text: string): string | undefined {
  const order = reminds.exec(text);
  if (!order) return undefined;
  const from = order.index + order[0].length;
  const what = text.slice(from).search(/(?<![\p{L}])(?:om|på|at|to|about|that|så)(?![\p{L}])\s+(?!\d|en\s|et\s|to\s|tre\s)/iu);
  return what < 0 ? undefined : text.slice(0, from + what);
}

/** Reads a reminder's errand; nothing where none was said. */
export function readErrand(text: string, times: Places): Errand {
  const cut = withGaps(text, times);
  const order = findFirst(orders, cut);
  const back = order ? undefined : findFirst(returns, cut);
  const { index: from = 0, 0: words = '' } = order ?? back ?? {};
  const after = trim(cut.slice(from + words.length));
  const before = trim(cut.slice(0, from));
  const said = isSaid(after) ? after : isSaid(before) ? before : '';
  const isOrdered = (order ?? back) !== undefined;
  if (said === '') return back ? { this: true, isOrdered } : { isOrdered };
  return spokenOf.test(said) ? { this: true, isOrdered } : { what: said, isOrdered };
}

/** Where the first of some shapes stands that stands anywhere. */
function findFirst(shapes: readonly RegExp[], text: string): RegExpExecArray | undefined {
  return shapes.map((shape) => shape.exec(text)).find((match) => match !== null) ?? undefined;
}

const intends: readonly RegExp[] = [
  /^\s*(?:(?:lav|opret|skriv|indgå|notér|noter)\s+)?(?:en\s+)?(?:aftale|agreement)(?:\s+med\s+(?:mig\s+selv|dig)|\s+with\s+myself)?\s*[:,]?\s*/iu,
  /^\s*(?:jeg|a|æ|i)\s+(?:vil|skal|ska|will|want\s+to|intend\s+to)(?![\p{L}])(?:\s+(?:gerne|nu|lige|have|også))*/iu,
  /^\s*(?:jeg\s+)?(?:lover|har\s+tænkt\s+mig|beslutter|forpligter\s+mig\s+til|sætter\s+mig\s+for)(?:\s+(?:mig\s+selv|at))*/iu,
];
const ifThen =
  /(?:når|naar|hver\s+gang|hvis|when|whenever)\s+(.+?)\s*[,;]?\s+(?:så\s+)?(?:vil\s+jeg|skal\s+jeg|i\s+will|i'll|then\s+i\s+will)\s+(.+)/iu;
const deadlines = /(?:^|(?<=[\s,]))(?:inden|senest|før|by|before|til\s+og\s+med)\s*(?=\ue000)/giu;

/** "…, spørg mig på fredag": whom it is said to, and no part of what is meant. */
const askingBack = new RegExp(
  String.raw`[\s,.;:–-]*(?:(?<![\p{L}])(?:og|så|and)\s+)?(?<![\p{L}])(?:spørg|mind|prik|ping|skriv|husk|remind|ask|nudge)\s+(?:lige\s+)?(?:til\s+)?${me}(?:\s+(?:om\s+det|igen|about\s+it|again))*\s*(?:(?:på|om|den|on|in)\s+)?${gap}`,
  'iu',
);

/** Reads what somebody means to do, and in which situation where they say so. */
export function readIntention(text: string, times: Places): Intention {
  const cut = withGaps(text, times).replace(askingBack, ' ').replace(deadlines, ' ');
  const pair = ifThen.exec(cut);
  if (pair) return { when: trim(pair[1] ?? ''), will: trim(pair[2] ?? '') };
  let rest = cut;
  for (const shape of intends) rest = rest.replace(shape, ' ');
  for (const shape of intends) rest = rest.replace(shape, ' ');
  const will = trim(rest);
  return isSaid(will) && !spokenOf.test(will) ? { will } : {};
}

function withGaps(text: string, times: Places): string {
  let cut = '';
  let end = 0;
  for (const place of times) {
    cut += `${text.slice(end, place.start)}${gap}`;
    end = place.end;
  }
  return cut + text.slice(end);
}

function trim(text: string): string {
  return text.replaceAll(aroundTimes, ' ').replace(leads, '').replace(trails, '').replace(/\s+/g, ' ').trim();
}

function isSaid(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !nothing.test(text);
}
