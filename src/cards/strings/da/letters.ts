/**
 * Danish texts of thumbs under answers, and of letters to an editor.
 */
import type { LetterReason } from '../../acts.js';

const counted = 'Det er talt med. Jeg gemmer kun et tal, ikke hvem der trykkede.';

/** The Danish texts; the English ones have the same shape. */
export const daLetters = {
  /** What is said to a thumb; `unread` where a client sent words from a form of its own. */
  rated: {
    liked: { title: 'Tak', lines: [counted] },
    disliked: { title: 'Tak, fordi du siger det', lines: [counted, 'Prøv at spørge på en anden måde.'] },
    'disliked-group': {
      title: 'Tak, fordi du siger det',
      lines: [counted, 'Vil du skrive til dem, der står bag grundlaget, så gør det i din egen chat med mig.'],
    },
    unread: {
      title: 'Tak, din tommel er talt med',
      lines: ['Det, du skrev ved siden af, kom fra et felt, som ikke er mit. Jeg har hverken gemt det eller sendt det til nogen.'],
    },
  } as Readonly<Record<'liked' | 'disliked' | 'disliked-group' | 'unread', { title: string; lines: readonly string[] }>>,
  letter: {
    button: 'Send til redaktøren',
    title: 'Skriv til redaktøren',
    dislikedTitle: 'Hvad passede ikke?',
    door: (to: string) => `Du skriver i et vindue for sig. Det går til ${to} og kun, når du trykker på »Send«.`,
    open: 'Skriv',
    to: (to: string) => `Går til ${to} og kun, når du trykker på »Send«. Skriv ikke navne på andre.`,
    label: 'Det, der bliver sendt',
    placeholder: 'Skriv det, du mangler svar på',
    dislikedPlaceholder: 'Skriv, hvad du havde brug for',
    signLabel: 'Navn',
    sign: (name: string) => `Skriv mit navn på: ${name}`,
    kept: (days: number) =>
      `Jeg gemmer ikke, hvem der sendte det. Derfor kan du ikke hente det tilbage, og du får kun svar, hvis dit navn står på. Det bliver slettet efter ${days} dage.`,
    send: 'Send',
    remark: {
      empty: 'Skriv noget, før du sender.',
      'too-long': 'Det er for langt. Der er plads til 1.000 tegn.',
      enough: 'Du har sendt alle dem, du kan i dag. Prøv igen i morgen.',
      away: 'Lige nu kan jeg ikke sende det. Det står her endnu. Prøv igen om lidt.',
    },
    /** What became of it. */
    done: {
      sent: (to: string) => `Sendt til ${to}. Dit navn står ikke på.`,
      signed: (to: string) => `Sendt til ${to} med dit navn på.`,
      nobody: () => 'Der er ikke længere nogen at skrive til her. Der er ikke sendt noget.',
      empty: () => 'Feltet var tomt, så der er ikke sendt noget.',
      'too-long': () => 'Det var for langt, så der er ikke sendt noget. Der er plads til 1.000 tegn.',
      enough: () => 'Du har sendt alle dem, du kan i dag, så det her er ikke sendt. Prøv igen i morgen.',
      away: () => 'Lige nu kan jeg ikke sende noget, så det her er ikke sendt. Prøv igen om lidt.',
    } as Readonly<Record<'sent' | 'signed' | 'nobody' | 'empty' | 'too-long' | 'enough' | 'away', (to: string) => string>>,
    /** In the place of what is said where nothing can be passed on. */
    contact: 'Du kan skrive til dem her. Virker botten ikke, som den skal, så sig det til jeres it-afdeling.',
  },
  /** For the editor alone. */
  letters: {
    /** Who takes letters, where the settings call them nothing. */
    editor: 'redaktøren',
    title: 'Breve til redaktøren',
    /** What the editor may write to see them. */
    words: ['vis breve', 'vis breve til redaktøren', 'breve til redaktøren', 'vis mine breve', 'læs breve'] as readonly string[],
    read: 'Læs',
    done: 'Færdig',
    finished: 'Det er krydset af.',
    more: 'Vis flere breve',
    door: 'De åbner i et vindue for sig, så de ikke bliver stående i chatten.',
    none: 'Der er ingen breve, der venter.',
    count: (n: number) => (n === 1 ? '1 brev venter' : `${n} breve venter`),
    noFramework: 'Uden grundlag',
    unsigned: 'Uden navn',
    sealed: 'Ordene kan ikke åbnes, fordi nøglen til dem mangler. Sig det til kommunens it-support.',
    reason: {
      silent: 'stod der ikke',
      unclear: 'blev ikke forstået',
      disliked: 'svaret passede ikke',
      asked: 'skrevet af sig selv',
    } as Readonly<Record<LetterReason, string>>,
    came: (n: number) => (n === 1 ? 'Der er kommet 1 brev til dig' : `Der er kommet ${n} breve til dig`),
    waiting: 'Der venter breve på dig',
    ending: (n: number, days: number) =>
      n === 1 ? `1 brev bliver slettet inden for ${days} dage.` : `${n} breve bliver slettet inden for ${days} dage.`,
  },
};
