import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be long, and can fall silent: bytes go nowhere, and nobody is told. */
export type SilentProxy = {
  readonly port: number;
  /** Whether nothing passes. What was sent meanwhile is lost. */
  silent: boolean;
  /** How often somebody sent something after an answer, or at first: the ways there and back that were waited for. */
  trips: number;
  close(): Promise<void>;
};

/** Opens a way to a port of this machine; there and back takes so many milliseconds. */
export async function openProxy(to: number, awayMs = 0): Promise<SilentProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    let isAnswered = true;
    near.on('data', () => {
      if (isAnswered) proxy.trips += 1;
      isAnswered = false;
    });
    far.on('data', () => {
      isAnswered = true;
    });
    const pass = (from: Socket, on: Socket) => {
      sockets.add(from);
      const send = (data: Buffer) => void (proxy.silent || on.write(data));
      from.setNoDelay(true);
      from.on('data', (data) => (awayMs > 0 ? void setTimeout(send, awayMs / 2, data) : send(data)));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        on.destroy();
      });
    };
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: SilentProxy = {
    port: (server.address() as AddressInfo).port,
    silent: false,
    trips: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return proxy;
}
