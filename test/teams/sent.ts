/**
 * Messages as Teams' clients send them, and what their senders want.
 */

/** What of an activity is not the same for all; `after` was written before, `button` asks what was asked besides. */
export type SentMessage = {
  readonly name: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly object[];
  readonly entities?: readonly object[];
  readonly channel?: true;
  readonly after?: string;
  readonly shows: readonly string[];
  readonly hides?: readonly string[];
  readonly button?: string;
};

const bot = '28:22222222-2222-4222-8222-222222222222';
const mention = (name: string, text?: string) => ({ type: 'mention', mentioned: { id: bot, name }, ...(text && { text }) });
const reply = (quote: string, words: string) =>
  `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1700000000001"><strong itemprop="mri" itemid="${bot}">Ledelseskompas</strong><span itemprop="time" itemid="1700000000001"></span><p itemprop="preview">${quote}</p></blockquote>${words}`;

const minutes = [
  'Referat af ledermøde den 26. november. Til stede: Mette, Lars, Ida og Jens. Afbud fra Bo, som er på kursus.',
  'Punkt 1. Budgettet for næste år blev gennemgået. Der er lagt op til en mindre omprioritering, og vi ser på den igen i januar.',
  'Punkt 2. Trivselsmålingen er kommet tilbage. Svarprocenten er på 84, og der er en handleplan på vej fra alle enheder.',
  'Punkt 3. Flytningen til den nye bygning er rykket til foråret. Jens sender en plan rundt, når den er klar til det.',
];
const rest = [
  'Punkt 5. Julefrokosten holdes i kantinen. Ida står for indkøb, og alle hjælper med at rydde op bagefter.',
  'Eventuelt. Næste møde er mandag den 14. december kl. 9. Lars tager referat, og Mette bestiller lokale.',
];
const mail = [
  'Fra: Lone Hansen <lone.hansen@kommune.dk>',
  'Sendt: 26. november 2026 10:14',
  'Til: Mette Berg <mette.berg@kommune.dk>',
  'Emne: VS: Tværgående ledelse i direktionen',
  '',
  'Kære Mette',
  'Jeg har læst det om direktører og glæder mig til at tale om det.',
  '',
  'Med venlig hilsen',
  'Lone Hansen',
  'Direktør',
];

/** Thirty of them. */
export const sentMessages: readonly SentMessage[] = [
  {
    name: 'a mention in a channel, repeated as html',
    channel: true,
    text: '<at>Ledelseskompas</at>&nbsp;hvad forventes der af en kontorchef?\n',
    html: '<p><span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">Ledelseskompas</span>&nbsp;hvad forventes der af en kontorchef?</p>',
    entities: [mention('Ledelseskompas', '<at>Ledelseskompas</at>')],
    shows: ['Kontorchefer\n'],
    hides: ['Jeg læste'],
  },
  {
    name: 'a mention of a bot that was renamed',
    channel: true,
    text: '<at>Kompas Børn &amp; Unge</at> hjælp',
    entities: [mention('Kompas Børn & Unge')],
    shows: ['Det kan I spørge om'],
    hides: ['amp'],
  },
  {
    name: 'a reply whose quote stands in lines',
    text: '> Hvad forventes der af en kontorchef?\n\nog for en forvaltningschef?',
    shows: ['Forvaltningschef'],
    hides: ['Kontorchefer\n'],
  },
  {
    name: 'a reply whose quote stands in the text',
    text: reply('Kontorchefer skal …', '<p>hvad siger grundlaget om tillid?</p>'),
    shows: ['om tillid'],
    hides: ['blockquote', 'Jeg læste', 'Kontorchefer\n'],
  },
  {
    name: 'a reply that refers to what it quotes',
    text: '<quoted messageId="1700000000001"/> hvad forventes der af en kontorchef?',
    shows: ['Kontorchefer\n'],
    hides: ['Jeg læste', 'quote'],
  },
  {
    name: 'a reply whose quote stands in both, told apart only in the html',
    text: 'Ledelseskompas\nKontorchefer skal fremme en attraktiv arbejdsplads\n\nhvad er samskabende ledelse i Holstebro?',
    html: reply('Kontorchefer skal fremme en attraktiv arbejdsplads', '<p>hvad er samskabende ledelse i Holstebro?</p>'),
    shows: ['Samskabende ledelse\n'],
    hides: ['Kontorchefer'],
  },
  {
    name: 'a reply in a channel, with the mention in the html',
    channel: true,
    text: '<at>Ledelseskompas</at> hvad med tillid?',
    html: reply(
      'Direktør står i tre grundlag',
      '<p><span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">Ledelseskompas</span> hvad siger grundlaget om tillid?</p>',
    ),
    entities: [mention('Ledelseskompas', '<at>Ledelseskompas</at>')],
    shows: ['om tillid'],
    hides: ['Direktør står'],
  },
  {
    name: 'a quote of somebody who is not well',
    text: '> Jeg kan ikke mere, jeg græder hver dag og orker ikke at leve\n\nhvad siger grundlaget om trivsel?',
    shows: ['trivsel'],
    hides: ['Det lyder, som om du har det svært'],
  },
  {
    name: 'a forwarded message',
    text: '<attachment id="1786399119244"></attachment>',
    html: '<attachment id="1786399119244"></attachment>',
    attachments: [{ contentType: 'forwardedMessageReference', content: '{}' }],
    shows: ['Jeg læser kun tekst'],
  },
  {
    name: 'a forwarded message with a question',
    text: '<attachment id="1786399119244"></attachment><p>hvad siger grundlaget om feedback?</p>',
    shows: ['om feedback'],
  },
  {
    name: 'a picture',
    text: '',
    html: '<p><img alt="GIF" src="https://media1.giphy.com/x.gif" itemtype="http://schema.skype.com/Giphy"></p>',
    shows: ['Jeg læser kun tekst'],
  },
  {
    name: 'a text in tags',
    text: '<div>hvad siger grundlaget om tillid &amp; samarbejde?<br></div>',
    shows: ['tillid'],
    hides: ['div', 'amp'],
  },
  {
    name: 'a link to a message in Teams',
    text: 'https://teams.microsoft.com/l/message/19:abc@thread.v2/1700000000?tenantId=x&context=%7B%22contextType%22%3A%22chat%22%7D',
    shows: ['Jeg læser ikke links'],
    hides: ['Jeg læste', 'thread'],
  },
  {
    name: 'a link with a word that says to look at it',
    text: 'Se her: <a href="https://intra.kommune.dk/side">https://intra.kommune.dk/side</a>',
    shows: ['Jeg læser ikke links'],
  },
  { name: "a link to a role's page of ours", text: 'https://kompas.example/del/aarhus-bu-2024/kontorchef', shows: ['Kontorchefer\n'] },
  {
    name: "a link to a prompt's page of ours, as html",
    text: '<a href="https://kompas.example/del/sammen/chef">https://kompas.example/del/sammen/chef</a>',
    shows: ['Chef\n'],
    hides: ['Jeg læser ikke'],
  },
  { name: 'a link to a conversation guide', text: 'https://kompas.example/guide/aarhus-bu-2024/kontorchef', shows: ['Kontorchefer'] },
  {
    name: 'a link to a page of ours that is no more',
    text: 'https://kompas.example/del/sammen/hofmarskal',
    shows: ['Jeg læser ikke links'],
  },
  {
    name: 'a link to something that is to be judged',
    text: 'hvad synes I om den her https://www.avisen.dk/artikel/1',
    shows: ['Jeg læser ikke links'],
  },
  {
    name: 'a link beside a question',
    text: 'Jeg læste det her https://www.lederweb.dk/artikler/psykologisk-tryghed/ – hvad siger grundlaget om fejl?',
    shows: ['at fejl og succeser bruges som fundament for læring'],
    hides: ['lederweb', 'Jeg læste »'],
  },
  {
    name: 'a question above a mail',
    text: `Hvad forventes der af en kontorchef?\n\n${mail.join('\n')}`,
    shows: ['Kontorchefer\n'],
    hides: ['Direktør', 'Beskeden er lang'],
  },
  {
    name: 'a mail with the question last',
    text: `${mail.join('\n')}\n\n${minutes.join('\n')}\n\nHvad siger grundlaget om feedback?`,
    shows: ['om feedback', 'Beskeden er lang. Jeg læste denne del af den: »Hvad siger grundlaget om feedback?«'],
    hides: ['Kære Mette', 'glæder'],
  },
  {
    name: 'a phone that signs',
    text: 'hvad forventes der af en kontorchef?\n\nSendt fra min iPhone',
    shows: ['Kontorchefer\n'],
    hides: ['Jeg læste'],
  },
  {
    name: "a signature with a title of one's own",
    text: 'Hvad skal en kontorchef kunne?\n\nMed venlig hilsen\n\nLone Hansen\nDirektør\nTlf. 89 40 20 00',
    shows: ['Kontorchefer\n'],
    hides: ['Direktør'],
  },
  {
    name: 'minutes with the question in the middle',
    text: [...minutes, 'Hvad forventes der egentlig af en kontorchef, når det gælder økonomi?', ...rest].join('\n\n'),
    shows: ['Kontorchefer', 'Jeg læste denne del af den'],
    hides: ['påmind', 'Pause'],
  },
  {
    name: 'minutes with a command at their end',
    text: `${[...minutes, ...rest].join(' ')}\n\nslet mine data`,
    shows: ['Vil du slette alt om dig?', 'Jeg læste denne del af den: »slet mine data«'],
  },
  {
    name: 'minutes that ask for nothing',
    text: [...minutes, ...rest].join('\n'),
    shows: ['Beskeden er lang. Jeg læste kun begyndelsen.'],
    hides: ['Det er aftalt'],
  },
  {
    name: 'a list of two questions',
    text: 'Jeg har et par spørgsmål:\n• hvad forventes der af en kontorchef?\n• hvad siger grundlaget om samarbejde?',
    html: '<p>Jeg har et par spørgsmål:</p><ul><li>hvad forventes der af en kontorchef?</li><li>hvad siger grundlaget om samarbejde?</li></ul>',
    shows: ['Kontorchefer\n'],
    button: 'Læs om »samarbejde«',
  },
  {
    name: 'two questions in one sentence',
    text: 'Hvad mener I med “ordentlighed” – og hvad forventes der af en ’kontorchef’…?',
    shows: ['ordentlighed'],
    button: 'Kontorchefer',
  },
  {
    name: 'a question that was dictated',
    text: 'hvad siger grundlaget om trivsel komma og hvad kan jeg gøre ved det spørgsmålstegn',
    shows: ['trivsel'],
    hides: ['Det kan du spørge om', 'komma'],
  },
  {
    name: 'English minutes with the same word over and over',
    text: `${'Thank you for the meeting. Please find the minutes below as agreed with everybody. '.repeat(8)}\n\nWhat is expected of a kontorchef?`,
    shows: ['head of office', 'The message is long'],
    hides: ['I read “'],
  },
];
