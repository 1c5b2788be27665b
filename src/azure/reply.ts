/**
 * Reading what came back over HTTP: no more of it than may be, and no longer than it is waited for.
 */
import { Readable } from 'node:stream';

/** Bytes of a reply, unpacked: many times what any of them has. */
const mostBytes = 256 * 1024;

/**
 * Reads a body whole; rejects where it has more than {@link mostBytes}, or the signal ends first. Node's own fetch listens weakly:
 * once memory has been tidied, a body that stopped half-way would stay open for ever.
 */
export async function readReply(body: Response['body'], signal: AbortSignal | undefined): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of body ? Readable.fromWeb(body, { signal }) : []) {
    length += chunk.length;
    if (length > mostBytes) throw new Error(`the reply has more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
