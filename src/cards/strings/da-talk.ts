/**
 * Danish texts of the cards without statements: help, small talk, an honest no, and what the bot says of itself.
 */
import type { Refusal, Tone } from '../../questions/question.js';

/** The Danish texts; the English ones have the same shape. */
export const daTalk = {
  help: 'Det kan du spørge om',
  helpIntro: 'Jeg kender ledelsesgrundlaget og svarer med dets egne ord. Skriv, som du ville spørge en kollega, eller tryk på et eksempel.',
  helpMention: 'I en gruppechat eller kanal svarer jeg kun, når du nævner mig med @ foran navnet.',
  helpMore:
    'Du kan også sammenligne to roller, se hvad der er ændret mellem to udgaver, eller forberede en lederudviklingssamtale. Skriv »jeg er« og din rolle, så husker jeg den.',
  contact: (contacts: string) => `Har du spørgsmål til selve grundlaget, så spørg ${contacts}.`,
  tryThis: 'Prøv for eksempel',
  smalltalk: {
    hello: 'Hej. Hvad vil du gerne vide om ledelsesgrundlaget?',
    thanks: 'Selv tak. Sig til, når der er mere.',
    bye: 'Hav det godt. Jeg er her, når du får brug for det.',
    'how-are-you': 'Tak, her er alt, som det skal være. Hvad optager dig i din ledelse lige nu?',
    praise: 'Det er rart at høre. Der er mere at hente, når du har tid.',
    complaint: 'Tak, fordi du siger det. Prøv at spørge på en anden måde, eller begynd med et af disse.',
    'who-are-you':
      'Jeg er Ledelseskompas. Jeg finder det frem, som ledelsesgrundlaget siger om din rolle, og stiller et spørgsmål at tænke over.',
  } satisfies Record<Tone, string>,

  // An honest no
  refusalTitle: {
    unknown: 'Ikke i ledelsesgrundlaget',
    terms: 'Det hører til et andet sted',
    people: 'Det gælder en bestemt person',
    writing: 'Teksten skriver du bedst selv',
    rude: 'Lad os begynde forfra',
    injection: 'Det kan jeg ikke',
    language: 'Jeg svarer på dansk og engelsk',
    time: 'Det klokkeslæt findes ikke',
  } satisfies Record<Exclude<Refusal, 'distress'>, string>,
  refusal: {
    unknown:
      'Det står der ikke noget om i ledelsesgrundlaget. Du kan spørge om, hvad der forventes af en rolle, om et tema, eller få et spørgsmål til eftertanke.',
    terms:
      'Løn, ferie, ansættelse og jura står ikke i ledelsesgrundlaget. Spørg din HR-afdeling eller din tillidsrepræsentant. Her kan du spørge om ledelse.',
    people:
      'Ledelsesgrundlaget handler om roller og ikke om bestemte mennesker. Tag det med din egen leder eller HR. Jeg kan vise, hvad der forventes af en rolle.',
    writing: 'Jeg viser, hvad der står i ledelsesgrundlaget, og skriver ikke breve eller oplæg. Ordlyden her kan være en god begyndelse.',
    rude: 'Jeg vil gerne hjælpe med det, der står i ledelsesgrundlaget. Her er et par steder at begynde.',
    injection: 'Jeg svarer kun med det, der står i ledelsesgrundlaget, og ændrer ikke på, hvordan jeg svarer. Du kan spørge om det her.',
    language: 'Skriv dit spørgsmål på dansk eller engelsk, så finder jeg det frem. Ordlyden i grundlaget er på dansk.',
    time: 'Skriv et klokkeslæt mellem 00:00 og 23:59, for eksempel 8.00.',
  } satisfies Record<Exclude<Refusal, 'distress'>, string>,
  askInstead: 'Spørg for eksempel',
  againTitle: 'Lad os gå en anden vej',
  again: 'Jeg forstod heller ikke den. Her er nogle spørgsmål, der virker. Du kan også bladre i grundlagene og finde det derfra.',

  // To somebody who is not well
  care: {
    title: 'Tak, fordi du skriver det',
    summary: 'Der er hjælp at få',
    you: 'Det lyder, som om du har det svært. Det skal du ikke stå alene med.',
    people:
      'Tal med en, du har tillid til, gerne i dag. Din læge kan hjælpe, også når det handler om arbejdet. På arbejdspladsen kan du gå til din arbejdsmiljørepræsentant, din tillidsrepræsentant eller HR.',
    urgent:
      'Har du tanker om ikke at ville leve, så ring til Livslinien på 70 201 201. De svarer alle dage kl. 11.00-05.00. Er der fare nu, så ring 112.',
    message: 'Jeg gemmer ikke, hvad du skrev, og sender det ikke til nogen.',
    note: 'Din note er kun din. Jeg sender den ikke til nogen.',
    round: 'Dit svar står på kortet, hvor de andre kan læse det. Du kan tage det tilbage der.',
    rests: 'Dagens spørgsmål springer jeg over i dag.',
    back: 'Tilbage',
    perhaps: 'Har du det selv svært lige nu? Her er, hvor der er hjælp.',
    here: 'Vis, hvor der er hjælp',
  },
  /** Under an answer to a question about somebody else who is not well. */
  aboutOthers:
    'Handler det om en bestemt person, så tag det med HR. De kender reglerne og kan hjælpe dig med samtalen. Er der fare for nogen, så ring 112.',

  // Of itself
  privacyTitle: 'Det, jeg husker om dig',
  privacy: [
    'Dine beskeder bliver læst for at finde et svar. De bliver hverken gemt eller skrevet i en log. Emnet for dit seneste spørgsmål og dets sprog husker jeg i ti minutter, så du kan spørge videre.',
    'Jeg gemmer den rolle, det sprog og de daglige spørgsmål, du selv vælger, og hvilke spørgsmål til eftertanke du har fået. Jeg gemmer også, hvornår du sidst skrev, og hvor i Teams jeg kan skrive til dig. Dit navn gemmer jeg kun, hvis du sætter spørgsmål op, deler noget eller svarer på et delt kort i en gruppechat eller kanal.',
    'En note bliver kun gemt, når du trykker på »Gem«. Den er krypteret, og i botten kan kun du åbne den. Der er ingen visning for din leder, HR eller kolleger. De, der driver botten i din kommune, har nøglen.',
    'Samtalen i Teams, også de noter, du får vist her, ligger hos din kommune, som alle andre beskeder i Teams.',
    'Skriv »eksportér mine data« eller »slet mine data« i vores egen chat, når du vil. Fjerner du botten, bliver alt om dig slettet efter en frist, som kommunen sætter. Den er 30 dage, hvis der ikke er valgt andet.',
  ],
  privacySummary: 'Det, jeg husker om dig, og hvem der kan se det',
  welcomeTitle: 'Hej, jeg er Ledelseskompas',
  welcome:
    'Spørg mig, hvad der forventes af din rolle. Jeg svarer med ledelsesgrundlagets egne ord og et godt spørgsmål at tage med videre.',
  welcomeGroup: 'Nævn mig med @ foran navnet, og spørg, hvad der forventes af en rolle. Jeg svarer med ledelsesgrundlagets egne ord.',
  attachmentTitle: 'Jeg læser kun tekst',
  attachment: 'Skriv dit spørgsmål, så finder jeg det frem i ledelsesgrundlaget.',
  goneTitle: 'Det er ikke længere i grundlaget',
  gone: 'Kortet er gammelt, og indholdet er ændret siden. Begynd forfra her.',
  sorry: {
    broken: {
      title: 'Det gik galt',
      text: 'Jeg kunne ikke svare lige nu. Prøv igen om lidt. Bliver det ved, så sig det til den, der driver botten hos jer.',
    },
    busy: {
      title: 'Vent et minut, og prøv igen',
      text: 'Der kommer flere beskeder, end jeg kan nå at svare på. Det, du skrev, er ikke læst.',
    },
    memory: {
      title: 'Lige nu kan jeg ikke slå op i det, jeg husker',
      text: 'Derfor kan jeg hverken vise, gemme eller ændre noget for dig. Det, du har gemt, er der stadig. Prøv igen om lidt. Du kan godt spørge om ledelsesgrundlaget imens.',
    },
    long: {
      title: 'Beskeden er for lang',
      text: 'Jeg læser højst et par sider ad gangen. Skriv dit spørgsmål kort, for eksempel på en linje.',
    },
    outdated: {
      title: 'Kortet er fra en ældre udgave',
      text: 'Knappen virker ikke længere. Skriv, hvad du ville vide eller gøre, eller begynd forfra her.',
    },
  },
};
