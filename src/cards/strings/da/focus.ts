/**
 * Danish texts of a focus, and of what comes in the place of a question.
 */

const quoted = (name: string) => `»${name}«`;

const numbers = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks'];

const word = (n: number) => numbers[n] ?? `${n}`;

const weeks = (n: number) => `${word(n)} uger`;

/** The Danish texts; the English ones have the same shape. */
export const daFocus = {
  focus: {
    title: (name: string) => `Dit fokus: ${name}`,
    statementTitle: 'Dit fokus er et udsagn',
    until: (date: string) => `til og med ${date}`,
    share: 'Mindst tre af fem af dine faste spørgsmål handler om det, så længe det varer.',
    statementShare: (theme: string) =>
      `Mindst tre af fem af dine faste spørgsmål handler om det. Når der ikke er flere, kommer de fra ${quoted(theme)}.`,
    replaced: (name: string) => `Det afløser dit fokus på ${quoted(name)}.`,
    replacedStatement: 'Det afløser dit fokus før.',
    noDaily: 'Du får ikke faste spørgsmål endnu. Hvornår skal de komme?',
    change: 'Skift fokus',
    stop: 'Stop fokus',
    stopped: { title: 'Dit fokus er stoppet', text: 'Dine faste spørgsmål handler igen om hele din rolle.' },
    none: { title: 'Du har ikke et fokus', text: 'Vælg et tema, så handler de fleste af dine faste spørgsmål om det i nogle uger.' },
    choose: 'Vælg et fokus',
    button: 'Mit fokus',
    on: (name: string) => `Fokus på ${name}`,
    onStatement: 'Fokus på udsagnet',
    formTitle: 'Hvad vil du arbejde med?',
    formNote: 'De fleste af dine faste spørgsmål handler om det, så længe det varer.',
    theme: 'Tema',
    weeks: 'Hvor længe',
    weeksOf: weeks,
    pick: 'Vælg',
    save: 'Begynd',
    missing: 'Vælg et tema.',
    notFound: (text: string) => `Jeg finder ikke et tema om ${quoted(text)}. Vælg det, der ligger tættest på.`,
    length: {
      title: (least: number, most: number) => `Et fokus varer fra ${word(least)} til ${weeks(most)}`,
      short: (n: number) => `På kortere tid når der ikke at ske ret meget. Skal det være ${weeks(n)}?`,
      long: (n: number) => `Længere end det holder et fokus sjældent. Skal det være ${weeks(n)}? Du kan forny det bagefter.`,
      unclear: (n: number) => `Jeg er ikke sikker på, hvor længe du mener. Skal det være ${weeks(n)}?`,
      yes: (n: number) => `Ja, ${weeks(n)}`,
      other: 'Vælg selv',
    },
    why: (cadence: string) => `Fra dit fokus. Du får det ${cadence}.`,
    closing: {
      title: 'Dit fokus er slut',
      question: (name: string) => `Hvad har dit fokus på ${quoted(name)} ændret i den måde, du leder på?`,
      statementQuestion: 'Hvad har dit fokus ændret i den måde, du leder på?',
      after: 'Fra nu af handler dine spørgsmål igen om det hele. Du kan også vælge noget nyt.',
      again: 'Vælg et nyt fokus',
    },
    fit: {
      title: 'Passer spørgsmålene dig?',
      text: 'Jeg har sendt dig nogle stykker uden at høre fra dig, og det er helt i orden. Vil du have dem sjældnere, om noget andet eller slet ikke, så sig til. Ellers bliver de ved som nu.',
      keep: 'Behold dem, som de er',
      theme: 'Et andet tema',
      stop: 'Stop dem',
    },
  },
};
