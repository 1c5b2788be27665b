/** Questions told in everyday words: the bot itself is not sure of most, and of which depends on all that it learned from. */
export const told = [
  'folk smutter til nabokommunen, hvad er lederens opgave',
  'de unge gider ikke dukke op til vores aktiviteter, hvad siger papiret',
  'en klub vil gerne komme og hjælpe, hvem leder dem',
  'hvem holder snor i det når tre afdelinger skal trække på samme hammel',
  'der bliver hvisket i krogene om den nye plan, hvad kræves der så',
  'naboerne klager over larm fra huset, hvad forventes der',
  'de to huse låner aldrig af hinanden, står der noget',
  'tallene kommer for sent hver måned, hvis bord er det',
  'håndværkerne vil selv bestemme, hvor langt må de gå',
  'ingen tør sige noget højt til møderne, hvad gør man',
];
