/**
 * All English texts that cards show, apart from content.
 */

import type { Weekday } from '../../language/times/words.js';
import { type daPeople, type daPlan, type daSharing, type daTalk, isRow, type Strings } from './da.js';
import { createLister, firstUpper, shortPlace, weekdayNames } from './lists.js';

const dayNames = weekdayNames('en');

const listed = createLister('en');

function daysInShort(days: readonly Weekday[]): string {
  if (days.length === 7) return 'Every day';
  if (days.join() === 'man,tir,ons,tor,fre') return 'Every weekday';
  return listed(days.map((day) => dayNames[day]));
}

const notesOf = (n: number) => (n === 1 ? '1 note' : `${n} notes`);

/** The English texts. */
const enPeople: typeof daPeople = {
  role: {
    formTitle: 'What is your role?',
    switched: (framework) => `You have switched to ${framework}.`,
    formNote: 'Choose it, and I answer with it in mind when you ask “What is expected of me?”',
    frameworkLabel: 'Your leadership framework',
    roleLabel: (framework) => `Your role in ${framework}`,
    choose: 'Choose',
    next: 'Continue to roles',
    save: 'Save my role',
    frameworkMissing: 'Choose a framework before you go on.',
    roleMissing: 'Choose a role before you save.',
    otherFramework: 'Choose another framework',
    suggestion: (title, role, framework) => [
      'Teams lists you as “',
      title,
      '”. Is your role ',
      role,
      ' in ',
      framework,
      '? I save it only if you say yes.',
    ],
    yes: 'Yes, that is my role',
    setTitle: 'Your role is saved',
    offerTitle: 'Would you like a question to think about?',
    offer: (days, time) => `Yes, ${days.length === 1 ? daysOf(days) : daysInShort(days).toLowerCase()} at ${clock(time)}`,
    iAm: (role) => `I am ${role}`,
    forgotten: 'Your role is forgotten. I still have your notes and your language.',
  },
  profile: {
    title: 'Your profile',
    role: 'Role',
    framework: 'Framework',
    daily: 'Scheduled questions',
    unset: 'Not chosen',
    dailyOff: 'Off',
    dailyOn: (days, time) => `${daysInShort(days)} at ${clock(time)}`,
    language: 'Language',
    languages: { auto: 'The language I write in', da: 'Always Danish', en: 'Always English' },
    saveLanguage: 'Save language',
    changed: { language: 'Your choice of language is saved.', nothing: 'Nothing has been deleted.' },
  },
  note: {
    label: 'Your note. In Ledelseskompas only you can open it.',
    placeholder: 'Write what you think',
    save: 'Save',
    remark: {
      empty: 'Write something before you save.',
      'too-long': 'The note is too long. There is room for 4,000 characters.',
      undone: 'The note is not saved. What you wrote is still here.',
    },
    savedTitle: 'Saved',
    saved: 'Your note is saved. In Ledelseskompas only you can open it.',
    undo: 'Undo',
    title: 'Your note',
    onlyYou: 'In Ledelseskompas only you can open it.',
    sealed: 'The note can’t be opened because its key is missing. Tell whoever runs the bot where you work.',
    promptGone: 'The question is no longer there.',
    edit: 'Edit the note',
    remove: 'Delete the note',
    keepChanges: 'Save changes',
    edited: 'Your changes are saved.',
    dropChanges: 'Discard changes',
    deleteTitle: 'Delete the note?',
    surely: 'Yes, delete it',
    keep: 'No, keep it',
    away: { deleted: 'The note is deleted', unknown: 'The note is no longer there' },
  },
  notes: {
    title: 'My notes',
    count: notesOf,
    none: 'You have not saved a note yet. Get a question to think about, write what you think, and press “Save”.',
    noHits: 'None of your notes are about that.',
    search: 'Search your notes',
    searchHint: 'A theme or a word',
    find: 'Search',
    all: 'Show all notes',
    older: 'Show older',
    newer: 'Show newer',
    open: 'Open the note',
  },
  myData: {
    part: (part, parts) => `Your data, part ${part} of ${parts}`,
    intro:
      'This is what I have stored about you. The Teams ids and addresses that go with it you can have in a file from your municipality’s IT support. The messages here stay in the conversation until you delete them in Teams.',
    rest: 'There is more than fits in a conversation. Ask your municipality’s IT support for all of it.',
    ask: {
      title: 'Delete everything about you?',
      lines: [
        'Your role, your language, your notes, your scheduled questions and everything else I have stored about you will be deleted. It can’t be undone.',
        'Cards that you shared or answered in other conversations are changed, so that you are not on them. Those over 90 days old can’t be changed.',
        'If the municipality makes backups of the database, it stays in them until they are deleted. This conversation is kept in Teams, and it is yours to delete.',
      ],
    },
    deleted: {
      title: 'Everything about you is deleted',
      gone: (notes, kinds) =>
        `I have deleted ${notes === 0 ? '' : `${notesOf(notes)} and `}${kinds === 1 ? 'one' : kinds} ${notes === 0 ? '' : 'other '}${kinds === 1 ? 'kind' : 'kinds'} of information about you. If you write again, we start afresh.`,
      changed: (n) =>
        n === 1
          ? 'One card that you had shared or answered is changed, so that you are not on it.'
          : `${n} cards that you had shared or answered are changed, so that you are not on them.`,
      pending: (n) =>
        `${n === 1 ? 'One card is' : `${n} cards are`} being changed. It takes up to a minute. If Teams does not answer, I try again every day.`,
      failed: (n) =>
        n === 1
          ? 'One card could not be changed and still shows your name. I try again every day for up to 90 days. If it can’t wait, ask the team’s owner or the municipality’s IT support to delete the card.'
          : `${n} cards could not be changed and still show your name. I try again every day for up to 90 days. If it can’t wait, ask the team’s owner or the municipality’s IT support to delete the cards.`,
      asked: 'Messages that I sent in conversations for which you set up questions may still show your name.',
      copies: 'What was deleted may remain in the municipality’s backups until they are deleted. This conversation is kept in Teams.',
    },
    surely: 'Yes, delete everything about me',
    first: 'Show me my data first',
    no: 'No, keep it',
    farewell: {
      title: 'Keep what I have stored about you?',
      lines: (date) => [
        `You have not used Ledelseskompas for a long time. After ${date} I will therefore delete everything I have stored about you, your notes included.`,
        'Press “Keep all of it”, or write to me, and nothing is deleted. If it may be deleted, there is nothing you need to do.',
      ],
      keep: 'Keep all of it',
    },
  },
  notHere: {
    group: {
      title: 'That belongs in your own chat',
      text: 'Everyone here can see this. Open Ledelseskompas in your own chat and write it there.',
    },
    nobody: {
      title: 'I can’t remember anything for you here',
      text: 'Teams does not say who you are, so I store nothing about you. You can still ask anything about the leadership framework.',
    },
    'not-yet': {
      title: 'I can’t do that yet',
      text: 'You can ask about your role and the leadership framework, and you can get a question to think about.',
    },
  },
  notYet: {
    'reminder-once': {
      title: 'A reminder for once is not something I can do yet',
      text: 'I have not set anything up. I can send you a question to think about on fixed days.',
    },
    agreement: {
      title: 'I cannot keep track of agreements with yourself yet',
      text: 'I have not written anything down. You can get a question to think about and keep your answer as a note.',
    },
    agreements: {
      title: 'I cannot keep track of agreements with yourself yet',
      text: 'There are none to show. You can get a question to think about and keep your answer as a note.',
    },
    focus: {
      title: 'A focus over several weeks is not something I can do yet',
      text: 'I have not set anything up. You can get a question to think about now, or on fixed days.',
    },
  },
  peopleButton: {
    setRole: 'Set my role',
    changeRole: 'Change my role',
    forgetRole: 'Forget my role',
    nudgeOn: 'Get scheduled questions',
    nudgeTime: 'Change days and time',
    profile: 'Show my profile',
    reflections: 'My notes',
    'export-data': 'Export my data',
    'delete-data': 'Delete my data',
  },
};

function daysOf(days: readonly Weekday[]): string {
  const names = days.map((day) => dayNames[day]);
  if (names.length === 7) return 'every day';
  if (names.length === 1) return `every ${names[0]}`;
  if (isRow(days)) return `${names[0]} to ${names.at(-1)}`;
  return listed(names);
}

const clock = (time: string) => time.replace(/^0/, '');

const article = (noun: string) => (/^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`);

/** The English texts. */
const enPlan: typeof daPlan = {
  plan: {
    title: {
      saved: 'All set',
      moved: 'All set',
      paused: 'Your questions are paused',
      stopped: 'Your scheduled questions have stopped',
      resumed: 'Pause ended',
      restarted: 'Your scheduled questions are on again',
      'not-today': 'No problem',
      shown: 'Your scheduled questions',
    },
    teamTitle: {
      saved: 'All set',
      moved: 'The questions here have changed',
      paused: 'Your questions are paused',
      stopped: 'The questions here have stopped',
      resumed: 'Pause ended',
      restarted: 'The questions here are on again',
      'not-today': 'No problem',
      shown: 'Questions in this conversation',
    },
    cadence: (days, time) => `${daysOf(days)} at ${clock(time)}`,
    onDays: (days) => daysOf(days),
    next: (when) => `Next: ${when}.`,
    today: 'today',
    tomorrow: 'tomorrow',
    noNext: 'There is no day within the next year on which it can come.',
    off: 'No more will come.',
    pauseUntil: (date) => `Paused through ${date}.`,
    pauseOn: (date) => `Pause on ${date}.`,
    pauseBetween: (from, until) => `Pause from ${from} until the end of ${until}.`,
    zone: (city) => `Times are in ${city} time.`,
    cities: {},
    restarted: 'I could not reach you for a while, and so I stopped.',
    restartedTeam: 'I could not write here for a while, and so I stopped.',
    how: 'Write “stop” when you want no more, or for example “pause until Monday”.',
    howTeam:
      'Anyone in the conversation can stop or move them: mention me with @ before my name, and write “stop the questions” or “send a question every Tuesday at 9”.',
    again: 'Write for example “remind me every morning at 8” when you want them again.',
    againTeam: 'Mention me with @ before my name, and write for example “send a question every Monday at 9” when you want them again.',
    maker: (name) => [name, ' asked for them, for everyone here.'],
    someMaker: 'One of you asked for them, for everyone here.',
    doer: {
      moved: (name) => [name, ' changed them.'],
      paused: (name) => [name, ' paused them.'],
      resumed: (name) => [name, ' ended the pause.'],
      stopped: (name) => [name, ' stopped them.'],
    },
    aMember: 'A member',
    own: 'If you want questions for yourself, say so in our own chat.',
    roleless: 'Set your role, and the questions will be about it.',
    settings: 'Settings',
    stop: 'Stop',
    stopTeam: 'Stop the questions here',
    start: 'Start them again',
    startTeam: 'Send a question every Monday',
    resume: 'End the pause now',
    oneWeek: 'Pause for one week',
    twoWeeks: 'Pause for two weeks',
    noneTitle: 'You have no scheduled questions',
    none: 'Write for example “remind me every morning at 8”, and they begin.',
    noneTeamTitle: 'No scheduled questions here',
    noneTeam: 'Mention me with @ before my name, and write for example “send a question every Monday at 9”.',
    unclear: {
      time: {
        title: 'When should it come?',
        text: 'I am not sure which time you mean. Write for example “every weekday at 8:15” or “Tuesday and Thursday at 14:00”.',
      },
      day: {
        title: 'Which day do you mean?',
        text: 'I cannot find that day in the calendar: either it does not exist, or the weekday and the date do not go together. Write for example “Thursday 3 December” or just “Thursday”.',
      },
      pause: {
        title: 'How long should the pause last?',
        text: 'I am not sure which days you mean. Write for example “pause until Monday”, “pause in week 42” or “pause for two weeks”.',
      },
    },
    offer: {
      title: {
        pause: 'Shall your questions pause?',
        move: 'Should your scheduled questions move?',
        start: 'Would you like scheduled questions?',
      },
      teamTitle: {
        pause: 'Shall the questions here pause?',
        move: 'Shall the questions here move?',
        start: 'Would you like questions here?',
      },
      unchanged: 'I have not changed anything. It could be:',
      yes: { pause: 'Yes, pause them', move: 'Yes, move them', start: 'Yes please' },
      no: 'No, as before',
    },
    halves: (early, late) => `Do you mean ${clock(early)} or ${clock(late)}?`,
    half: (time) => `At ${clock(time)}`,
    unchanged: 'For now this still applies:',
    choose: 'Choose days and time',
    formTitle: 'Settings for your scheduled questions',
    onLabel: 'Scheduled questions',
    on: 'Send me questions',
    days: 'Days',
    day: dayNames,
    time: 'Time',
    until: 'Pause through (optional)',
    save: 'Save settings',
    undo: 'Undo',
    remark: {
      days: 'Choose at least one day.',
      time: 'Write a time between 00:00 and 23:59, for example 8:00.',
      until: 'Choose a date from today and at most a year ahead.',
    },
    zoneTitle: 'Which time zone should they follow?',
    zoneText: (planned, reported, time) =>
      `Your scheduled questions come at ${clock(time)} in ${planned} time. Your Teams now shows the time of ${reported}.`,
    followZone: (city) => `Follow the time of ${city}`,
    followPlanned: 'Keep the time',
    followReported: 'Change to the time here',
  },
  nudge: {
    title: 'Today’s question',
    teamTitle: 'A question for you all',
    summary: (role) => `Today’s question for you as ${article(role)}`,
    why: (cadence) => `You get it ${cadence}, because you asked for it.`,
    whyTeam: (name, cadence) => [name, ` asked for it. It comes ${cadence}.`],
    whySomeTeam: (cadence) => `One of you asked for it. It comes ${cadence}.`,
    stop: 'Write “stop” when you want no more.',
    stopTeam: 'Anyone here can stop or move it: mention me with @, and write for example “stop the questions”.',
    another: 'Another',
    notToday: 'Not today',
  },
};

/** The English texts of sharing. */
const enSharing: typeof daSharing = {
  statementSummary: 'A statement from the leadership framework',
  share: {
    button: 'Share the card',
    showLink: 'Show the link',
    linkNote: 'Copy the address:',
    inTeams: 'Share the link',
    openPage: 'Open as a page',
    print: 'Open the guide to print',
    openChat: 'Open our chat',
    formTitle: 'Where do you want to share it?',
    what: 'You are sharing: ',
    conversation: 'Conversation',
    choose: 'Choose',
    line: 'A line of your own (optional)',
    linePlaceholder: 'Say why you share it',
    round: 'Can the team answer on the card?',
    roundNo: 'No, share the question only',
    roundYes: 'Yes, collect short answers that everyone in the conversation can see',
    post: 'Share in the conversation',
    none: 'I know no group chat or channel where you have written to me. Mention me there with @ before the name, and you can share from here. Or take the text along:',
    copy: 'Copy as text',
    copyLabel: 'The text, to copy',
    back: 'Back to the card',
    with: (names, more) =>
      more > 0 ? `with ${names.join(', ')} and ${more} ${more === 1 ? 'other' : 'others'}` : `with ${names.join(' and ')}`,
    groupChat: (date) => `Group chat, last used ${date}`,
    channel: (date) => `Channel, last used ${date}`,
    remark: {
      choose: 'Choose a conversation before you share.',
      long: 'The line is too long. There is room for 200 characters.',
      'not-member': 'I cannot see that you are in that conversation, so nothing was shared. Choose another one.',
      failed: 'It could not be shared right now. Try again in a moment.',
    },
    the: { groupChat: 'the group chat', channel: 'the channel' },
    done: (where) => ['Shared. The card is now in ', where, ', and your name is on it.'],
    away: {
      nothing: {
        title: 'What do you want to share?',
        text: 'First find a statement, a role, a theme or a question, then press “Share the card”.',
      },
      gone: { title: 'The card is old', text: 'What was shared is no longer here. Find it again, and share it again.' },
      group: {
        title: 'Let us do that in private',
        text: 'Everyone here can see this. Open Ledelseskompas in your own chat; from there you can share and see your own role.',
      },
    },
  },
  onCard: {
    summary: 'A colleague shared something from the leadership framework',
    by: 'Shared by ',
    byNobody: 'Shared by a colleague',
    own: 'Show for my role',
    forYou: (role) => `For you as ${role}`,
    near: (role) => `Your role is in another framework. Nearest to it in this one: ${article(role)}.`,
    onlyYou: 'Only you see the card like this.',
    noRole: 'I do not know your role. Set it in your own chat with Ledelseskompas, and you will see here what applies to you.',
  },
  round: {
    title: 'Answers from the conversation',
    count: (n) => (n === 1 ? '1 answer' : `${n} answers`),
    none: 'Nobody has answered yet.',
    newest: (n) => `These are the newest ${n}.`,
    label: 'Your answer. Everyone in the conversation can see it and your name.',
    placeholder: 'Keep it short, at most 280 characters',
    answer: 'Post answer (everyone here sees it)',
    change: 'Change my answer',
    remove: 'Delete my answer',
    close: 'Stop collecting answers',
    closed: 'Answers are closed.',
    remark: {
      empty: 'Write something before you answer.',
      long: 'The answer is too long. There is room for 280 characters.',
      closed: 'Answers are closed, so yours was not kept.',
      failed: 'Your answer was not kept. Try again in a moment.',
    },
  },
  extension: {
    kind: { common: 'Shared by all', role: 'Role', theme: 'Theme', statement: 'Statement', prompt: 'Something to think about' },
    roleLine: (n) => (n === 1 ? '1 statement of what is expected' : `${n} statements of what is expected`),
    commonLine: (n) => (n === 1 ? '1 statement that applies to all' : `${n} statements that apply to all`),
    themeLine: 'See what it means',
    nothing: (text) => `The leadership framework says nothing about “${text}”. Try another word, a role or a theme.`,
    long: 'Your text is long. Try a few words, a role or a theme.',
    unknown: 'I do not know that command. Use “Find in the framework”, and write a word, a role or a theme.',
    noLink: 'The link leads to nothing in the leadership framework. Search instead with “Find in the framework”.',
    promptTitle: 'Share a question to think about',
    about: 'Role or theme',
    aboutAll: 'Shared by all',
    framework: 'Leadership framework',
    line: 'A line of your own (optional)',
    another: 'Give me another question',
    insert: 'Insert',
    messageTitle: 'What does the framework say about this?',
    messageEmpty: 'There is no text in the message to look up.',
    close: 'Close',
    onlyYou: 'Only you see the answer. The message is not kept.',
  },
};

/** The English texts. */
export const enTalk: typeof daTalk = {
  help: 'What you can ask',
  helpIntro: 'I know the leadership framework and answer in its own words. Write as you would ask a colleague, or tap an example.',
  helpMention: 'In a group chat or channel I answer only when you mention me with @ before the name.',
  version: (number: string) => `Version ${number}`,
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
  lookedFor: (text) => `I looked for “${text}” in all the frameworks.`,
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
    'In Ledelseskompas only you can open your notes. Those who run Ledelseskompas in your municipality have the key to them, and the conversation here, with the notes that you are shown in it, is kept in Teams by your municipality, like all other messages. There is no view for your leader, HR or colleagues.',
    'A note is stored only when you press “Save”, and it is encrypted.',
    'Your messages are read to find an answer. They are neither stored nor written to a log. I remember the subject and the language of your last question for ten minutes, so that you can go on from it.',
    'I store the role, the language and the scheduled questions that you choose yourself, and which questions to think about you were given. I also store when you last wrote, and where in Teams I can write to you. I store your name only if you set up questions, share something or answer a shared card in a group chat or channel.',
    'Write “export my data” or “delete my data” in our own chat whenever you want. If you remove the bot, everything about you is deleted after a time that the municipality sets: 30 days unless it chose otherwise.',
  ],
  seen: {
    note: {
      title: 'No. In Ledelseskompas only you can open your notes.',
      lines: [
        'Those who run the bot in your municipality have the key to the notes, and the conversation here is kept in Teams by your municipality, like all other messages in Teams.',
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
    outdated: {
      title: 'The card is from an older version',
      text: 'The button no longer works. Write what you wanted to know or do, or start again from here.',
    },
  },
};

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const numberOf = (n: number) => words[n] ?? `${n}`;

const quoted = (text: string) => `“${text}”`;

const statements = (n: number) => (n === 1 ? '1 statement' : `${n} statements`);

/** The English texts. */
export const en: Strings = {
  source: 'Source',
  quoted,
  untitled: (name) => `${quoted(name)} (the title is Ledelseskompas’ own)`,
  edition: (year) => `${year}`,
  noEdition: 'undated',
  under: (heading) => `under ${quoted(heading)}`,
  aboutSource: 'About the source',
  adopted: 'The text beside the line is the adopted wording, in Danish.',
  uncertain: 'Note: the document does not show clearly which role this statement belongs to.',
  doubtful: 'Uncertain place. See “About the source”.',
  orElse: (column) => `It may also be ${column}.`,
  originalsNote: 'Obvious typos are corrected. The document says:',
  olderShown: (year, newer) => `This is the ${year} edition. The current one is from ${newer}.`,

  hide: 'Hide',
  toggle: (show, label) => (label ? `${label}: ${show.toLowerCase()} or hide` : `${show} or hide them again`),
  showStatements: (n) => `Show ${statements(n)}`,
  showRest: (n) => (n === 1 ? 'Show the last statement' : `Show the last ${n}`),
  show: 'Show',
  moreThemes: (n) => (n === 1 ? 'One more theme' : `${firstUpper(numberOf(n))} more themes`),
  showPrompt: 'Show the question',
  showText: 'Show the text',
  showThemes: (n) => `Show all ${numberOf(n)}`,
  showBehind: 'Show the wording behind it',

  prompt: 'To think about',
  promptNote: 'not part of the framework',

  forgetful: 'Right now I can’t look up your choices (role, framework and language). This answer is without them.',
  partRead: (part) =>
    part ? ['The message is long. I read this part of it: ', quoted(part)] : ['The message is long. I read only its beginning.'],
  corrected: (from, to) => ['I read ', quoted(from), ' as ', quoted(to), '.'],
  assumed: (said, role) => ['None of the frameworks mentions ', quoted(said), `, so here is the closest: ${quoted(role)}.`],
  instead: (role) => `Show ${role} instead`,

  expectationsSummary: (role, framework) => `What is expected of ${article(role)} in ${framework}`,
  partSummary: (theme, role) => `${theme}: what is expected of ${article(role)}`,

  definitionSummary: (name) => `What the framework says about ${quoted(name)}`,
  themeIs: firstUpper,
  thatWasAll: (theme) => `That was all about ${quoted(theme)}. Next is:`,
  outlineSummary: (name) => `${name} in short`,
  outlineNote: 'The wording is adopted, so I do not shorten it. This is what it is about:',
  noDefinition: 'The document does not explain it in words of its own. Here you can see what it means for each role.',
  subthemes: 'It covers',
  forRole: 'See what it means for',
  partOf: (theme) => `Part of ${theme}`,
  flag: 'Cornerstone',

  commonSummary: (framework) => `What everyone shares in ${framework}`,
  short: 'In short',
  longTitle: 'The full wording',

  aboutSummary: (framework) => `About ${framework}`,
  aboutFacts: { by: 'From', edition: 'Edition', roles: 'Roles', themes: 'Contents', statements: 'Statements', contact: 'Contact' },
  unknownBy: 'The document does not name the municipality',
  aboutThemes: (n, kind) => `${firstUpper(numberOf(n))} ${kind}`,
  aboutStatements: (roles, common) => `${roles} for the roles and ${common} shared`,
  showRoles: (n) => `Show the ${numberOf(n)} roles`,
  roles: 'The roles',
  seeRole: 'Show',
  preface: 'Introduction',
  frameworksSummary: 'The leadership frameworks you can ask about',
  frameworks: (n) => `You can ask about ${numberOf(n)} leadership frameworks`,
  editionOf: (name) => `Earlier edition of ${name}`,
  seeFramework: 'Read about it',

  topic: {
    stands: (name) => `What is said about ${name}`,
    near: (name, silent) => (silent ? `${silent} does not mention ${name}` : `${firstUpper(name)} is not mentioned`),
    none: (name) => `Nothing about ${name}`,
    compared: (name) => `${firstUpper(name)} side by side`,
  },
  topicUnnamed: {
    stands: 'What is said about it',
    near: 'It is not mentioned in those words',
    none: 'Nothing is said about it',
    compared: 'The subject side by side',
  },
  topicAsked: (said) => `You asked about ${quoted(said)}.`,
  topicNearNote: 'Nearest are:',
  topicBeside: 'Near the topic',
  topicNoneNote: 'Nothing is said about it. Try another word, or start from one of these.',
  topicLacking: (name, role) => `Nothing is said about ${name} to ${article(role)}. This is said to others:`,
  topicSense: 'The word itself does not stand there, but this is about it.',
  topicElsewhere: (place, n, name) => `${shortPlace(place)} says ${numberOf(n)} ${n === 1 ? 'thing' : 'things'} about ${name}`,
  topicThere: (place) => `See what ${shortPlace(place)} says`,
  topicMore: (n) => `Show ${n} more`,
  rolesOf: (roles) => (roles.length > 2 ? `${roles.slice(0, 2).join(', ')} and ${numberOf(roles.length - 2)} more` : roles.join(' and ')),
  explains: (theme) => `How ${theme} is explained`,
  allLeaders: 'Shared by all',

  reflectSummary: 'A question to think about',
  reflectTitle: 'A question for you',
  reflectTeamTitle: 'A question for each of you',
  reflectFor: (role) => `For you as ${article(role)}`,
  reflectForAll: 'For all leaders',
  reflectStatementTitle: 'The statement behind it',
  another: 'Give me another question',
  promptsTitle: (n) => `${firstUpper(numberOf(n))} questions to think about`,
  others: 'Give me some others',

  and: 'and',
  compareRolesSummary: (roles) => `${roles} side by side`,
  shared: 'The same for them',
  compareTopicSummary: (names) => `${names} on the same`,
  silentAbout: (name) => `Says nothing about ${name}.`,
  nothingMore: 'Says nothing else about it.',
  nothingHere: 'There is nothing here for this role.',
  compareFrameworksSummary: (names) => `${names} side by side`,
  compareFrameworks: 'Frameworks side by side',
  noSuchTheme: 'Has no theme of that name and says nothing about it.',
  themeElsewhere: 'Has no theme of that name, but says about the subject:',
  noSuchLevel: 'Has no role at that level.',
  definition: 'How they explain it',
  level: {
    medarbejder: 'Employees',
    'leder-af-medarbejdere': 'Leaders of employees',
    'leder-af-ledere': 'Leaders of leaders',
    chef: 'Heads of department',
    direktor: 'Directors',
  },
  editionsTitle: (older, newer) => `Changes from ${older} to ${newer}`,
  editionsSummary: (older, newer) => `What changed from ${older} to ${newer}`,
  editionsCounts: (counts) =>
    `${counts.new} new, ${counts.gone} gone, ${counts.reworded} reworded, ${counts.touched} touched up and ${counts.unchanged} unchanged.`,
  editionsLegend: ['Bold and underlined words are new. ', 'Struck-through', ' words are gone.'],
  editionsWhole: 'The whole framework',
  page: (page, pages) => `Page ${page} of ${pages}`,
  change: {
    new: 'New',
    gone: 'Gone',
    reworded: 'Reworded',
    touched: 'Touched up: commas, endings and small words',
    unchanged: 'Unchanged',
  },

  guideTitle: {
    review: 'Guide to the leadership review',
    onboarding: 'Guide to a good start',
    team: 'Exercise for the leadership team',
    sparring: 'Guide to peer coaching',
  },
  guidePurpose: {
    review: 'Use it to talk about what works and what comes next in your leadership. Set aside forty-five minutes.',
    onboarding: 'Use it in the first weeks to talk about what the role involves and where support is needed. Set aside half an hour.',
    team: 'Use it at a meeting of the leadership team to find the one thing you want to do differently together. Set aside an hour.',
    sparring: 'Use it when two leaders help each other along. One talks, the other asks. Swap after twenty minutes.',
  },
  guideHow: {
    review: 'Each of you picks two statements: one that goes well and one where something needs to change. Start there.',
    onboarding: 'Read the statements on your own. Tell each other what they mean in daily work, and what is unclear.',
    team: 'Read the statements in silence. Everyone picks one; start with the one most people chose.',
    sparring: 'Pick a statement that matters right now. Your partner asks, and saves the good advice for later.',
  },
  guideUse: 'How to use it',
  guideNext: 'Next step',
  guideNextStep: {
    review: 'Write down one thing you will try before you meet again, and agree when to follow up.',
    onboarding: 'Agree on one thing to try, one thing to help with, and a day next month to look at it again.',
    team: 'Agree what you will try, who keeps an eye on it, and when it is back on the agenda.',
    sparring: 'Say out loud what you will do tomorrow, and agree when your partner asks about it.',
  },
  guideAsk: 'Ask',
  guideMore: (n) => `Show ${n} more`,
  guideSummary: (title, role) => `${title}: ${role}`,

  choice: {
    framework: (subject, n) =>
      subject ? `${subject} is in ${numberOf(n)} frameworks. Which one do you have in mind?` : 'Which framework do you have in mind?',
    role: (subject) => (subject ? `${subject} could be several roles. Which one do you have in mind?` : 'Which role do you have in mind?'),
    title: (said) => `None of the frameworks names ${quoted(said)}. Who is nearest?`,
    reading: (subject) => (subject ? `${subject}: what would you like to see?` : 'What would you like to see?'),
  },
  choiceSummary: 'Which one do you have in mind?',
  choiceHint: 'Tap your choice, or type it.',
  ...enTalk,
  ...enPeople,
  ...enSharing,
  ...enPlan,

  button: {
    ...enPeople.peopleButton,
    role: (role) => `Show ${role}`,
    roleIn: (role, framework) => `${role} in ${framework}`,
    edition: (year) => `Show the ${year} edition`,
    part: (theme) => `Show ${quoted(theme)}`,
    partFor: (theme, role) => `${role}: ${theme}`,
    sameFor: (role) => `Show the same for ${role}`,
    whole: 'Show the whole role',
    definition: (name) => `Read about ${quoted(name)}`,
    meaning: 'Read what it means',
    commonIn: (framework) => `Shared in ${framework}`,
    common: 'Show what everyone shares',
    commonEdition: (year) => `Show what was shared in ${year}`,
    about: 'Read about the framework',
    aboutOther: (name) => `About ${name}`,
    frameworks: 'Show all frameworks',
    topic: 'Search all frameworks',
    topicAbout: (text) => `See what is said about ${quoted(text)}`,
    topicWhole: 'Show all about it',
    topicAfterAll: 'See what is nearest to it',
    outline: 'Show it in short',
    contact: 'See whom you can ask',
    compareRoles: (other) => `Compare with ${other}`,
    compareTwo: 'Compare two roles',
    compareAll: 'Compare all themes',
    compareTheme: (theme) => `Compare ${theme.toLowerCase()}`,
    compareFrameworks: 'Compare the frameworks',
    compareLevel: (level) => `Compare ${level.toLowerCase()}`,
    changes: (older, newer) => `See changes ${older}–${newer}`,
    changesWhole: 'See all changes',
    nextPage: 'Show the next changes',
    previousPage: 'Show the previous changes',
    reflect: 'Get a question',
    reflectAnother: 'Get another question',
    guide: {
      review: 'Prepare a leadership review',
      onboarding: 'Make a guide to a good start',
      team: 'Make an exercise for the team',
      sparring: 'Prepare peer coaching',
    },
    help: 'Show what you can ask',
    privacy: 'See what is stored',
    none: 'None of them',
  },

  phrase: {
    role: (role) => `What is expected of ${article(role)}?`,
    part: (theme, role) => `${quoted(theme)} for ${article(role)}`,
    definition: (name) => `What is ${name.toLowerCase()}?`,
    common: 'What do all leaders share?',
    about: (name) => `What is ${name}?`,
    frameworks: 'Which frameworks are there?',
    reflect: (role) => `Give me something to think about as ${article(role)}`,
    reflectAny: 'Give me something to think about',
    other: 'What can I ask?',
  },
  askThis: (phrase) => `Ask: ${phrase}`,

  amongOthers: {
    help: 'What you can all ask',
    another: 'Give us another question',
    others: 'Give us some others',
    button: { help: 'Show what you can all ask', contact: 'See whom you can ask' },
    phrase: {
      reflect: (role) => `Give us a question for ${article(role)}`,
      reflectAny: 'Give us a question to talk about',
      other: 'What can we ask?',
    },
  },
};
