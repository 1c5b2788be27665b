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
    `Til personen sletter det, har været væk i ${retentionDays} dage eller ikke har brugt Ledelseskompas i ${inactiveDays} dage.`,
  left: ({ retentionDays, inactiveDays }: KeepingDays) =>
    `Til personen sletter sine data, har været væk i ${retentionDays} dage eller ikke har brugt Ledelseskompas i ${inactiveDays} dage.`,
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
      `Har en person ikke brugt Ledelseskompas så længe, bliver alt om personen slettet. ${notice} dage før får personen besked og kan beholde det hele.`,
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
    'En kommune, der forlader installationen, får sine data udleveret og slettet med npm run offboard.',
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
    'Driftsloggen skrives til serverens standardoutput. Der står slags, udfald og fejlkoder i den, ingen navne, id’er eller tekst. Hvor længe den gemmes, afgør kommunen.',
    'audit.log i DATA_DIR får en linje, hver gang en driftsperson åbner, henter eller flytter det, folk har gemt. En person står der kun som et aftryk af sit id. Filen bliver ikke slettet af sig selv.',
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
