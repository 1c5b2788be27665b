import { describe, expect, it } from 'vitest';
import { parseEnvelope, type ReadActivity, readActivity } from '../../src/teams/incoming.js';
import { recorded } from './activities.js';

const now = new Date('2026-11-24T10:00:00Z');
const bot = '28:22222222-2222-4222-8222-222222222222';

function read(name: string, changes: Record<string, unknown> = {}, local = false): ReadActivity {
  const envelope = parseEnvelope(recorded(name, changes));
  if (!envelope) throw new Error('not an activity');
  return readActivity(envelope, now, local);
}

function incomingOf(name: string, changes: Record<string, unknown> = {}) {
  const reading = read(name, changes);
  if (reading.kind !== 'incoming') throw new Error(reading.kind);
  return reading.incoming;
}

const mention = (text: string, id = bot, name = 'Kompas') => ({ type: 'mention', text, mentioned: { id, name } });
const [renamed, written] = ['Kompas Børn & Unge', 'Kompas Børn &amp; Unge'];
/** The mention of a renamed bot, of which Teams tells no text. */
const named = (changes: object = {}) => ({ type: 'mention', mentioned: { id: bot, name: renamed }, ...changes });

describe('readActivity', () => {
  it('reads a personal message whole', () => {
    expect(incomingOf('message.personal', { locale: 'da-DK' })).toEqual({
      person: { tenant: '11111111-1111-4111-8111-111111111111', entraId: 'aaaaaaaa-0000-4000-8000-000000000001', channelId: '29:1alice' },
      name: 'Alice Admin',
      conversation: { id: 'a:personal-chat-1', kind: 'personal' },
      address: {
        serviceUrl: 'http://localhost:56331/_connector',
        conversation: 'a:personal-chat-1',
        botId: bot,
        userId: '29:1alice',
      },
      locale: 'da-DK',
      timeZone: 'UTC',
      at: new Date('2026-11-23T07:56:53.924Z'),
      what: { kind: 'text', text: 'hello bot' },
    });
  });

  it.each([
    ['message.personal', 'text', 'personal'],
    ['message.personal.multiline', 'text', 'personal'],
    ['message.suggested-action-imBack', 'text', 'personal'],
    ['message.groupChat.mention', 'text', 'groupChat'],
    ['message.channel.new-post.mention', 'text', 'channel'],
    ['message.channel.reply.mention', 'text', 'channel'],
    ['message.card-submit.personal', 'action', 'personal'],
    ['message.card-submit.groupChat', 'action', 'groupChat'],
    ['message.card-submit.channel', 'action', 'channel'],
    ['message.me-card-inserted', 'text', 'personal'],
    ['invoke.adaptiveCard-action.personal', 'action', 'personal'],
    ['invoke.adaptiveCard-action.groupChat', 'action', 'groupChat'],
    ['invoke.adaptiveCard-action.channel', 'action', 'channel'],
    ['installationUpdate.add.personal', 'installed', 'personal'],
    ['installationUpdate.add.groupChat', 'installed', 'groupChat'],
    ['installationUpdate.add.channel', 'installed', 'channel'],
    ['conversationUpdate.membersAdded.personal', 'installed', 'personal'],
    ['conversationUpdate.membersAdded.groupChat', 'installed', 'groupChat'],
    ['conversationUpdate.membersAdded.channel', 'installed', 'channel'],
    ['mock.conversationUpdate.botAdded.personal', 'installed', 'personal'],
    ['mock.installationUpdate.remove', 'removed', 'personal'],
  ])('reads %s as %s in %s', (name, kind, place) => {
    const { what, conversation } = incomingOf(name);
    expect([what.kind, conversation.kind]).toEqual([kind, place]);
    expect(conversation.id).not.toContain(';');
  });

  it.each([
    'mock.conversationUpdate.userAdded.channel',
    'mock.conversationUpdate.botRemoved.channel',
    'mock.conversationUpdate.channelCreated',
    'mock.custom.messageReaction',
  ])('ignores %s', (name) => {
    expect(read(name)).toEqual({ kind: 'ignored' });
  });

  it.each(['task/fetch', 'task/submit'])('reads what a button of a dialog sends as %s', (name) => {
    const data = { do: 'act', act: { act: 'list-notes' }, language: 'da', msteams: { type: 'task/fetch' } };
    const { what, conversation, address } = incomingOf('mock.custom.task-fetch', { name, value: { data, context: { theme: 'dark' } } });
    expect(what).toEqual({ kind: 'action', data, invoke: true, dialog: true });
    expect([conversation.kind, address?.userId]).toEqual(['personal', '29:1alice']);
  });

  it.each([undefined, null, 'data', 7, [], { context: {} }])(
    'reads a dialog’s invoke with the value %j as a button without data',
    (value) => {
      expect(incomingOf('mock.custom.task-fetch', { value }).what).toEqual({ kind: 'action', data: undefined, invoke: true, dialog: true });
    },
  );

  it('does not know the invoke of a search', () => {
    expect(read('invoke.composeExtension-query')).toEqual({ kind: 'extensionInvoke' });
  });

  it('reads a thumb under an answer, with what a form of whatever make sent along', () => {
    const name = 'invoke.message-submitAction.feedback';
    expect(incomingOf(name).what).toEqual({ kind: 'rated', reaction: 'like', answer: undefined, sent: { feedbackText: 'great' } });
    const value = (feedback: unknown) => ({
      replyToId: 'm1',
      value: { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback } },
    });
    for (const feedback of ['{"letter":"x"}', { letter: 'x' }])
      expect(incomingOf(name, value(feedback)).what).toEqual({ kind: 'rated', reaction: 'dislike', answer: 'm1', sent: { letter: 'x' } });
    const data = { actionName: 'feedback', actionValue: { reaction: 'dislike' } };
    const asked = incomingOf(name, { name: 'message/fetchTask', replyToId: 'm1', value: { data } });
    expect(asked.what).toEqual({ kind: 'rated', reaction: 'dislike', answer: 'm1' });
  });

  it.each([
    ['an edit', { type: 'messageUpdate' }],
    ['an edit that calls itself a message', { channelData: { eventType: 'editMessage' } }],
    ['a deletion', { type: 'messageDelete' }],
    ['typing', { type: 'typing' }],
    ['an unknown type', { type: 'somethingNew' }],
    ['the removal before an upgrade', { type: 'installationUpdate', action: 'remove-upgrade' }],
    ['its own message', { from: { id: bot } }],
    ['another bot', { from: { id: '28:other', role: 'bot' } }],
  ])('ignores %s', (_name, changes) => {
    expect(read('message.personal', changes)).toEqual({ kind: 'ignored' });
  });

  it.each([
    ['at the start', '<at>Kompas</at> hvad siger I?', [mention('<at>Kompas</at>')], 'hvad siger I?'],
    ['in the middle, twice', 'hej <at>Kompas</at> og <at>Kompas</at> igen', [mention('<at>Kompas</at>')], 'hej   og   igen'],
    ['with the name in another form', '<at>Ledelses Kompas</at> hjælp', [mention('<at>Ledelses Kompas</at>')], 'hjælp'],
    ['named in the entity only', '<at>Kompas</at> hjælp', [{ type: 'mention', mentioned: { id: bot, name: 'Kompas' } }], 'hjælp'],
    [
      'beside another person',
      '<at>Kompas</at> hjælp <at>Bo</at>',
      [mention('<at>Kompas</at>'), mention('<at>Bo</at>', '29:bo')],
      'hjælp Bo',
    ],
    ['in several lines', '<at>Kompas</at> en\nto', [mention('<at>Kompas</at>')], 'en\nto'],
    ['alone', '<at>Kompas</at>', [mention('<at>Kompas</at>')], ''],
    ['with an ampersand written out', `<at>${written}</at> hjælp`, [named()], 'hjælp'],
    ['with an ampersand as it is', `<at>${renamed}</at> hjælp`, [named()], 'hjælp'],
    ['with an ampersand that the entity tells otherwise', `<at>${written}</at> hjælp`, [named({ text: `<at>${renamed}</at>` })], 'hjælp'],
    ['with an ampersand that the text tells otherwise', `<at>${renamed}</at> hjælp`, [named({ text: `<at>${written}</at>` })], 'hjælp'],
    ['with an id in the tag', `<at id="0">${written}</at> hjælp`, [named()], 'hjælp'],
    ['by a name that the entity does not know', '<at>Kompas</at> hjælp', [named({ mentioned: { id: bot } })], 'hjælp'],
    [
      'by such a name, beside another person',
      '<at>Bo</at> spørg <at>Kompas</at>',
      [mention('<at>Bo</at>', '29:bo', 'Bo'), named({ mentioned: { id: bot } })],
      'Bo spørg',
    ],
    ['not at all', '<at>Bo</at> og <at>Ida</at> hjælp', [mention('<at>Bo</at>', '29:bo', 'Bo')], 'Bo og Ida hjælp'],
    ['in blank words', 'en to tre', [mention(' '), mention('')], 'en to tre'],
  ])('strips the bot mentioned %s', (_name, text, entities, expected) => {
    expect(incomingOf('message.groupChat.mention', { text, entities }).what).toEqual({ kind: 'text', text: expected });
  });

  it('reads a long text with a thousand mentions as soon as one with a single one', () => {
    const text = `<at>Kompas</at>${' '.repeat(90_000)}hjælp`;
    const entities = [
      ...Array.from({ length: 1_300 }, () => mention(' ')),
      ...Array.from({ length: 1_300 }, () => mention('<at>Kompas</at>')),
    ];
    expect(incomingOf('message.groupChat.mention', { text, entities }).what).toEqual({ kind: 'text', text: '' });
  });

  it('tells what a client asks by itself from what a person presses', () => {
    const value = { action: { type: 'Action.Execute', data: {} }, trigger: 'automatic' };
    expect(incomingOf('invoke.adaptiveCard-action.personal', { value }).what).toEqual({
      kind: 'action',
      data: {},
      invoke: true,
      auto: true,
    });
    const pressed = incomingOf('invoke.adaptiveCard-action.personal', { value: { ...value, trigger: 'manual' } });
    expect(pressed.what).toEqual({ kind: 'action', data: {}, invoke: true });
  });

  it('tells the quote of a reply apart in the html that Teams repeats the message in', () => {
    const quote = '<blockquote itemtype="http://schema.skype.com/Reply">Hej</blockquote>';
    const span = '<span itemtype="http://schema.skype.com/Mention" itemid="0">Kompas</span>';
    const changes = {
      text: 'Hej <at>Kompas</at> hjælp',
      entities: [mention('<at>Kompas</at>')],
      attachments: [{ contentType: 'text/html', content: `${quote}<p>${span} hjælp</p>` }],
    };
    expect(incomingOf('message.groupChat.mention', changes).what).toEqual({ kind: 'text', text: `${quote}<p>  hjælp</p>` });
  });

  it('keeps a text that Teams repeats as html', () => {
    const attachments = [{ contentType: 'text/html', content: '<p>hej</p>' }];
    expect(incomingOf('message.personal', { text: 'hej', attachments }).what).toEqual({ kind: 'text', text: 'hej' });
    expect(incomingOf('message.personal', { text: '', attachments }).what).toEqual({ kind: 'text', text: '' });
  });

  it.each([
    ['a file', { contentType: 'application/vnd.microsoft.teams.file.download.info' }],
    ['a picture', { contentType: 'image/*' }],
    ['a picture inside html', { contentType: 'text/html', content: '<div><img src="x"></div>' }],
  ])('sees a message with only %s', (_name, attachment) => {
    expect(incomingOf('message.personal', { text: undefined, attachments: [attachment] }).what).toEqual({ kind: 'attachment' });
  });

  it('hands the data of both kinds of buttons on', () => {
    expect(incomingOf('message.card-submit.personal').what).toMatchObject({ invoke: false, data: { kind: 'submit' } });
    expect(incomingOf('invoke.adaptiveCard-action.personal').what).toMatchObject({ invoke: true, data: { kind: 'exe' } });
    expect(incomingOf('invoke.adaptiveCard-action.personal', { value: 'broken' }).what).toEqual({
      kind: 'action',
      invoke: true,
      data: undefined,
    });
  });

  it('takes an upgrade as an installation', () => {
    expect(incomingOf('installationUpdate.add.personal', { action: 'add-upgrade' }).what).toEqual({ kind: 'installed' });
  });

  it('counts a conversation of an unclear kind as shared', () => {
    const kindOf = (conversation: object, channelData: object = {}) =>
      incomingOf('message.personal', { conversation, channelData }).conversation.kind;
    expect(kindOf({ id: '19:x@thread.v2' })).toBe('groupChat');
    expect(kindOf({ id: 'x', isGroup: true })).toBe('groupChat');
    expect(kindOf({ id: 'x', conversationType: 'meeting' })).toBe('groupChat');
    expect(kindOf({ id: '19:x@thread.tacv2' }, { channel: { id: '19:x' } })).toBe('channel');
    expect(kindOf({ id: 'a:x' })).toBe('personal');
  });

  it('takes what the test client says of everybody for nobody’s choice, in local mode only', () => {
    const localeIn = (local: boolean, locale: string) => {
      const reading = read('message.personal', { locale }, local);
      return reading.kind === 'incoming' ? reading.incoming.locale : 'none';
    };
    expect([localeIn(true, 'en-US'), localeIn(true, 'en-GB'), localeIn(false, 'en-US')]).toEqual([undefined, 'en-GB', 'en-US']);
  });

  it('drops a locale, a time zone and a time that are none', () => {
    const entities = [{ type: 'clientInfo', locale: 'da-DK', timezone: 'Mars/Base' }];
    const incoming = incomingOf('message.personal', {
      locale: '<script>',
      entities,
      localTimezone: 'Europe/Copenhagen',
      timestamp: 'i går',
    });
    expect([incoming.locale, incoming.timeZone, incoming.at]).toEqual(['da-DK', 'Europe/Copenhagen', now]);
  });

  it('survives nonsense in the details', () => {
    const changes = {
      entities: [null, 5, { type: 5 }],
      attachments: 'x',
      membersAdded: {},
      channelData: 'x',
      localTimezone: 5,
      timestamp: [],
      value: null,
    };
    expect(incomingOf('message.personal', changes).what).toEqual({ kind: 'text', text: 'hello bot' });
  });
});

describe('parseEnvelope', () => {
  it.each([
    ['nothing', undefined],
    ['an empty object', {}],
    ['a list', []],
    ['a number as type', recorded('message.personal', { type: 5 })],
    ['no type', recorded('message.personal', { type: undefined })],
    ['no conversation', recorded('message.personal', { conversation: undefined })],
    ['a conversation without id', recorded('message.personal', { conversation: {} })],
    ['no sender', recorded('message.personal', { from: undefined })],
    ['an object as text', recorded('message.personal', { text: {} })],
    ['a list as the name of the sender', recorded('message.personal', { from: { id: '29:1', name: ['Mette'] } })],
    ['a number as the bot', recorded('message.personal', { recipient: 7 })],
    ['a list as the name of the bot', recorded('message.personal', { recipient: { id: '28:1', name: [] } })],
    ['an object as the name of the conversation', recorded('message.personal', { conversation: { id: 'a:1', name: {} } })],
    ['text for whether it is a group', recorded('message.personal', { conversation: { id: 'a:1', isGroup: 'no' } })],
    ['an object as locale', recorded('message.personal', { locale: {} })],
    ['half a character in the id', recorded('message.personal', { id: '1\ud800' })],
    ['an emoji in the id of the conversation', recorded('message.personal', { conversation: { id: 'a:🙂' } })],
    ['a line break in the id of the conversation', recorded('message.personal', { conversation: { id: 'a:1\nx-evil: 1' } })],
    ['a number as the id', recorded('message.personal', { id: 7 })],
  ])('refuses %s', (_name, body) => {
    expect(parseEnvelope(body)).toBeUndefined();
  });
});
