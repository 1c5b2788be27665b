/**
 * The others in the playground: its page knows one person only, its HTTP routes speak for every member.
 */

/** Which of the made-up people: 1 is the one at the page. */
export type Member = 1 | 2 | 3 | 4 | 5 | 6;

/** Where something is done. */
export type Room = 'personal' | 'group';

const tenant = '11111111-1111-4111-8111-111111111111';
const group = '19:group-chat-1@thread.v2';
const idOf = (member: Member) => `29:person-${member}`;
const chatOf = (member: Member) => (member === 1 ? 'a:personal-chat-1' : `a:personal-chat-of-${member}`);

/** What members can do at a playground. */
export type Members = {
  /** Writes to the bot in a chat of one's own; the bot's answer is seen by nobody. */
  write(member: Member, text: string): Promise<void>;
  /** Sends an invoke and gives the bot's answer to it. */
  invoke(member: Member, room: Room, name: string, value: object, replyToId?: string): Promise<unknown>;
};

/** Speaks for the members of the playground at this address. */
export function meetMembers(url: string): Members {
  const post = async (path: string, body: object) => {
    const response = await fetch(url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${path} got ${response.status}: ${await response.text()}`);
    return response.text();
  };
  return {
    async write(member, text) {
      await post('/_internal/v1/customActivities', {
        type: 'message',
        id: `written-${member}-${Date.now()}`,
        text,
        locale: 'da-DK',
        channelId: 'msteams',
        serviceUrl: `${url}/_connector`,
        from: { id: idOf(member), name: `Person ${member}`, aadObjectId: `aaaaaaaa-0000-4000-8000-00000000000${member}` },
        recipient: { id: '28:22222222-2222-4222-8222-222222222222', name: 'Ledelseskompas' },
        conversation: { id: chatOf(member), conversationType: 'personal', tenantId: tenant },
        channelData: { tenant: { id: tenant } },
      });
    },
    async invoke(member, room, name, value, replyToId) {
      const conversation = { id: room === 'group' ? group : chatOf(member) };
      const answer = await post('/_conversation/v1/invoke', {
        name,
        value,
        from: { id: idOf(member) },
        conversation,
        ...(replyToId && { replyToId }),
      });
      return JSON.parse(answer);
    },
  };
}
