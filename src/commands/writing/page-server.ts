/**
 * One page for a browser on this machine, which loads itself again when it is told to.
 */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The page on its address. */
export type PageServer = {
  readonly address: string;
  /** Lets every browser that shows the page load it again. */
  refresh(): void;
  close(): void;
};

/** Only this machine. */
const HOST = '127.0.0.1';

/** Loads the page again when the server says so, and when the server is back after it was gone. */
const script = `<script>
let lost = false;
const changes = new EventSource('/changes');
changes.onmessage = () => location.reload();
changes.onerror = () => { lost = true; };
changes.onopen = () => { if (lost) location.reload(); };
</script>
</body>`;

/** Serves a file at `/` on a port, or on a free one where that is taken. */
export async function servePage(file: string, port: number): Promise<PageServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer(({ url, headers }, response) => {
    // A page elsewhere could name this address by a name of its own.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')) return void response.writeHead(421).end();
    if (url === '/changes') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).flushHeaders();
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    if (url !== '/') return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(pageText(file).replace(/<\/body>(?![\s\S]*<\/body>)/, () => script));
  });
  const listen = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, HOST, () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(port).catch(() => listen(0));
  return {
    address: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    refresh() {
      for (const each of listeners) each.write('data: saved\n\n');
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The page, or an empty one before it is written. */
function pageText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Ledelseskompas</title></head><body></body></html>';
  }
}
