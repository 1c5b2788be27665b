/**
 * All English texts of the pages.
 */

import type { Document } from '../document.js';
import type { GuideStrings, Strings } from './da.js';

/** The English texts. */
export const enGuide: GuideStrings = {
  blanks: {
    review: ['Leader', 'Their own leader', 'Date'],
    onboarding: ['New in the role', 'Their own leader', 'Date'],
    team: ['Leadership team', 'Chair', 'Date'],
    sparring: ['Talking', 'Asking', 'Date'],
  },
  scale: {
    review: { ask: 'Circle a number: how often does it go well?', low: 'seldom', high: 'nearly always' },
    onboarding: { ask: 'Circle a number: how clear is it to you?', low: 'unclear', high: 'quite clear' },
    team: { ask: 'Circle a number: how often do we manage it together?', low: 'seldom', high: 'nearly always' },
    sparring: { ask: 'Circle a number: how much is it on your mind right now?', low: 'a little', high: 'a lot' },
  },
  scaleNote: 'The number is for the conversation and not a mark.',
  ours: 'The questions and the scale were worded for Ledelseskompas and are not part of the framework.',
  mended: 'Obvious slips have been corrected.',
};

const about: Document = {
  title: 'About Ledelseskompas',
  lead: 'Ledelseskompas finds what the leadership framework (ledelsesgrundlag) says about your role, and asks a question to think about.',
  sections: [
    {
      title: 'Get started',
      paragraphs: ['Open Ledelseskompas in Teams and write as you would ask a colleague. For example:'],
      points: ['What do all leaders have in common?', 'Give me a question to think about', 'Prepare a leadership review', 'Help'],
    },
    {
      title: 'What you can count on',
      points: [
        'Answers are the adopted wording, in Danish, and always say where they come from. They are looked up, not written by artificial intelligence.',
        'The questions to think about were worded for Ledelseskompas. They are not part of the framework.',
        'In a group chat or channel, Ledelseskompas answers only when someone mentions it with @ before its name.',
      ],
    },
    {
      title: 'Who can help',
      points: [
        'For questions about the framework itself, ask the people responsible for it. Write “Which frameworks are there?” to read about them.',
        'If Ledelseskompas does not answer, tell the municipality’s IT support.',
      ],
    },
  ],
};

const accessibility: Document = {
  title: 'Accessibility',
  lead: 'What is done so that everybody can use Ledelseskompas, and what was not tried.',
  sections: [
    {
      title: 'These pages',
      points: [
        'They can be used with the keyboard alone and read in a light and a dark theme, with large text and on a narrow screen.',
        'There is no sound, film, movement or time limit.',
        'Each new version is tested automatically (axe-core). Tests of that kind find only some of what may be wrong.',
      ],
    },
    {
      title: 'The cards in Teams',
      points: [
        'They are drawn by Teams, which is also in charge of keyboard, reading aloud and magnifying.',
        'They are tested automatically in a light, a dark and a high-contrast theme, on a narrow screen and with large text.',
        'Each message has a short text for screen readers.',
        'Most buttons have a sentence that you can write instead.',
      ],
    },
    {
      title: 'What was not tried',
      points: [
        'With a screen reader, voice control or other aids, and with people who use them.',
        'In Teams on real phones with aids.',
        'A card cannot say which language a line is in. If your Teams is in English, the Danish wording is read aloud with an English voice.',
      ],
    },
    {
      title: 'If something does not work for you',
      paragraphs: [
        'Tell your municipality’s IT support. The municipality’s accessibility statement says what it found itself, and where you can complain.',
      ],
    },
  ],
};

const terms: Document = {
  title: 'Terms of use',
  lead: 'What applies when you use Ledelseskompas.',
  sections: [
    {
      title: 'Who it is for',
      paragraphs: ['Ledelseskompas is for employees of the municipality that set it up in Teams. It costs you nothing to use.'],
    },
    {
      title: 'What you get',
      points: [
        'You get the adopted wording of the leadership framework, and where it comes from. Where an answer and the document differ, the document is what counts.',
        'Questions to think about, guides and exercises were worded for Ledelseskompas and are not part of the framework.',
        'You do not get advice on pay, employment or law. Ask HR or your union representative.',
      ],
    },
    {
      title: 'What we ask of you',
      points: [
        'Do not write about particular people, and nothing confidential.',
        'Use the answers to think and talk. They are not made for judging a particular person.',
        'Remember that everyone in a group chat or channel sees both the question and the answer.',
      ],
    },
    {
      title: 'Operation',
      paragraphs: ['Your municipality runs Ledelseskompas and may change it or close it. There is no guarantee that it always answers.'],
    },
    {
      title: 'Sources and licences',
      points: [
        'The leadership frameworks belong to those who adopted them.',
        [
          'Danish public holidays come from ',
          { text: 'date-holidays', href: 'https://github.com/commenthol/date-holidays' },
          ' by commenthol. The data are based on Wikipedia (',
          { text: 'Danske helligdage', href: 'https://da.wikipedia.org/wiki/Danske_helligdage' },
          ') and published under ',
          { text: 'CC BY-SA 3.0', href: 'https://creativecommons.org/licenses/by-sa/3.0/' },
          '.',
        ],
      ],
    },
  ],
};

/** The English texts. */
export const en: Strings = {
  name: 'Ledelseskompas',
  otherLanguage: 'Dansk',
  navigation: 'Pages about Ledelseskompas',
  pages: [
    { text: 'About Ledelseskompas', href: '/om' },
    { text: 'Privacy', href: '/privatliv' },
    { text: 'Terms of use', href: '/vilkaar' },
    { text: 'Accessibility', href: '/tilgaengelighed' },
  ],
  about,
  terms,
  accessibility,
  privacy: {
    title: 'Privacy',
    lead: 'What Ledelseskompas remembers about you, why, and when it is gone.',
    shortTitle: 'In short',
    short: [
      'Your messages are read to find an answer. They are neither stored nor written to a log.',
      'What you write is also looked at for signs that you are having a hard time. Then Ledelseskompas answers with where there is help. That is not stored, counted or told to anybody. If you have a scheduled question later that day, it is left out.',
      'Ledelseskompas has no view in which your manager, HR or a colleague can see what you asked.',
      'These pages use no cookies and no tracking.',
    ],
    shortMemory: ['The little that is remembered is held in memory only. There is no database.'],
    shortDatabase: [
      'A note is stored only when you choose to. It is encrypted, and in Ledelseskompas only you can open it. Those who run Ledelseskompas for your municipality hold the key.',
      'Those who own the framework can see in numbers how often a subject is asked about. They cannot see who asked or in which words, and numbers under 5 are not shown.',
    ],
    storedTitle: 'What is remembered',
    storedMemory:
      'All of it belongs to your id in Microsoft Entra or to the id of the conversation. Names and e-mail addresses are not remembered.',
    storedDatabase:
      'All of it but what stands last belongs to your id in Microsoft Entra or to the id of the conversation. E-mail addresses are not stored. Your name is stored only if you set up questions, share something or answer a shared card in a group chat or channel, or put it on a letter to the editor yourself.',
    why: 'Why',
    whereTitle: 'Where',
    untilTitle: 'How long',
    kinds: {
      question: {
        what: 'What your last question was about',
        why: 'So that you can ask follow-up questions (“and for managers?”) and do not get the same question to reflect on again. It is the topic, the role, the language and any search words, not your message.',
      },
      messages: {
        what: 'The ids of messages that were answered',
        why: 'So that you get one answer when Teams sends the same message twice. The id says nothing about the content.',
      },
      greeting: {
        what: 'Which conversations were welcomed',
        why: 'So that Ledelseskompas introduces itself only once. It is the id of the conversation in Teams.',
      },
      person: {
        what: 'When you last wrote or were sent a message, and whether you removed Ledelseskompas',
        why: 'So that what is stored about you is deleted after you stop using it, and you are told first. And so that you can be asked whether your scheduled questions suit you when you have not responded to them for long.',
      },
      profile: { what: 'Your role, framework, language and time zone', why: 'So that answers fit you without your writing it each time.' },
      notes: {
        what: 'The notes you choose to save',
        why: 'So that you can find your answers to reflection questions again. A note belongs to its question, framework and theme.',
      },
      appointments: {
        what: 'Your agreements with yourself and what I am to remind you of, and when',
        why: 'So that I can come back to it on the day you chose. A reminder is deleted 30 days after it came. You keep agreements until you delete them.',
      },
      plan: {
        what: 'When you want a question to reflect on, in which language and in which time zone',
        why: 'So that it comes on the days and at the time you chose, and keeps the breaks you asked for. This also holds for a group chat or channel that gets questions. They come from the framework that whoever set them up had chosen.',
      },
      planMaker: {
        what: 'Your name and id, if you set up questions for a group chat or channel',
        why: 'So that the card can say who did.',
      },
      shares: {
        what: 'Your name and your line on what you share in a conversation',
        why: 'So that the card can say who shared it, and only you can close it for answers.',
      },
      roundAnswers: {
        what: 'What you answer visibly on a shared card, and your name',
        why: 'So that the others in the conversation can see it. You can delete it on the card yourself.',
      },
      talks: {
        what: 'The 25 latest group chats and channels that you wrote to Ledelseskompas in',
        why: 'So that you can choose between them when you share something.',
      },
      letters: {
        what: 'What you yourself send to the editor',
        why: 'So that those behind the framework can read it. We do not keep who sent it: so it is not among your data, and it cannot be taken back. Your name is on it only if you ticked that yourself.',
      },
      ratedAnswers: {
        what: 'What an answer was about, and whether somebody pressed thumbs up or down under it',
        why: 'So that a press can be counted under the right subject. It is the kind, framework and theme, not who asked or pressed. The answer is known by a digest of the message’s id. It cannot be read, but whoever has both the database and the ids of the messages can recognise it.',
      },
      tallies: {
        what: 'How many times a week a subject is asked about, there is no answer, a thumb is pressed, or something of your own is used',
        why: 'So that those who own the framework can see what is needed. It is numbers only, not who asked or in which words. Numbers under 5 are not shown.',
      },
      deliveries: {
        what: 'Which questions were sent to you, when, and whether they arrived',
        why: 'So that the same question is not sent twice in a row, and operations can see when something goes wrong.',
      },
      focus: {
        what: 'Your focus: what it is on, and when it ends',
        why: 'So that most of your scheduled questions are about it while it lasts.',
      },
      address: { what: 'The address of the conversation in Teams', why: 'So that Ledelseskompas can write to you at the time you chose.' },
      seen: { what: 'Which reflection questions you were given, and when', why: 'So that you get new ones before the same ones again.' },
    },
    where: {
      memory: 'Only in memory on the municipality’s server',
      database: 'In the municipality’s database',
      sealed: 'In the municipality’s database, encrypted',
    },
    until: {
      minutes: (n) => `Used for at most ${n} minutes`,
      days: (n) => `For ${n} days, or until you delete your data`,
      daysOfNobody: (n) => `For ${n} days. It belongs to nobody’s id and is not deleted with your data`,
      restart: 'Until Ledelseskompas is restarted',
      told: 'Until you delete it or stop using Ledelseskompas',
      left: ({ retentionDays, inactiveDays }) =>
        `Until you delete your data, ${retentionDays} days after you removed the app, or when for ${inactiveDays} days you have neither used it nor got a message from it`,
    },
    passingTitle: 'What only passes through',
    nameMemory: 'With each message, Teams sends your name, your id, your language and your time zone. The name is not used.',
    nameDatabase:
      'With each message, Teams sends your name, your id, your language and your time zone. Only what is listed above is stored. If you stop or move the questions of a group chat or channel, Ledelseskompas says there who did, and does not store it.',
    passing: [
      'The log says that a message came, whether it was in a personal chat, a group chat or a channel, and whether something went wrong. It holds no names, text or ids from Teams, only a random word for each message. If something goes wrong, the word stands on the card, so that IT support can find the line if you mention it.',
      'The thumbs under an answer are Teams’ own. What Teams itself shows and keeps of a press is a matter of Microsoft 365 at your municipality. Ledelseskompas keeps only that somebody pressed. If your Teams shows a field that is not from Ledelseskompas, what you write in it is neither kept here nor sent to anybody.',
      'The municipality can have your job title and department looked up in Microsoft Entra, to suggest a role. What is found is not stored, and the role only if you say yes.',
    ],
    notesRead: {
      chat: 'The conversation itself, with the notes that you are shown in it, is held by your municipality in Microsoft 365, like all other messages in Teams.',
      dialog:
        'The conversation itself, with what you write as a message yourself, is held by your municipality in Microsoft 365, like all other messages in Teams. Your notes open in a window of their own and do not stay in the conversation. On the way to your screen they pass through Microsoft’s services, as they do when you save them.',
    },
    reader: {
      short: 'The municipality’s own language model may be asked what a message means. What it is told is described further down.',
      passingTitle: 'What passes through or is sent on',
      passing: [
        'The municipality has chosen that Ledelseskompas may ask the municipality’s own language model what a message means. It is Azure OpenAI in the municipality’s own subscription with Microsoft. The model only chooses among what Ledelseskompas itself can answer, and writes nothing that you see. Where Ledelseskompas uses its choice, the answer says so.',
        'The model gets the message or the part of it that was read, your framework and your role, what was asked just before, which statements were shown, and the frameworks’ own text. It does not get your name, nor any id of you or the conversation, but names that you write in the message yourself go with it.',
        'Notes, agreements, reminders, answers in a field and answers to the question of the day are not sent. Nor is a message that seems to be about you yourself. That reading can be wrong: it is chosen so that at most about one in a hundred such messages gets through.',
        'Ledelseskompas does not keep what is sent. What the model replies is used for at most a day, if the same is asked again. It is held in memory only, with the subject but without your message. Microsoft’s service may keep what is sent for up to 30 days to detect abuse, unless the municipality has been granted an exemption. The municipality’s agreement with Microsoft decides that.',
      ],
    },
    leaveTitle: 'When you stop',
    leave: ({ retentionDays, inactiveDays }) => [
      `If you remove Ledelseskompas, or it can no longer reach you, everything about you is deleted after ${retentionDays} days unless you come back.`,
      `If you have not used Ledelseskompas for ${inactiveDays} days, and no message has reached you either, everything about you is deleted as well. You are told 30 days before, in your own chat with it, and can choose to keep all of it. If that message can’t reach you, it is deleted all the same.`,
      `If you only wrote in group chats and channels, your name and id on the questions that you set up there are deleted when you have not written for ${inactiveDays} days.`,
      `If Ledelseskompas is taken out of a group chat or channel, everything that belongs to that conversation is deleted after ${retentionDays} days.`,
    ],
    tracesTitle: 'What may remain',
    traces: [
      'What was deleted may remain a little longer in the database’s own files. In an SQLite file it is gone within a minute, or when another program that reads it is done. In PostgreSQL it is gone when the database has tidied up (vacuum), but it may remain in the database’s log of changes for as long as the municipality keeps that.',
      'If the municipality made a backup of the database, it may remain there until the backup is deleted.',
      'What you share or answer in a conversation stands on the card there. If you delete your data, the cards are changed, so that you are not on them. After 90 days Ledelseskompas forgets who is on a card and can no longer change it.',
      'If you set up questions for a group chat or channel, your name may stand in the messages that Ledelseskompas has already sent there.',
      'While a smaller group tries Ledelseskompas, whoever runs it has put in a digest of each participant’s id. It cannot be read, but whoever knows your id can see whether you are among them. It stays until the trial ends.',
    ],
    rightsTitle: 'Your rights',
    rightsMemory: ['There is nothing to fetch or delete: what is remembered goes away by itself.'],
    rightsDatabase: [
      'Write “export my data” to see everything that is stored about you, and “delete my data” to delete it. If there is too much for a conversation, those who run Ledelseskompas can hand you the rest.',
    ],
    rights: [
      'Your municipality is the data controller. Its data protection officer can tell you on what legal basis data are processed, and help you with access, correction and deletion.',
      ['You can complain to ', { text: 'Datatilsynet', href: 'https://www.datatilsynet.dk' }, ', the Danish Data Protection Agency.'],
    ],
  },
};
