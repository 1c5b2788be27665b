/**
 * A line to a database that can be cut, go silent or grow slow.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** How the line is. `silent` takes bytes and passes none on; `gone` takes no connection and ends those there are. */
export type LineState = 'open' | 'silent' | 'slow' | 'gone';

/** A line from a port of this machine to a server. */
export type Line = {
  readonly port: number;
  /** Changes how it is; `slowMs` is how much longer each answer takes. */
  turn(state: LineState, slowMs?: number): void;
  close(): Promise<void>;
};

/** Opens a line. */
export async function openLine(target: { readonly host: string; readonly port: number }): Promise<Line> {
  let state: LineState = 'open';
  let delayMs = 0;
  const sockets = new Set<Socket>();
  const pass = (from: Socket, to: Socket, isSlow: boolean) =>
    from.on('data', (chunk) => {
      if (state === 'silent' || to.destroyed) return;
      if (state === 'slow' && isSlow) setTimeout(() => !to.destroyed && to.write(chunk), delayMs);
      else to.write(chunk);
    });
  const server = createServer((near) => {
    if (state === 'gone') return void near.on('error', () => undefined).resetAndDestroy();
    const far = connect(target);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    pass(near, far, true);
    pass(far, near, false);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    turn(next, slowMs = 0) {
      state = next;
      delayMs = slowMs;
      if (next === 'gone') cut();
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        cut();
      }),
  };
}
