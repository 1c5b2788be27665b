/**
 * The same small framework in other shapes than the documents that the product comes with.
 */
import { docx, type Printed, pdf, xlsx } from './made.js';

/** Prose with bold role names under numbered themes. */
export const prose = docx([
  { style: 'Overskrift1', text: 'Ledelse i Nordkøbing Kommune' },
  { text: 'I Nordkøbing leder vi med øje for borgeren, og vi gør det sammen hver eneste dag.' },
  { style: 'Overskrift2', text: '1. Retning' },
  { lead: 'Teamlederen', text: ' omsætter planer til hverdag og følger op på dem hver uge.' },
  { lead: 'Afdelingschefen.', text: ' Sætter mål, som alle kan se sig selv i.' },
  { style: 'Overskrift2', text: '2. Trivsel' },
  { lead: 'Teamlederen', text: ' ser den enkelte og taler om det, der er svært.' },
  { lead: 'Afdelingschefen.', text: ' Giver teamlederne tid til at lede.' },
]);

/** A table for each theme, a row for each role, and at its end a word on how it is followed up. */
export const tables = docx([
  { style: 'Overskrift1', text: 'Fælles ledelse i Sønderhavn' },
  { text: 'Vi er her for borgerne, og vi løser opgaven sammen.' },
  { style: 'Overskrift2', text: 'Samarbejde' },
  {
    rows: [
      ['Niveau', 'Det forventer vi', 'Opfølgning'],
      ['Medarbejder', 'Deler sin viden med kolleger og spørger om hjælp.', 'Hvert halve år'],
      ['Gruppeleder', 'Skaber rum for at løse opgaven på tværs.\nInviterer andre grupper ind tidligt.', 'Temadag'],
    ],
  },
  { style: 'Overskrift2', text: 'Økonomi' },
  {
    rows: [
      ['Niveau', 'Det forventer vi'],
      ['Medarbejder', 'Passer på de fælles ressourcer i det daglige arbejde.'],
      ['Gruppeleder', 'Følger budgettet hver måned og handler på det.'],
    ],
  },
]);

/** Roles over the columns of one table and before the rows of another; the first says that its labels are themes. */
export const mixed = docx([
  { style: 'Overskrift1', text: 'Lederprofil for Lilleø' },
  {
    rows: [
      ['Tema', 'Chef', 'Teamleder'],
      ['Retning', 'Sætter mål sammen med de politiske udvalg.', 'Omsætter mål til hverdag for sit team.'],
      ['Trivsel', 'Følger med i, hvordan teamlederne har det.', 'Holder samtaler med alle en gang om året.'],
    ],
  },
  { style: 'Overskrift1', text: 'Digitalisering' },
  {
    rows: [
      ['Rolle', 'Forventning'],
      ['Chef', 'Beslutter, hvilke systemer vi tager i brug.'],
      ['Teamleder', 'Hjælper dem, der har svært ved det digitale.'],
    ],
  },
]);

/** Levels as columns, themes before the rows. */
export const columns = xlsx([
  ['Lederprofil for Vesterø'],
  [],
  ['Tema', 'Alle', 'Leder af medarbejdere', 'Leder af ledere', 'Direktør'],
  [
    'Udvikling',
    'Vi prøver nyt og lærer af det, der ikke lykkes.',
    '• Støtter ideer fra hverdagen\n• Følger op på prøver',
    'Deler det, der virker, mellem afdelinger.',
    'Skaffer plads og penge til at prøve nyt.',
  ],
  [
    'Drift',
    'Vi holder, hvad vi lover borgerne.',
    'Planlægger arbejdet, så det kan nås.',
    'Fordeler ressourcer efter behov.',
    'Sikrer, at mål og midler følges ad.',
  ],
]);

const foot = (page: number): Printed[] => [
  { x: 50, y: 815, text: 'Østby Kommune – Ledelsesgrundlag', size: 8 },
  { x: 530, y: 815, text: `${page}`, size: 8 },
];

/** Two columns of text, a role a page, and feet that come again. */
export const twoColumns = pdf([
  [
    { x: 50, y: 80, text: 'Ledelse i Østby', size: 20, bold: true },
    { x: 50, y: 120, text: 'Her står, hvad vi venter af hinanden i Østby Kommune.' },
  ],
  ...(['Direktør', 'Chef', 'Teamleder'] as const).map((role, at) => [
    { x: 50, y: 70, text: role, size: 18, bold: true },
    { x: 50, y: 110, text: 'Retning', size: 12, bold: true },
    { x: 50, y: 130, text: `\x95 Jeg viser vej for ${role.toLowerCase()}ens om-` },
    { x: 50, y: 143, text: 'råde og holder fast, når det bliver svært' },
    { x: 50, y: 156, text: '\x95 Jeg fortæller, hvorfor vi gør det' },
    { x: 320, y: 110, text: 'Relationer', size: 12, bold: true },
    { x: 320, y: 130, text: `\x95 Jeg lytter som ${role.toLowerCase()} til andre` },
    { x: 320, y: 143, text: 'og siger tak for det, jeg hører' },
    { x: 320, y: 156, text: '\x95 Jeg tager de svære samtaler' },
    ...foot(at + 1),
  ]),
]);

/** Two roles on a page of two columns, each over both columns, though its words end in the left one. */
export const banners = pdf([
  (['Chef', 'Teamleder'] as const).flatMap((role, at): Printed[] => [
    { x: 50, y: 70 + 160 * at, text: role, size: 18, bold: true },
    { x: 50, y: 110 + 160 * at, text: 'Retning', size: 12, bold: true },
    { x: 50, y: 130 + 160 * at, text: `\x95 Jeg viser vej som ${role.toLowerCase()}` },
    { x: 50, y: 143 + 160 * at, text: '\x95 Jeg fortæller, hvorfor vi gør det' },
    { x: 50, y: 156 + 160 * at, text: '\x95 Jeg holder fast, når det er svært' },
    { x: 320, y: 110 + 160 * at, text: 'Relationer', size: 12, bold: true },
    { x: 320, y: 130 + 160 * at, text: `\x95 Jeg lytter som ${role.toLowerCase()} til andre` },
    { x: 320, y: 143 + 160 * at, text: '\x95 Jeg siger tak for det, jeg hører' },
    { x: 320, y: 156 + 160 * at, text: '\x95 Jeg tager de svære samtaler' },
  ]),
]);

/** Roles over the columns of a printed table. */
export const printedTable = pdf([
  [
    { x: 50, y: 60, text: 'Vores ledelse', size: 18, bold: true },
    { x: 150, y: 120, text: 'Medarbejder', bold: true },
    { x: 290, y: 120, text: 'Leder', bold: true },
    { x: 430, y: 120, text: 'Chef', bold: true },
    { x: 50, y: 150, text: 'Kvalitet', bold: true },
    { x: 150, y: 150, text: 'Gør arbejdet ordentligt' },
    { x: 150, y: 163, text: 'første gang.' },
    { x: 290, y: 150, text: 'Taler om kvalitet på' },
    { x: 290, y: 163, text: 'møderne.' },
    { x: 430, y: 150, text: 'Sætter mål for' },
    { x: 430, y: 163, text: 'kvaliteten.' },
    { x: 50, y: 200, text: 'Tillid', bold: true },
    { x: 150, y: 200, text: 'Siger det, når noget' },
    { x: 150, y: 213, text: 'er galt.' },
    { x: 290, y: 200, text: 'Giver ansvar fra sig.' },
    { x: 430, y: 200, text: 'Står bag sine ledere.' },
  ],
]);
