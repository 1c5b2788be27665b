/**
 * What the papers say of those whom the service calls: see `papers/hosts.ts`. Somebody without their words does not compile.
 */
import type { HostId } from '../host-ids.js';

/** What is said of one of them. `host` where the code names none: whose it is. */
export type HostWords = { readonly who: string; readonly host?: string; readonly when: string; readonly what: string };

/** The words. */
export const hostWords: Readonly<Record<HostId, HostWords>> = {
  connector: {
    who: 'Microsoft Teams (Bot Connector)',
    when: 'Når der bliver svaret, sendt et fast spørgsmål, en påmindelse eller en aftale, eller når et delt kort bliver ændret. Før der bliver delt i en samtale, spørges, hvem der er med i den, og når nogen sætter spørgsmål op dér, hvad de hedder.',
    what: 'Svaret, som det vises i Teams, samtalens id og beskedens id. På delte kort navne og svar og op til 60 deltageres id’er. Noter, aftaler, breve og »mine data«, når den, de er til, åbner dem.',
  },
  keys: {
    who: 'Microsofts liste over nøgler til Bot Framework',
    when: 'Med faste mellemrum, for at kontrollere, at det, der kommer ind, er fra Teams.',
    what: 'Ingen oplysninger om personer. Kun et opslag.',
  },
  login: {
    who: 'Microsoft Entra (login)',
    when: 'Når botten skal bevise, hvem den er. Med en managed identity spørges i stedet platformens egen adresse.',
    what: 'Bottens id og dens bevis. Ingen oplysninger om personer.',
  },
  graph: {
    who: 'Microsoft Graph (kommunens eget brugerkatalog)',
    when: 'Når appen bliver installeret hos en person, og når en leder skal vælge sin rolle.',
    what: 'Lederens id. Stilling, afdeling og foretrukket sprog kommer tilbage, bliver brugt til et forslag og ikke gemt.',
  },
  model: {
    who: 'Kommunens egen sprogmodel (Azure OpenAI)',
    host: 'kommunens egen ressource',
    when: 'Når det er uklart, hvad der bliver spurgt om (unsure), eller ved hvert spørgsmål om grundlaget (always).',
    what: 'Beskeden (højst 500 tegn), rollen, grundlaget, det forrige spørgsmål, de udsagn, der blev vist, og grundlagets egen tekst. Ikke navn eller id. Skriver lederen selv et navn i beskeden, følger det med.',
  },
  database: {
    who: 'Databasen (PostgreSQL)',
    host: 'kommunens egen database',
    when: 'Ved hver besked.',
    what: 'Det, der står i tabellerne. Noter, aftaler og breve er krypteret, før de sendes.',
  },
  telemetry: {
    who: 'Kommunens egen overvågning (OpenTelemetry, OTLP)',
    host: 'den adresse, kommunen vælger',
    when: 'Hvert minut.',
    what: 'Tal for driften: antal, svartider og fejl. Antal beskeder, og hvordan de blev læst, er delt op på kommune. Ingen tekst, og intet navn eller id på en person. Små tal er ikke skjult.',
  },
  own: {
    who: 'Tjenesten selv, på sin egen adresse',
    host: 'den adresse, kommunen har givet den',
    when: 'Når driften ser efter, om alt er i orden (npm run doctor). Da spørges også Microsofts adresser ovenfor.',
    what: 'Ingen oplysninger om personer. Kun et opslag.',
  },
};
