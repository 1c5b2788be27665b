/**
 * English texts of the cards without statements.
 */
import type { daTalk } from './da-talk.js';

/** The English texts. */
export const enTalk: typeof daTalk = {
  help: 'What you can ask',
  helpIntro: 'I know the leadership framework and answer in its own words. Write as you would ask a colleague, or tap an example.',
  helpMention: 'In a group chat or channel I answer only when you mention me with @ before the name.',
  helpMore: 'You can also compare two roles, see what changed between two editions, or prepare a leadership review.',
  contact: (contacts) => `For questions about the framework itself, ask ${contacts}.`,
  tryThis: 'Try for example',
  smalltalk: {
    hello: 'Hello. What would you like to know about the leadership framework?',
    thanks: 'You are welcome. Let me know when there is more.',
    bye: 'Take care. I am here when you need me.',
    'how-are-you': 'Thanks, all is as it should be. What is on your mind as a leader right now?',
    praise: 'Good to hear. There is more when you have the time.',
    complaint: 'Thank you for saying so. Try asking in another way, or begin with one of these.',
    'who-are-you': 'I am Ledelseskompas. I find what the leadership framework says about your role, and ask a question to think about.',
  },

  refusalTitle: {
    unknown: 'Not in the leadership framework',
    terms: 'That belongs elsewhere',
    people: 'That is about a particular person',
    writing: 'You write that best yourself',
    rude: 'Let us begin again',
    injection: 'I can’t do that',
    language: 'I answer in Danish and English',
    distress: 'That sounds hard',
    time: 'There is no such time',
  },
  refusal: {
    unknown:
      'The leadership framework says nothing about that. You can ask what is expected of a role, ask about a theme, or get a question to think about.',
    terms:
      'Pay, holidays, employment and law are not in the leadership framework. Ask your HR department or your union representative. Here you can ask about leadership.',
    people:
      'The leadership framework is about roles and not about particular people. Take it to your own leader or HR. I can show what is expected of a role.',
    writing:
      'I show what stands in the leadership framework and do not write letters or speeches. The wording here can be a good beginning.',
    rude: 'I would like to help with what stands in the leadership framework. Here are some places to begin.',
    injection: 'I answer only with what stands in the leadership framework, and do not change how I answer. You can ask about this.',
    language: 'Write your question in Danish or English and I will find it. The adopted wording is in Danish.',
    distress:
      'Thank you for writing that. You should not be alone with it. Talk to your own leader, HR or your working environment representative, today if you can. If you or someone else is in danger, call 112.',
    time: 'Write a time between 00:00 and 23:59, for example 8:00.',
  },
  askInstead: 'Ask for example',
  againTitle: 'Let us try another way',
  again:
    'I did not understand that one either. Here are some questions that work. You can also browse the frameworks and find it from there.',

  privacyTitle: 'What you write',
  privacy: [
    'What you write to me is neither stored nor written to a log.',
    'I remember the subject of your last question for ten minutes, so that you can go on from it. It is kept in memory only, and then it is gone.',
    'The conversation in Teams is kept by your municipality, like all other messages in Teams.',
  ],
  privacySummary: 'What you write is not stored',
  welcomeTitle: 'Hello, I am Ledelseskompas',
  welcome: 'Ask me what is expected of your role. I answer in the words of the leadership framework, with a good question to take along.',
  welcomeGroup: 'Mention me with @ before the name and ask what is expected of a role. I answer in the words of the leadership framework.',
  attachmentTitle: 'I only read text',
  attachment: 'Write your question and I will find it in the leadership framework.',
  goneTitle: 'That is no longer in the framework',
  gone: 'The card is old and the content has changed since. Begin again from here.',
  sorryTitle: 'Something went wrong',
  sorry: 'I could not make an answer just now. Try again in a moment. If it goes on, tell whoever runs the bot where you work.',
};
