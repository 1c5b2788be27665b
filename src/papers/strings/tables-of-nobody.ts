/**
 * The tables in which nobody can be read, in the papers' words: see `tables.ts`.
 */
import type { TableWords } from './table.js';

/** The words. */
export const nobodysTables = {
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
