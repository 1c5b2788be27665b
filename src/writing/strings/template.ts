/**
 * What a template says about each field, in the words of those who fill it in. The adopted words in it are made up, and Danish as the
 * documents are.
 */
import type { Language } from '../../content/language.js';

const da = {
  head: [
    'Et nyt ledelsesgrundlag. Alt, hvad der står her, er et eksempel: skriv jeres egne ord i stedet.',
    'Linjer med # foran er hjælp til dig. Kortene viser dem aldrig, og du må slette dem.',
    'Grundlagets egne ord skal stå nøjagtigt som vedtaget, og de skal også stå i filen i sources/.',
    'Har en tekst kolon eller # i sig, så sæt "…" om den. Brug mellemrum, aldrig tabulator.',
  ],
  id: 'Navnet på filen uden .yaml. Står i adresser og kommandoer, aldrig på et kort.',
  title: 'Dokumentets titel, som den er vedtaget. Står under navnet på kortet om grundlaget og bag »Om kilden«.',
  name: 'Det korte navn. Står under overskriften på hvert kort, i kilden og på knapper. Helst under 30 tegn.',
  organisation: 'Kommunen og forvaltningen. Står på kortet om grundlaget og bag »Om kilden«; null, hvor dokumentet ikke siger det.',
  edition: 'Året, det er vedtaget. Står på kortet om grundlaget; null, hvor der ikke står et år.',
  source: 'Filen i sources/ med hele teksten, ord for ord. Den bliver aldrig vist, men kontrollen holder udsagnene op mod den.',
  aliases: 'Det, folk ellers kalder grundlaget. Bliver ikke vist: det er til, at botten forstår dem.',
  contact: 'Hvem man kan spørge om grundlaget. Står på kortet om grundlaget og på hjælpekortet. Fjern # for at bruge den.',
  themeKind:
    'Skriv theme, når hver overskrift er et emne for sig; section, når det er de samme afsnit for alle roller ("Jeg skal lykkes med").',
  themeNames: 'Hvad I kalder overskrifterne, i ental og flertal. Står i sætninger som »4 temaer«.',
  preface: 'Forordet. Står foldet sammen på kortet om grundlaget. Slet det hele, hvis der ikke er noget forord.',
  themes: 'Overskrifterne. Hver af dem bliver en foldet overskrift på rollens kort.',
  themeId: 'Som id ovenfor: små bogstaver a-z, tal og bindestreg. Bliver ikke vist.',
  themeLabel: 'Overskriften, som den er vedtaget. Det er den, der står på kortet.',
  themeEn: 'Overskriften på engelsk. Står med småt, når nogen spørger på engelsk.',
  themeAliases: 'Det, folk ellers kalder emnet. Bliver ikke vist: det er til, at botten forstår dem.',
  common: 'Det, der gælder alle. Bliver kortet »Hvad er vi fælles om?«.',
  commonHeading: 'Overskriften over det fælles, som den er vedtaget. Står øverst på det kort.',
  statementId: 'Et navn, du giver udsagnet. Bliver ikke vist. Lav det ikke om senere: noter og kort hænger på det.',
  statementText: 'Udsagnet, som det er vedtaget. Står ved siden af en streg på kortet.',
  statementTheme: 'Hvilken overskrift det hører under. Må udelades for det, der er fælles for alle.',
  roles: 'Rollerne. Hver af dem får sit eget kort: »Hvad forventes der af en …?«.',
  roleId: 'Et navn, du giver rollen: små bogstaver a-z, tal og bindestreg. Bliver ikke vist.',
  roleLabel: 'Rollens navn, som dokumentet skriver det. Står øverst på kortet.',
  roleLevel:
    'Trinnet: medarbejder, leder-af-medarbejdere, leder-af-ledere, chef eller direktor. Bliver ikke vist: det parrer roller på tværs.',
  roleName: 'Rollen i ental, midt i en sætning, på dansk og engelsk: »Spørgsmål til en chef«.',
  roleAliases: 'Titler, folk selv bruger. Bliver ikke vist: så ved botten, hvilken rolle en souschef har.',
  statements: 'Udsagnene: en blok for hver rolle og overskrift. Det er dem, rollens kort viser.',
  prompts: [
    'Spørgsmål til eftertanke: jeres egne ord. Et af dem står i den tonede ramme på kortet, og de er dagens spørgsmål.',
    'Hvert udsagn har mindst ét. Spørg åbent (hvad, hvornår, hvem), i én sætning, højst 200 tegn, og ikke med udsagnets egne ord.',
  ],
  promptId: 'Et navn, du giver spørgsmålet. Bliver ikke vist.',
  promptStatement: 'Id’et på det udsagn, spørgsmålet hører til (fra frameworks/). Skriv theme: i stedet, hvis det gælder hele temaet.',
  promptDa: 'Spørgsmålet, som det står på kortet.',
  promptEn: 'Det samme på engelsk, når nogen spørger på engelsk.',
  agreements: [
    'Eksempler på en aftale med sig selv: jeres egne ord. De står i felterne, når nogen trykker »Gør det til en aftale«.',
    'De går videre fra "Når …, vil jeg …": et øjeblik på en arbejdsdag, og én lille ting, andre kan se. Uden punktum.',
  ],
  agreementCommon: 'Eksemplet til det fælles, der ikke hører under noget tema.',
  agreementTheme: 'Temaets id (fra frameworks/). Hvert tema har ét eksempel.',
  agreementWhen: 'Går videre fra »Når …«. Højst 80 tegn.',
  agreementWill: 'Går videre fra »vil jeg …«. Højst 80 tegn.',
};

/** What a template says, in one language. */
export type TemplateWords = typeof da;

const en: TemplateWords = {
  head: [
    'A new framework. All that stands here is an example: write your own words instead.',
    'Lines that begin with # help you. No card shows them, and you may delete them.',
    "The document's own words must stand exactly as adopted, and in the file in sources/ too.",
    'Put "…" around a text with a colon or a # in it. Use spaces, never a tab.',
  ],
  id: 'The name of the file without .yaml. Stands in addresses and commands, never on a card.',
  title: 'The title of the document as adopted. Stands under the name on the card about the framework, and with the source.',
  name: 'The short name. Stands under the heading of every card, in its source and on buttons. Best below 30 characters.',
  organisation:
    'The municipality and the department. Stand on the card about the framework and with the source; null where the document is silent.',
  edition: 'The year it was adopted. Stands on the card about the framework; null where there is none.',
  source: 'The file in sources/ with the whole text, word for word. It is never shown; the check compares the statements with it.',
  aliases: 'What people call the framework. Not shown: the bot understands them by it.',
  contact: 'Whom to ask about the framework. Stands on the card about it and in the help. Remove the # to use it.',
  themeKind:
    'Write theme where each heading is a subject of its own; section where the same sections stand for every role ("Jeg skal lykkes med").',
  themeNames: 'What you call the headings, one and several. Stands in sentences such as "4 themes".',
  preface: 'The preface. Stands folded on the card about the framework. Delete all of it where there is none.',
  themes: "The headings. Each becomes a folded heading on a role's card.",
  themeId: 'As the id above: small letters a-z, digits and hyphens. Not shown.',
  themeLabel: 'The heading as adopted. It stands on the card.',
  themeEn: 'The heading in English. Stands small beside it for those who ask in English.',
  themeAliases: 'What people call the subject. Not shown: the bot understands them by it.',
  common: 'What holds for everybody. Becomes the card on what all share.',
  commonHeading: 'The heading over it as adopted. Stands at the top of that card.',
  statementId: 'A name that you give the statement. Not shown. Do not change it later: notes and cards hang on it.',
  statementText: 'The statement as adopted. Stands beside a line on the card.',
  statementTheme: 'The heading that it stands under. May be left out of what all share.',
  roles: 'The roles. Each gets a card of its own: "What is expected of a …?".',
  roleId: 'A name that you give the role: small letters a-z, digits and hyphens. Not shown.',
  roleLabel: 'The role as the document writes it. Stands at the top of the card.',
  roleLevel:
    'The rung: medarbejder, leder-af-medarbejdere, leder-af-ledere, chef or direktor. Not shown: it pairs roles of several frameworks.',
  roleName: 'One of them in the middle of a sentence, in Danish and English: "Questions for a head of department".',
  roleAliases: 'Titles that people use themselves. Not shown: the bot knows the role of a deputy by it.',
  statements: "The statements: a block for each role and heading. They are what a role's card shows.",
  prompts: [
    'Questions to think about: your own words. One of them stands in the tinted frame on a card, and they are the daily questions.',
    "Every statement has one at least. Ask openly (what, when, who), in one sentence of at most 200 characters, not in the statement's words.",
  ],
  promptId: 'A name that you give the question. Not shown.',
  promptStatement: 'The id of the statement that it belongs to (from frameworks/). Write theme: instead where it is about all of a theme.',
  promptDa: 'The question as it stands on the card.',
  promptEn: 'The same in English, for those who ask in English.',
  agreements: [
    'Examples of an agreement with oneself: your own words. They stand in the fields of "Make it an agreement".',
    'They go on from "When …, I will …": a moment of a working day, and one small thing that others can see. No full stop.',
  ],
  agreementCommon: 'The example for what all share and no theme has.',
  agreementTheme: 'The id of the theme (from frameworks/). Each theme has one example.',
  agreementWhen: 'Goes on from "When …". At most 80 characters.',
  agreementWill: 'Goes on from "I will …". At most 80 characters.',
};

/** What templates say, in both languages. */
export const templateWords: Readonly<Record<Language, TemplateWords>> = { da, en };
