/**
 * English texts of talk: help, refusals, care and the first card.
 */
import type { daTalk } from '../da/talk.js';

/** The English texts. */
export const enTalk: typeof daTalk = {
  help: 'What you can ask',
  helpIntro: 'I know the leadership framework and answer in its own words. Write as you would ask a colleague, or tap an example.',
  helpMention: 'In a group chat or channel I answer only when you mention me with @ before the name.',
  version: (number: string) => `Version ${number}`,
  helpMore:
    'You can also compare two roles, see what changed between two editions, or prepare a leadership review. Write “I am” and your role, and I will remember it, or “my notes from last week”.',
  helpReader: 'The municipality’s language model can help me understand what you ask',
  contact: (contacts) => `For questions about the framework itself, ask ${contacts}.`,
  tryThis: 'Try asking',
  smalltalk: {
    hello: 'Hello. What would you like to know about the leadership framework?',
    thanks: 'You are welcome. Let me know when there is more.',
    bye: 'Take care. I am here when you need me.',
    'how-are-you': 'Thanks, all is as it should be. What is on your mind as a leader right now?',
    praise: 'Good to hear. There is more when you have the time.',
    complaint: 'Thank you for saying so. Try asking in another way, or begin with one of these.',
    'who-are-you':
      'I am Ledelseskompas, a bot and not a person. I find the leadership framework’s own words and make nothing up. Ask about your role or a theme, or get a question to think about.',
  },

  refusalTitle: {
    unknown: 'Nothing is said about that',
    unclear: 'I did not understand that',
    terms: 'That belongs elsewhere',
    people: 'That belongs elsewhere',
    boss: 'That belongs elsewhere',
    writing: 'That is best written by you',
    rude: 'Let us start again',
    injection: 'I can’t do that',
    language: 'I answer in Danish and English',
    time: 'There is no such time',
    links: 'I don’t read links',
  },
  refusal: {
    unknown: 'Try another word, or begin with one of these.',
    unclear: 'Try saying it in other words: a role, a theme, or what you want me to do.',
    terms:
      'Pay, holidays, employment and law are not in the leadership framework. Ask your HR department or your union representative. Here you can ask about leadership.',
    people:
      'The leadership framework is about roles and not about particular people. Take it to your manager or HR. I can show what is expected of a role.',
    boss: 'The leadership framework is about roles and not about particular people. Your union representative, your working environment representative or HR can help you with it. I send what you write to nobody.',
    writing: 'I show what the leadership framework says and do not write letters or speeches. Its wording can be a good place to start.',
    rude: 'I am glad to help with what is in the leadership framework. Here are some places to start.',
    injection: 'I answer only with what is in the leadership framework, and do not change how I answer. Here is what you can ask.',
    language: 'Write your question in Danish or English and I will find it. The adopted wording is in Danish.',
    time: 'Write a time between 00:00 and 23:59, for example 8:00.',
    links:
      'I don’t open pages and files that are linked to. Write what you want to know in a few words, and I will find it in the leadership framework.',
  },
  lookedFor: (text, only) => `I looked for “${text}” in ${only ?? 'all the frameworks'}.`,
  askInstead: 'You could ask',
  againTitle: 'Let us try another way',
  again:
    'I did not understand that one either. Here are some questions that work. You can also browse the frameworks and find it from there.',

  service: {
    restart: {
      title: 'We start again',
      lines: ['I have put away what we just talked about. Your role, your notes and your scheduled questions are as they were.'],
    },
    'nothing-before': {
      title: 'What would you like to hear more about?',
      lines: ['Ask about something first. Then you can write “more”, “elaborate” or “short version”.'],
    },
    'nothing-more': { title: 'That was all of it', lines: ['There is no more about it. You can go on from here.'] },
    print: {
      title: 'How to get it on paper',
      lines: [
        'I make no files. The text on a card you can select and copy, for example to Word, and print from there.',
        'Your own data you get with “export my data”.',
      ],
    },
    contact: {
      title: 'Who is behind it',
      lines: ['I cannot send anything on for you. If the bot does not work as it should, tell your IT department.'],
    },
    label: {
      title: 'That is a button on a card',
      lines: ['Press it on the card and it happens. If the card is gone, ask again and you get a new one.'],
    },
    sheet: 'The guide for a leadership review is set on one A4 sheet. Open it here and print it from your browser.',
    whose: (framework, organisation) =>
      organisation ? `${framework}: ${organisation}.` : `${framework}: the document does not say who is behind it.`,
    noContact: 'Nobody is named whom you can ask. Your HR department knows who is responsible for the leadership framework where you work.',
  },

  care: {
    title: 'Thank you for writing it',
    summary: 'There is help to be had',
    you: 'It sounds as if things are hard for you. You should not be alone with it.',
    people:
      'Talk to someone you trust, today if you can. Your doctor can help, also when it is about work. At work you can go to your working environment representative, your union representative or HR.',
    urgent:
      'If you have thoughts of not wanting to live, call Livslinien on 70 201 201. They answer every day from 11:00 to 05:00. If there is danger now, call 112.',
    message: 'I do not keep what you wrote, and I send it to nobody.',
    note: 'Your note is yours alone. I send it to nobody.',
    letter: 'I have sent nothing to anybody. You can still write to the editor when you want to.',
    'letter-sent': 'Your letter was sent, as you asked.',
    'letter-kept': 'Your letter was not sent.',
    round: 'Your answer stands on the card, where the others can read it. You can take it back there.',
    rests: 'I leave out today’s question.',
    back: 'Back',
    perhaps: 'Are things hard for you right now? Here is where there is help.',
    here: 'Show where there is help',
  },
  aboutOthers:
    'If it is about a particular person, take it to HR. They know the rules and can help you with the conversation. If anyone is in danger, call 112.',

  privacyTitle: 'What I remember about you',
  privacyNotes: {
    chat: 'In Ledelseskompas only you can open your notes. Those who run Ledelseskompas for your municipality have the key to them and can see in the database who uses it. The conversation here, with the notes that you are shown in it, is kept in Teams by your municipality, like all other messages. There is no view for your leader, HR or colleagues.',
    dialog:
      'In Ledelseskompas only you can open your notes. They open in a window of their own and do not stand in the conversation here. That is kept in Teams by your municipality, with what you write as a message yourself. Those who run Ledelseskompas for your municipality have the key to the notes and can see in the database who uses it. There is no view for your leader, HR or colleagues.',
  },
  privacy: {
    messages: [
      'A note is stored only when you press “Save”, and it is encrypted.',
      'Your messages are read to find an answer. They are neither stored nor written to a log. I remember the subject and the language of your last question for ten minutes, so that you can go on from it. I count how often a subject is asked about, not by whom.',
    ],
    reader:
      'The municipality’s own language model may be asked what a message means. I do not send it your name or your notes, nor what seems to be about you yourself. I can be wrong about the latter. The municipality’s agreement with Microsoft decides whether the message is kept there.',
    stored: [
      'I store the role, the language and the scheduled questions that you choose yourself, and which questions to think about you were given. I also store when you last wrote, and where in Teams I can write to you. I store your name only if you set up questions, share something or answer a shared card in a group chat or channel.',
      'Write “export my data” or “delete my data” in our own chat whenever you want. If you remove the bot, everything about you is deleted after a time that the municipality sets: 30 days unless it chose otherwise.',
    ],
  },
  seen: {
    note: {
      title: 'No. In Ledelseskompas only you can open your notes.',
      inDialog:
        'The notes open in a window of their own and do not stand in the conversation. What you write as a message yourself stays in it.',
      lines: [
        'Those who run the bot in your municipality have the key to the notes and can see in the database who uses it. The conversation here is kept in Teams by your municipality, like all other messages in Teams.',
        'There is no view for your leader, HR or colleagues. If you share a card, everybody in that conversation can see the card and your name.',
      ],
    },
    card: {
      title: 'Yes, those you share it with',
      lines: [
        'A card that you share can be seen by everybody in that conversation, your leader too if they are in it. Your name stands on it.',
        'Your notes do not stand on it. In Ledelseskompas only you can open them. Those who run the bot in your municipality have the key to them.',
      ],
    },
    here: {
      title: 'Yes, everybody here can see it',
      lines: [
        'What is written here can be read by everybody in the conversation, and it stays in Teams.',
        'Notes are written in your own chat with me. In Ledelseskompas only you can open them. Those who run the bot in your municipality have the key to them.',
      ],
    },
  },
  privacySummary: 'What I remember about you, and who can see it',
  welcomeTitle: 'Hello, I am Ledelseskompas',
  welcome: 'Ask me what is expected of you as a leader. I answer in the words of the leadership framework.',
  justTry: 'Or just try',
  welcomeGroup: 'Mention me with @ before the name and ask what is expected of a role. I answer in the words of the leadership framework.',
  attachmentTitle: 'I only read text',
  attachment: 'Write your question and I will find it in the leadership framework.',
  goneTitle: 'That is no longer in the framework',
  gone: 'The card is old and the content has changed since. Start again from here.',
  sorry: {
    broken: {
      title: 'Something went wrong',
      text: 'I could not answer just now. Try again in a moment. If it keeps happening, tell whoever runs the bot where you work.',
    },
    busy: {
      title: 'Wait a minute and try again',
      text: 'There are more messages than I can answer. What you wrote was not read.',
    },
    memory: {
      title: 'Right now I can’t look up what I remember',
      text: 'So I can’t show, save or change anything for you. What you saved is still there. Try again in a moment. You can ask about the leadership framework meanwhile.',
    },
    long: {
      title: 'The message is too long',
      text: 'I read a couple of pages at most. Keep your question short, one line for example.',
    },
    again: {
      title: 'I have answered. Open the window again if you do not see it.',
      text: 'Teams sent the same thing twice. It was done once.',
    },
    outdated: {
      title: 'The card is from an older version',
      text: 'The button no longer works. Write what you wanted to know or do, or start again from here.',
    },
  },
};
