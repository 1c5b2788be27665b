/**
 * English texts of the cards without statements.
 */
import type { daTalk } from './da-talk.js';

/** The English texts. */
export const enTalk: typeof daTalk = {
  help: 'What you can ask',
  helpIntro: 'I know the leadership framework and answer in its own words. Write as you would ask a colleague, or tap an example.',
  helpMention: 'In a group chat or channel I answer only when you mention me with @ before the name.',
  helpMore:
    'You can also compare two roles, see what changed between two editions, or prepare a leadership review. Write “I am” and your role, and I will remember it.',
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
      'I am Ledelseskompas. I find what the leadership framework says about your role, and give you a question to think about.',
  },

  refusalTitle: {
    unknown: 'Not in the leadership framework',
    terms: 'That belongs elsewhere',
    people: 'That is about a particular person',
    writing: 'That is best written by you',
    rude: 'Let us start again',
    injection: 'I can’t do that',
    language: 'I answer in Danish and English',
    time: 'There is no such time',
  },
  refusal: {
    unknown:
      'The leadership framework says nothing about that. You can ask what is expected of a role, ask about a theme, or get a question to think about.',
    terms:
      'Pay, holidays, employment and law are not in the leadership framework. Ask your HR department or your union representative. Here you can ask about leadership.',
    people:
      'The leadership framework is about roles and not about particular people. Take it to your own leader or HR. I can show what is expected of a role.',
    writing: 'I show what the leadership framework says and do not write letters or speeches. Its wording can be a good place to start.',
    rude: 'I am glad to help with what is in the leadership framework. Here are some places to start.',
    injection: 'I answer only with what is in the leadership framework, and do not change how I answer. Here is what you can ask.',
    language: 'Write your question in Danish or English and I will find it. The adopted wording is in Danish.',
    time: 'Write a time between 00:00 and 23:59, for example 8:00.',
  },
  askInstead: 'You could ask',
  againTitle: 'Let us try another way',
  again:
    'I did not understand that one either. Here are some questions that work. You can also browse the frameworks and find it from there.',

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
    round: 'Your answer stands on the card, where the others can read it. You can take it back there.',
    rests: 'I leave out today’s question.',
    back: 'Back',
    perhaps: 'Are things hard for you right now? Here is where there is help.',
    here: 'Show where there is help',
  },
  aboutOthers:
    'If it is about a particular person, take it to HR. They know the rules and can help you with the conversation. If anyone is in danger, call 112.',

  privacyTitle: 'What I remember about you',
  privacy: [
    'Your messages are read to find an answer. They are neither stored nor written to a log. I remember the subject and the language of your last question for ten minutes, so that you can go on from it.',
    'I store the role, the language and the daily questions that you choose yourself, and which questions to think about you were given. I also store when you last wrote, and where in Teams I can write to you. I store your name only if you set up questions, share something or answer a shared card in a group chat or channel.',
    'A note is stored only when you press “Save”. It is encrypted, and within the bot only you can open it. There is no view for your leader, HR or colleagues. Those who run the bot in your municipality have the key.',
    'The conversation in Teams, with the notes that you are shown here, is kept by your municipality, like all other messages in Teams.',
    'Write “export my data” or “delete my data” in our own chat whenever you want. If you remove the bot, everything about you is deleted after a time that the municipality sets: 30 days unless it chose otherwise.',
  ],
  privacySummary: 'What I remember about you, and who can see it',
  welcomeTitle: 'Hello, I am Ledelseskompas',
  welcome:
    'Ask me what is expected of your role. I answer in the words of the leadership framework, and add a good question to take with you.',
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
    outdated: {
      title: 'The card is from an older version',
      text: 'The button no longer works. Write what you wanted to know or do, or start again from here.',
    },
  },
};
