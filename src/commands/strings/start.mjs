/**
 * What `npm start` says at a terminal, in the language of the product. Plain JavaScript, because it runs before any build.
 */
export const say = {
  building: 'Ledelseskompas bygges. Første gang tager det op til et minut ...',
  starting: 'Ledelseskompas starter ...',
  /** `page` is the test client's address, `endpoint` the bot's. */
  ready: (page, endpoint) =>
    [
      '',
      `  Prøv den:  ${page}  (åbn den i en browser)`,
      `  Botten:    ${endpoint}`,
      '  Testklienten kan åbnes af andre på dit netværk. Ctrl-C stopper begge.',
      '',
      '',
    ].join('\n'),
  alone: (endpoint) => `\n  Botten:    ${endpoint}\n\n`,
};
