/**
 * The words of the paper on deletion, and of when something ends.
 */
import type { KeepingDays } from '../../web/stored.js';

/** When something ends, in the words of whoever keeps a record of it. */
export const endWords = {
  minutes: (n: number) => `Bruges i højst ${n} minutter.`,
  days: (n: number) => `${n} dage, eller til personen sletter sine data eller holder op med at bruge Ledelseskompas.`,
  daysOfNobody: (n: number) => `${n} dage. Bliver ikke slettet med nogens data, fordi det ikke hører til nogens id.`,
  restart: () => 'Til tjenesten starter igen.',
  told: ({ retentionDays, inactiveDays }: KeepingDays) =>
    `Til personen sletter det, ${retentionDays} dage efter at appen er fjernet eller beskeder ikke længere når frem, eller når personen i ${inactiveDays} dage hverken har brugt Ledelseskompas eller fået en besked fra det.`,
  left: ({ retentionDays, inactiveDays }: KeepingDays) =>
    `Til personen sletter sine data, ${retentionDays} dage efter at appen er fjernet eller beskeder ikke længere når frem, eller når personen i ${inactiveDays} dage hverken har brugt Ledelseskompas eller fået en besked fra det.`,
};

/** The words of the paper. */
export const retentionWords = {
  title: 'Opbevaring og sletning',
  lead: 'Hver tabel, hver frist og hver kopi: hvad der bliver slettet, hvornår og af hvem.',
  settingsTitle: 'Fristerne, som de er sat her',
  settings: {
    caption: 'Frister, kommunen kan ændre, og frister, der ligger fast',
    head: ['Frist', 'Sat til', 'Hvad den gør'],
    widths: [30, 20, 50],
    left: 'Væk (RETENTION_DAYS)',
    leftWhat: 'Fjerner en person appen, eller kan beskeder ikke længere nå frem, bliver alt om personen slettet efter så længe.',
    silent: 'Ikke brugt (INACTIVE_DAYS)',
    silentWhat: (notice: number) =>
      `Har en person så længe hverken brugt Ledelseskompas eller fået en besked fra det, bliver alt om personen slettet. ${notice} dage før får personen besked og kan beholde det hele. Den, der får faste spørgsmål uden at svare, bliver ikke slettet af sig selv.`,
    grace: 'Forsinkede spørgsmål (NUDGE_GRACE_MINUTES)',
    graceWhat: 'Et fast spørgsmål, der er mere forsinket, bliver ikke sendt.',
    reminder: 'Påmindelser',
    reminderWhat: 'Bliver slettet så længe efter, at de er kommet.',
    draft: 'Aftaler, der ikke blev gjort færdige, eller er droppet',
    draftWhat: 'Bliver slettet efter så længe.',
    days: (n: number) => (n === 1 ? '1 dag' : `${n} dage`),
    minutes: (n: number) => `${n} minutter`,
    fixed: (text: string) => `${text} (ligger fast)`,
  },
  tablesTitle: 'Tabel for tabel',
  tables: {
    caption: 'Hvor længe rækkerne i hver tabel bliver',
    head: ['Tabel', 'Hvis data', 'Hvor længe', 'Krypteret'],
    widths: [30, 25, 35, 10],
  },
  sealed: 'Ja, teksten',
  open: 'Nej',
  howTitle: 'Sådan bliver der slettet',
  how: (seconds: number, { retentionDays, inactiveDays }: KeepingDays) => [
    'Personen selv skriver »slet mine data« i sin egen chat. Alt i de tabeller, der hører til personens id, bliver slettet med det samme og i én omgang: alt eller intet.',
    `Det, der var undervejs, mens der blev slettet, bliver fundet og slettet ${seconds} sekunder efter og igen ved den daglige oprydning.`,
    'Kort, som personen har delt eller svaret på, bliver ændret i Teams, så personen ikke længere står på dem.',
    'En daglig oprydning sletter det, hvis frist er udløbet. Den kører af sig selv.',
    `Bliver botten taget ud af en gruppechat eller kanal, bliver alt, der hører til samtalen, slettet efter ${retentionDays} dage. Det samme sker, når ingen har skrevet til den dér i ${inactiveDays} dage, og der ikke er slået faste spørgsmål til.`,
    'Forlader en kommune installationen, kan driften skrive alt ud (npm run offboard -- --out): en fil for hver person med noter og aftaler i læsbar tekst, og de breve, der ikke er krydset af. Filerne er ikke krypteret. Aftal på forhånd, hvem der må få dem, eller nøjes med at slette. Derefter bliver alt slettet (--delete).',
  ],
  copiesTitle: 'Kopier og rester',
  copies: {
    sqlite:
      'Databasen er en SQLite-fil. Det slettede er væk fra filen og dens log inden for et minut, eller når et andet program, der læser i den, er færdigt.',
    postgres:
      'Databasen er PostgreSQL. Det slettede kan stå i databasens filer, til den rydder op (vacuum), og i dens ændringslog, så længe kommunen gemmer den.',
    backup:
      'Ledelseskompas tager ikke selv sikkerhedskopier. Tager kommunen kopier af databasen, står det slettede i dem, til de bliver slettet. Lægger kommunen en kopi tilbage, kommer det slettede igen: Ledelseskompas fører ingen liste over dem, der har slettet deres data.',
    keys: 'Bliver en nøgle ødelagt, kan det, der er krypteret med den, ikke åbnes i nogen kopi. Navne, roller og tidspunkter er ikke krypteret.',
    chat: 'Samtalen i Teams ligger i Microsoft 365 og følger kommunens egne regler for opbevaring dér. Ledelseskompas sletter ikke i den.',
    shared: (days: number) =>
      `Efter ${days} dage glemmer Ledelseskompas, hvem der står på et delt kort, og kan ikke længere ændre det. Kortet bliver stående i samtalen.`,
  },
  logsTitle: 'Logge',
  logs: [
    'Driftsloggen skrives til serverens standardoutput. Der står hvornår, slags, sted (egen chat, gruppechat eller kanal), udfald, svartid og fejlkoder, og et tilfældigt ord for hver besked. Ordet står også på kortet, når noget går galt: Nævner en person det, kan driften finde netop de linjer. Ellers ingen navne, id’er eller tekst. Hvor længe den gemmes, afgør kommunen.',
    'audit.log i DATA_DIR får en linje, når en kommando henter, åbner, flytter eller sletter det, folk har gemt, eller slår noget fra. Der står hvornår, hvilken kommando, hvor meget, og et aftryk af den person, det gælder. Der står ikke, hvem der gjorde det, og den, der kan skrive i mappen, kan ændre filen. Skal det kunne bevises, må serverens egen log over, hvem der er logget på, gemmes ved siden af. Filen bliver ikke slettet af sig selv.',
    'Filen med en pilotgruppe (fra Entra, ofte med navne og e-mail) ligger, hvor driften har lagt den. Slet den, når den er læst ind.',
    'Teams, Entra, databasen og webserveren foran kan føre deres egne logge. Dem kender Ledelseskompas ikke.',
  ],
  fieldsTitle: 'Det afgør kommunen',
  fields: [
    { label: 'Sikkerhedskopier: hvor tit, hvor længe og hvem kan læse dem', lines: 2 },
    { label: 'Driftsloggen: hvor den samles, og hvor længe den gemmes' },
    { label: 'audit.log: hvor længe den gemmes' },
    { label: 'Opbevaring af chats i Teams (Microsoft Purview)' },
    { label: 'Arkivpligt og journalisering: om noget heraf er omfattet', lines: 2 },
  ],
} as const;
