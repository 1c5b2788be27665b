/**
 * The words in which people are told what is stored about them.
 */
import type { PersonalTable } from '../ports.js';

/** What became of a question that was to be sent. */
type Became = 'sent' | 'unknown' | 'failed' | 'skipped' | 'coming';

const da = {
  /** What each table holds. A new one does not compile without its words. */
  titles: {
    profiles: 'Din rolle og dit sprog',
    nudge_plans: 'Dine faste spørgsmål',
    focuses: 'Dit fokus',
    reflections: 'Dine noter, nyeste først',
    appointments: 'Dine aftaler og påmindelser, nyeste først',
    plan_makers: 'Spørgsmål, du har sat op for andre',
    sharers: 'Det, du har delt',
    round_answers: 'Dine svar på delte kort',
    talks: 'Samtaler, du har skrevet til mig i',
    people: 'Hvornår du var her',
    addresses: 'Hvor jeg kan skrive til dig',
    installations: 'Samtaler, jeg har budt velkommen i',
    contexts: 'Emnet for dit seneste spørgsmål',
    seen_prompts: 'Spørgsmål til eftertanke, du har fået, nyeste først',
    deliveries: 'Faste spørgsmål, der er sendt eller sprunget over, nyeste først',
  } as Readonly<Record<PersonalTable, string>>,
  languages: { da: 'dansk', en: 'engelsk' } as Readonly<Record<string, string>>,
  role: (role: string, framework: string) => `Rolle: ${role} i ${framework}`,
  framework: (framework: string) => `Ledelsesgrundlag: ${framework}`,
  language: (language: string) => `Sprog: ${language}`,
  off: 'Slået fra',
  pause: (from: string, until: string) => `Pause fra ${from} til og med ${until}`,
  next: (at: string) => `Næste: ${at}`,
  sentBefore: (count: number) =>
    count === 1 ? 'Jeg husker ét spørgsmål, du har fået i dem:' : `Jeg husker ${count} spørgsmål, du har fået i dem:`,
  appointment: { reminder: 'Påmindelse', agreement: 'Aftale', 'look-back': 'Ugens tilbageblik' } as Readonly<Record<string, string>>,
  comes: (at: string, time: string) => `${at} kl. ${time.replace(':', '.')}`,
  focus: (name: string, until: string) => `${name}, til og med ${until}`,
  focusGone: 'noget, der ikke længere står i indholdet',
  reserved: { 'focus.closing': 'Afslutningen på dit fokus', 'plan.fit': 'Om spørgsmålene passer dig' } as Readonly<Record<string, string>>,
  active: (at: string) => `Sidst skrev eller trykkede du: ${at}`,
  made: (at: string | undefined, name: string | undefined) =>
    `I en gruppechat eller kanal${at ? `, ${at}` : ''}${name ? `, med navnet ${name}` : ''}`,
  shared: (name: string, line: string | undefined) => `Et kort, med navnet ${name}${line ? ` og linjen »${line}«` : ''}`,
  answered: (at: string, answer: string, name: string) => `${at}: »${answer}«, med navnet ${name}`,
  kinds: { groupChat: 'Gruppechat', channel: 'Kanal' } as Readonly<Record<string, string>>,
  talked: (kind: string, name: string | undefined, at: string) => `${kind}${name ? ` »${name}«` : ''}, senest ${at}`,
  here: (at: string) => `Sidst her: ${at}`,
  removed: (at: string) => `Du fjernede mig ${at}`,
  unreachable: (at: string) => `Jeg har ikke kunnet nå dig siden ${at}`,
  told: (at: string) => `Jeg skrev ${at}, at dine data bliver slettet, hvis du ikke vil beholde dem`,
  places: (count: number) => (count === 1 ? 'Én samtale i Teams' : `${count} samtaler i Teams`),
  about: (words: string) => `Det handlede om: ${words}`,
  forgotten: (at: string) => `Glemmes ${at}`,
  missed: (count: number) => `Beskeder i træk, jeg ikke forstod: ${count}`,
  became: { sent: 'sendt', unknown: 'måske sendt', failed: 'ikke sendt', skipped: 'sprunget over', coming: 'på vej' } as Readonly<
    Record<Became, string>
  >,
};

const en: typeof da = {
  titles: {
    profiles: 'Your role and language',
    nudge_plans: 'Your scheduled questions',
    focuses: 'Your focus',
    reflections: 'Your notes, newest first',
    appointments: 'Your agreements and reminders, newest first',
    plan_makers: 'Questions that you set up for others',
    sharers: 'What you shared',
    round_answers: 'Your answers on shared cards',
    talks: 'Conversations that you wrote to me in',
    people: 'When you were here',
    addresses: 'Where I can write to you',
    installations: 'Conversations that I welcomed you in',
    contexts: 'The subject of your last question',
    seen_prompts: 'Questions to think about that you were given, newest first',
    deliveries: 'Scheduled questions sent or skipped, newest first',
  },
  languages: { da: 'Danish', en: 'English' },
  role: (role, framework) => `Role: ${role} in ${framework}`,
  framework: (framework) => `Framework: ${framework}`,
  language: (language) => `Language: ${language}`,
  off: 'Turned off',
  pause: (from, until) => `Paused from ${from} to ${until}`,
  next: (at) => `Next: ${at}`,
  sentBefore: (count) =>
    count === 1 ? 'I remember one question that you were sent:' : `I remember ${count} questions that you were sent:`,
  appointment: { reminder: 'Reminder', agreement: 'Agreement', 'look-back': 'Look back on the week' },
  comes: (at, time) => `${at} at ${time}`,
  focus: (name, until) => `${name}, to ${until}`,
  focusGone: 'something that is no longer in the content',
  reserved: { 'focus.closing': 'The close of your focus', 'plan.fit': 'Whether the questions suit you' },
  active: (at) => `Last time you wrote or pressed something: ${at}`,
  made: (at, name) => `In a group chat or channel${at ? `, ${at}` : ''}${name ? `, with the name ${name}` : ''}`,
  shared: (name, line) => `A card, with the name ${name}${line ? ` and the line “${line}”` : ''}`,
  answered: (at, answer, name) => `${at}: “${answer}”, with the name ${name}`,
  kinds: { groupChat: 'Group chat', channel: 'Channel' },
  talked: (kind, name, at) => `${kind}${name ? ` “${name}”` : ''}, last on ${at}`,
  here: (at) => `Last here: ${at}`,
  removed: (at) => `You removed me on ${at}`,
  unreachable: (at) => `I have not been able to reach you since ${at}`,
  told: (at) => `On ${at} I wrote that your data will be deleted unless you want to keep it`,
  places: (count) => (count === 1 ? 'One conversation in Teams' : `${count} conversations in Teams`),
  about: (words) => `It was about: ${words}`,
  forgotten: (at) => `Forgotten ${at}`,
  missed: (count) => `Messages in a row that I did not understand: ${count}`,
  became: { sent: 'sent', unknown: 'perhaps sent', failed: 'not sent', skipped: 'skipped', coming: 'on its way' },
};

/** The words of each language. */
export const toldWords = { da, en };

/** The shape of these words. */
export type ToldWords = typeof da;
