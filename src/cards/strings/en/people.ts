/**
 * English texts of roles, profiles, notes and what is stored of a person.
 */
import type { daPeople } from '../da/people.js';
import { atTime, daysInShort, daysOf } from './words.js';

const notesOf = (n: number) => (n === 1 ? '1 note' : `${n} notes`);

/** The English texts. */
export const enPeople: typeof daPeople = {
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
    offer: (days, time, exact) => `Yes, ${days.length === 1 ? daysOf(days) : daysInShort(days).toLowerCase()} ${atTime(time, exact)}`,
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
    dailyOn: (days, time, exact) => `${daysInShort(days)} ${atTime(time, exact)}`,
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
    readIn: {
      chat: 'When you open it, it stands here in the chat.',
      dialog: 'It opens in a window of its own and does not stand in the chat.',
    },
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
    door: {
      read: 'It opens in a window of its own.',
      edited: 'Your changes are saved. The note opens in a window of its own.',
      open: 'Open the note',
    },
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
    listed: 'Show the notes',
    older: 'Show older',
    newer: 'Show newer',
    open: 'Open the note',
    door: {
      all: (n) => `You have ${notesOf(n)}.`,
      found: (n) => `${notesOf(n)} match what you are looking for.`,
      open: 'Open',
    },
  },
  inDialog: {
    title: 'That opens in a window of its own',
    text: 'So what you wrote for yourself does not come to stand in the chat.',
    label: 'Open',
  },
  myData: {
    part: (part, parts) => `Your data, part ${part} of ${parts}`,
    intro:
      'This is what I have stored about you. The Teams ids and addresses that go with it you can have in a file from your municipality’s IT support. The messages here stay in the conversation until you delete them in Teams.',
    introInDialog:
      'This is what I have stored about you. The Teams ids and addresses that go with it you can have in a file from your municipality’s IT support. What you read in this window does not come to stand in the chat.',
    reader: 'Messages that I asked the municipality’s language model about, I do not keep. So they are not here.',
    door: { title: 'Your data', text: 'Everything I have stored about you opens in a window of its own.', open: 'Open' },
    nextPart: 'Show the next part',
    previousPart: 'Show the part before',
    rest: 'There is more than fits in a conversation. Ask your municipality’s IT support for all of it.',
    counts:
      'I also count how often a subject is asked about. Those numbers hold nothing about you, so there is nothing of them to hand over.',
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
    'no-nudges': {
      title: 'This is turned off in your municipality',
      text: 'No questions, reminders or agreements come by themselves here. Write to me when you want a question to think about.',
    },
    'no-sharing': {
      title: 'Sharing is turned off in your municipality',
      text: 'You can still ask, read and write notes here with me.',
    },
    off: {
      title: 'Ledelseskompas is turned off in your municipality',
      text: 'I can’t answer just now, and I write nothing down. What you kept before is not deleted because I am turned off.',
    },
  },
  pilot: {
    title: 'Ledelseskompas is not open to everybody yet',
    some: (municipality) => ['Just now a small group in ', municipality ?? 'your municipality', ' is trying it.'],
    inChat: [
      'I do not keep what you write here. It only stands in the chat in Teams.',
      'If you have used me before, you can still write “stop”, “my notes”, “export my data” and “delete my data”.',
    ],
    amongOthers: 'That is why I do not answer everyone here.',
  },
  peopleButton: {
    setRole: 'Set my role',
    changeRole: 'Change my role',
    forgetRole: 'Forget my role',
    nudgeOn: 'Get scheduled questions',
    nudgeTime: 'Change days and time',
    profile: 'Show my profile',
    reflections: 'My notes',
    agreements: 'My agreements',
    'export-data': 'Export my data',
    'delete-data': 'Delete my data',
  },
};
