/**
 * Every table of the database and every column of it, in the papers' words. A table or a column without its words does not compile:
 * `storage/paper-tables.ts` asks for each. Whoever makes one writes its words here, and nowhere else.
 */

import type { Times } from '../installation.js';

/** Whose the rows of a table are. */
export type Whom = 'leader' | 'conversation' | 'both' | 'sender' | 'nobody';

/** Who sees what stands in a table by using the bot, besides those who run it. */
export type Seen = 'self' | 'either' | 'conversation' | 'editor' | 'owner' | 'nobody';

/** What the papers say of one table. */
export type TableWords = {
  readonly title: string;
  readonly whom: Whom;
  readonly why: string;
  readonly seen: Seen;
  /** Where the privacy page has no entry of its own for the table: how long its rows stay. */
  readonly kept?: string;
  /** What must be said of the end besides. */
  readonly besides?: string | ((times: Times) => string);
  readonly columns: Readonly<Record<string, string>>;
};

const ofPerson = { tenant: 'kommunens id i Entra', entra_id: 'personens id i Entra' };
const ofRecipient = {
  ...ofPerson,
  recipient: 'hvem rækken gælder: personens eller samtalens id',
  conversation: 'samtalens id i Teams',
};

/** The words. */
export const tableWords = {
  people: {
    title: 'Personer',
    whom: 'leader',
    why: 'For at slette alt om den, der er holdt op med at bruge Ledelseskompas, og give besked først.',
    seen: 'self',
    columns: {
      ...ofPerson,
      last_seen: 'hvornår personen sidst skrev eller fik en besked (på en time nær)',
      active_at: 'hvornår personen sidst selv skrev eller trykkede (på en time nær)',
      unreachable_since: 'siden hvornår beskeder ikke kan nå frem',
      removed_at: 'hvornår personen fjernede appen',
      notice_at: 'hvornår fristen før sletning begyndte',
      told_at: 'hvornår personen fik besked om den',
    },
  },
  profiles: {
    title: 'Valgt rolle og sprog',
    whom: 'leader',
    why: 'For at svare ud fra den rolle og på det sprog, personen selv har valgt.',
    seen: 'self',
    columns: {
      ...ofPerson,
      framework: 'valgt ledelsesgrundlag',
      role: 'valgt rolle',
      language: 'sprog',
      time_zone: 'tidszone',
      updated_at: 'sidst ændret',
    },
  },
  contexts: {
    title: 'Seneste spørgsmål',
    whom: 'leader',
    why: 'For at man kan spørge videre (»og for chefer?«).',
    seen: 'self',
    besides: 'Den daglige oprydning sletter rækken.',
    columns: {
      ...ofPerson,
      conversation: 'samtalens id i Teams',
      question: 'emne, rolle, sprog og søgeord fra spørgsmålet, ikke beskeden (krypteret)',
      misses: 'hvor mange beskeder i træk der ikke blev forstået',
      expires_at: 'hvornår det er glemt',
    },
  },
  reflections: {
    title: 'Noter',
    whom: 'leader',
    why: 'For at lederen kan finde sine egne svar på spørgsmål til eftertanke igen.',
    seen: 'self',
    columns: {
      ...ofPerson,
      id: 'notens id',
      prompt: 'hvilket spørgsmål noten svarer på',
      framework: 'ledelsesgrundlag',
      theme: 'tema',
      note: 'det, lederen selv har skrevet (krypteret)',
      created_at: 'hvornår noten er skrevet',
      updated_at: 'sidst ændret',
    },
  },
  appointments: {
    title: 'Aftaler med sig selv, påmindelser og ugens tilbageblik',
    whom: 'leader',
    why: 'For at komme tilbage til lederen på den dag, lederen selv har valgt.',
    seen: 'self',
    besides: ({ reminderDays }: Times) => `Påmindelser bliver slettet ${reminderDays} dage efter, at de er kommet.`,
    columns: {
      ...ofPerson,
      id: 'aftalens id',
      kind: 'om det er en aftale, en påmindelse eller et tilbageblik',
      state: 'om den venter, er kommet eller er droppet',
      words: 'det, lederen selv har skrevet (krypteret)',
      date: 'dato',
      time: 'klokkeslæt',
      zone: 'tidszone',
      weekday: 'ugedag for tilbageblikket',
      language: 'sprog',
      rounds: 'hvor mange gange der er spurgt',
      next_at: 'næste gang',
      delivery: 'hvilken besked den blev sendt med',
      made_at: 'oprettet',
      updated_at: 'sidst ændret',
    },
  },
  seen_prompts: {
    title: 'Spørgsmål til eftertanke, der er vist',
    whom: 'leader',
    why: 'For at vise nye spørgsmål, før de gamle kommer igen.',
    seen: 'self',
    columns: { ...ofPerson, prompt: 'hvilket spørgsmål', shown_at: 'hvornår' },
  },
  focuses: {
    title: 'Fokus',
    whom: 'leader',
    why: 'For at de faste spørgsmål handler om det tema, lederen selv har valgt.',
    seen: 'self',
    columns: {
      ...ofPerson,
      framework: 'ledelsesgrundlag',
      theme: 'tema',
      statement: 'udsagn',
      last_day: 'sidste dag',
      made_at: 'oprettet',
    },
  },
  nudge_plans: {
    title: 'Planer for faste spørgsmål',
    whom: 'both',
    why: 'For at sende et spørgsmål på de dage og tidspunkter, der er valgt.',
    seen: 'either',
    besides: 'En gruppechats eller kanals plan bliver slettet med samtalen.',
    columns: {
      ...ofRecipient,
      is_on: 'om planen er slået til',
      days: 'ugedage',
      time: 'klokkeslæt',
      is_exact: 'om det skal være på minuttet',
      zone: 'tidszone',
      language: 'sprog',
      pauses: 'pauser',
      framework: 'ledelsesgrundlag',
      theme: 'tema',
      stopped: 'hvorfor planen er stoppet af sig selv',
      asked_zone: 'hvilken ny tidszone der er spurgt om',
      seen: 'hvilke spørgsmål samtalen har fået',
      next_at: 'næste gang',
      made_at: 'oprettet',
    },
  },
  plan_makers: {
    title: 'Hvem der har sat faste spørgsmål op for en gruppechat eller kanal',
    whom: 'leader',
    why: 'For at kortet i samtalen kan sige, hvem der gjorde det.',
    seen: 'conversation',
    besides: 'Har personen kun skrevet i gruppechats og kanaler, tæller den seneste besked dér.',
    columns: { ...ofPerson, conversation: 'samtalens id i Teams', name: 'personens navn', made_at: 'hvornår' },
  },
  addresses: {
    title: 'Adresser i Teams',
    whom: 'both',
    why: 'For at kunne sende det, der er bedt om, til den rigtige samtale.',
    seen: 'self',
    columns: {
      ...ofRecipient,
      service_url: 'Teams’ adresse for samtalen',
      bot_id: 'bottens id',
      user_id: 'personens id i Teams',
      updated_at: 'sidst ændret',
      left_at: 'hvornår botten blev taget ud af samtalen',
    },
  },
  deliveries: {
    title: 'Sendte spørgsmål, påmindelser og aftaler',
    whom: 'both',
    why: 'For at intet bliver sendt to gange, og driften kan se, om noget går galt.',
    seen: 'self',
    columns: {
      ...ofRecipient,
      id: 'forsendelsens id',
      local_date: 'dato',
      slot: 'lovet tidspunkt',
      due_at: 'hvornår den skulle sendes',
      state: 'hvordan det gik',
      reason: 'hvorfor den ikke blev sendt',
      not_before: 'tidligst sendes',
      lease_until: 'hvor længe ét serverprogram har den',
      token: 'hvilket serverprogram der har den',
      attempts: 'antal forsøg',
      tried_at: 'forsøgt sendt',
      prompt: 'hvilket spørgsmål det var, uden tekst fra lederen',
    },
  },
  installations: {
    title: 'Samtaler, der er budt velkommen i',
    whom: 'both',
    why: 'For kun at præsentere sig én gang.',
    seen: 'self',
    columns: { ...ofPerson, conversation: 'samtalens id i Teams', welcomed_at: 'hvornår' },
  },
  talks: {
    title: 'Gruppechats og kanaler, lederen har skrevet i',
    whom: 'leader',
    why: 'For at lederen kan vælge mellem dem, når noget skal deles. Højst de 25 seneste.',
    seen: 'self',
    columns: {
      ...ofPerson,
      conversation: 'samtalens id i Teams',
      kind: 'gruppechat eller kanal',
      name: 'samtalens navn',
      talked_at: 'senest brugt',
    },
  },
  shares: {
    title: 'Delte kort',
    whom: 'conversation',
    why: 'For at svar på et delt kort kan lægges på det rigtige kort.',
    seen: 'conversation',
    kept: 'Som dem, der delte dem: se »Hvem der har delt et kort«.',
    columns: {
      tenant: 'kommunens id i Entra',
      share: 'kortets id',
      conversation: 'samtalens id i Teams',
      subject: 'hvad af ledelsesgrundlaget kortet viser',
      activity: 'beskedens id i Teams',
      is_round: 'om der kan svares på kortet',
      closed_at: 'hvornår der blev lukket for svar',
      shared_at: 'hvornår det blev delt',
      is_stale: 'om kortet skal ændres, fordi noget er slettet',
    },
  },
  sharers: {
    title: 'Hvem der har delt et kort',
    whom: 'leader',
    why: 'For at kortet kan sige, hvem der delte det, og kun den person kan lukke for svar.',
    seen: 'conversation',
    columns: { ...ofPerson, share: 'kortets id', name: 'personens navn', line: 'personens egen linje til kortet' },
  },
  round_answers: {
    title: 'Svar på delte kort',
    whom: 'leader',
    why: 'For at de andre i samtalen kan læse svaret.',
    seen: 'conversation',
    columns: { ...ofPerson, share: 'kortets id', name: 'personens navn', answer: 'svaret', answered_at: 'hvornår' },
  },
  letters: {
    title: 'Breve til redaktøren',
    whom: 'sender',
    why: 'For at de, der står bag ledelsesgrundlaget, kan læse, hvad lederen savner svar på.',
    seen: 'editor',
    columns: {
      tenant: 'kommunens id i Entra',
      id: 'brevets id',
      framework: 'ledelsesgrundlag',
      reason: 'hvad der gik forud: intet svar, uklart svar, tommel ned eller lederens eget ønske',
      words: 'brevet, og lederens navn, hvis lederen selv har sat kryds ved det (krypteret)',
      sent_at: 'sendt',
      done_at: 'krydset af som læst',
      reminded_at: 'hvornår redaktøren fik besked',
    },
  },
  rated_answers: {
    title: 'Svar, der kan få en tommel',
    whom: 'nobody',
    why: 'For at et tryk tæller med under det rigtige emne.',
    seen: 'nobody',
    columns: {
      digest:
        'et aftryk (SHA-256) af kommunens, samtalens og beskedens id. Den, der har databasen og kender beskedernes id’er, kan regne ud, hvis samtale det var',
      kind: 'hvilken slags svar',
      framework: 'ledelsesgrundlag',
      theme: 'tema',
      liked: 'om der er trykket op',
      disliked: 'om der er trykket ned',
      expires_at: 'hvornår det bliver slettet',
    },
  },
  tallies: {
    title: 'Ugetal',
    whom: 'nobody',
    why: 'For at den, der ejer ledelsesgrundlaget, kan se, hvad der bliver spurgt om.',
    seen: 'owner',
    columns: {
      tenant: 'kommunens id i Entra',
      week: 'ugens mandag',
      measure: 'hvad der tælles: spurgt, intet svar, tommel op, tommel ned eller brugt',
      kind: 'slags',
      framework: 'ledelsesgrundlag',
      theme: 'tema',
      count: 'antal',
    },
  },
  activities: {
    title: 'Beskeder, der er svaret på',
    whom: 'nobody',
    why: 'For kun at svare én gang, når Teams sender den samme besked to gange.',
    seen: 'nobody',
    besides:
      'Den daglige oprydning sletter rækken. Mens kun en pilotgruppe får svar, står et aftryk af en gruppechats eller kanals id i et døgn.',
    columns: {
      digest: 'et aftryk (SHA-256) af kommunens, samtalens og beskedens id, som kun den, der kender id’erne, kan kende igen',
      expires_at: 'hvornår det er glemt',
    },
  },
  paces: {
    title: 'Tæller for mange beskeder på kort tid',
    whom: 'nobody',
    why: 'For at én person ikke kan lægge tjenesten ned.',
    seen: 'nobody',
    kept: 'Bruges i højst et minut; den daglige oprydning sletter det.',
    columns: {
      caller: 'et aftryk (SHA-256) af personens id, som kun den, der kender id’et, kan kende igen',
      full_at: 'hvornår tælleren er fyldt op igen',
    },
  },
  switches: {
    title: 'Det, driften har slået fra',
    whom: 'nobody',
    why: 'For at alle serverprogrammer holder sig til det, også efter en genstart.',
    seen: 'nobody',
    kept: 'Til driften slår det til igen, eller kommunen bliver slettet (npm run offboard).',
    columns: {
      tenant: 'kommunens id i Entra, eller tomt for alle',
      what: 'hvad der er slået fra: alt, en kommune, det der kommer af sig selv, eller alle uden for en pilotgruppe',
      since: 'siden hvornår',
      until: 'til hvilken dag',
    },
  },
  pilots: {
    title: 'Pilotgruppe',
    whom: 'leader',
    why: 'For kun at svare dem, der er med i en prøve.',
    seen: 'nobody',
    kept: 'Til prøven slutter (npm run admin -- --no-limit), en ny liste tager dens plads, eller kommunen bliver slettet. Det er driftens liste: Den bliver stående, når en person sletter sine data.',
    columns: {
      tenant: 'kommunens id i Entra, eller tomt for alle',
      digest: 'et aftryk (SHA-256) af kommunens og personens id, som kun den, der kender id’erne, kan kende igen',
    },
  },
  budgets: {
    title: 'Tæller for, hvor hurtigt der må sendes',
    whom: 'nobody',
    why: 'For at holde Teams’ grænser.',
    seen: 'nobody',
    kept: 'Til kommunen bliver slettet (npm run offboard). Én række for hver kommune.',
    columns: {
      tenant: 'kommunens id i Entra',
      free_at: 'hvornår næste besked må sendes',
      quiet_since: 'siden hvornår Teams har bedt om ro',
      quiet_until: 'hvor længe',
    },
  },
  seals: {
    title: 'Prøver på nøglerne',
    whom: 'nobody',
    why: 'For at opdage en forkert nøgle, før den bliver brugt.',
    seen: 'nobody',
    kept: 'Så længe nøglen er i brug.',
    columns: { key_id: 'nøglens navn', canary: 'en opdigtet tekst, krypteret med nøglen' },
  },
  marks: {
    title: 'Mærker på databasen',
    whom: 'nobody',
    why: 'For ikke at blande prøvedrift og rigtig drift, og for at huske, hvornår der sidst blev noteret en sikkerhedskopi.',
    seen: 'nobody',
    kept: 'Så længe databasen findes.',
    columns: { name: 'mærkets navn', value: 'værdi' },
  },
} as const satisfies Readonly<Record<string, TableWords>>;

/** Whose rows they are, in words. */
export const whomWords: Readonly<Record<Whom, string>> = {
  leader: 'Ledere og andre ansatte, der bruger Ledelseskompas',
  both: 'Ledere og andre ansatte, der bruger Ledelseskompas, og gruppechats og kanaler',
  conversation: 'En gruppechat eller kanal, ikke en bestemt person',
  sender: 'Den, der skriver et brev. Der er intet id; navnet kun, hvis personen selv sætter kryds ved det',
  nobody: 'Ingen bestemt person: intet navn og intet id, der kan læses (aftryk: se tabellen)',
};

/** Who sees it, in words; those who run the service are named beside, since they could see every table. */
export const seenWords: Readonly<Record<Seen, string>> = {
  self: 'Personen selv',
  either: 'Personen selv, eller de, der er med i samtalen',
  conversation: 'Personen selv og de, der er med i samtalen',
  editor: 'Redaktøren',
  owner: 'De, der får rapporten; intet under 5',
  nobody: 'Ingen',
};
