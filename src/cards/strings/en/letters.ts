/**
 * English texts of thumbs under answers, and of letters to an editor.
 */
import type { daLetters } from '../da/letters.js';

const counted = 'It has been counted. I keep a number only, not who pressed.';

/** The English texts. */
export const enLetters: typeof daLetters = {
  rated: {
    liked: { title: 'Thank you', lines: [counted] },
    disliked: { title: 'Thank you for saying so', lines: [counted, 'Try asking in another way.'] },
    'disliked-group': {
      title: 'Thank you for saying so',
      lines: [counted, 'To write to those behind the framework, use your own chat with me.'],
    },
    unread: {
      title: 'Thank you, your thumb has been counted',
      lines: ['What you wrote beside it came from a field that is not mine. I have neither kept it nor sent it to anybody.'],
    },
  },
  letter: {
    button: 'Send to the editor',
    title: 'Write to the editor',
    dislikedTitle: 'What was not right?',
    door: (to) => `You write in a window of its own. It goes to ${to}, and only when you press “Send”.`,
    open: 'Write',
    to: (to) => `Goes to ${to}, and only when you press “Send”. Leave out other people’s names.`,
    label: 'What is sent',
    placeholder: 'Write what you found no answer to',
    dislikedPlaceholder: 'Write what you needed',
    signLabel: 'Name',
    sign: (name) => `Put my name on it: ${name}`,
    kept: (days) =>
      `I don’t keep who sent it. So you can’t take it back, and you get an answer only if your name is on it. It is deleted after ${days} days.`,
    send: 'Send',
    remark: {
      empty: 'Write something before you send.',
      'too-long': 'It is too long. There is room for 1,000 characters.',
      enough: 'You have sent all you can today. Try again tomorrow.',
      away: 'I can’t send it just now. It still stands here. Try again in a while.',
    },
    done: {
      sent: (to) => `Sent to ${to}. Your name is not on it.`,
      signed: (to) => `Sent to ${to} with your name on it.`,
      nobody: () => 'There is nobody to write to here any more. Nothing was sent.',
      empty: () => 'The field was empty, so nothing was sent.',
      'too-long': () => 'It was too long, so nothing was sent. There is room for 1,000 characters.',
      enough: () => 'You have sent all you can today, so this was not sent. Try again tomorrow.',
      away: () => 'I can’t send anything just now, so this was not sent. Try again in a while.',
    },
    contact: 'You can write to them here. If the bot does not work as it should, tell your IT department.',
  },
  letters: {
    editor: 'the editor',
    title: 'Letters to the editor',
    words: ['show letters', 'show letters to the editor', 'letters to the editor', 'show my letters', 'read letters'],
    read: 'Read',
    done: 'Done',
    finished: 'It is ticked off.',
    more: 'Show more letters',
    door: 'They open in a window of their own, so that they do not stay in the chat.',
    none: 'No letters are waiting.',
    count: (n) => (n === 1 ? '1 letter is waiting' : `${n} letters are waiting`),
    noFramework: 'No framework',
    unsigned: 'No name',
    sealed: 'The words can’t be opened because their key is missing. Tell the municipality’s IT support.',
    reason: { silent: 'was not there', unclear: 'was not understood', disliked: 'the answer was not right', asked: 'of their own accord' },
    came: (n) => (n === 1 ? '1 letter has come for you' : `${n} letters have come for you`),
    waiting: 'Letters are waiting for you',
    ending: (n, days) => (n === 1 ? `1 letter will be deleted within ${days} days.` : `${n} letters will be deleted within ${days} days.`),
  },
};
