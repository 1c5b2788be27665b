/**
 * Loaded into the service before its own code: moves its clocks, leads login.microsoftonline.com to this machine, and
 * tells how long the event loop stood still. Nothing of the service itself is changed.
 */
import { request as plainRequest } from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const loginHost = 'login.microsoftonline.com';
const { HARDENING_CLOCK = '', HARDENING_LOGIN = '' } = process.env;

/** How far the wall clock is ahead, and how far the one that only goes forward. */
const ahead = { wall: HARDENING_CLOCK === '' ? 0 : Date.parse(HARDENING_CLOCK) - Date.now(), steady: 0 };

const RealDate = Date;
class MovedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead.wall);
    else super(...given);
  }
  static now() {
    return RealDate.now() + ahead.wall;
  }
  static [Symbol.hasInstance](value) {
    return value instanceof RealDate;
  }
}
globalThis.Date = Object.defineProperty(MovedDate, 'name', { value: 'Date' });
const steady = performance.now.bind(performance);
Object.defineProperty(performance, 'now', { value: () => steady() + ahead.steady, configurable: true, writable: true });

if (HARDENING_LOGIN) leadLogin(Number(HARDENING_LOGIN));

function leadLogin(port) {
  const { request } = https;
  https.request = (...args) => {
    const [target, options] = isAddress(args[0]) ? [new URL(args[0]), args[1]] : [undefined, args[0]];
    const host = target?.hostname ?? options?.hostname ?? String(options?.host ?? '').split(':')[0];
    if (host !== loginHost) return request(...args);
    const given = typeof options === 'function' ? {} : options;
    const path = target ? `${target.pathname}${target.search}` : given.path;
    const { method, headers, signal, timeout } = given;
    const answer = args.find((each) => typeof each === 'function');
    return plainRequest({ host: '127.0.0.1', port, path, method, headers, signal, timeout }, answer);
  };
  syncBuiltinESMExports();
  const { fetch } = globalThis;
  globalThis.fetch = (target, options) => {
    const url = new URL(isAddress(target) ? target : target.url);
    return url.hostname === loginHost ? fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, options) : fetch(target, options);
  };
}

function isAddress(value) {
  return typeof value === 'string' || value instanceof URL;
}

const delays = monitorEventLoopDelay({ resolution: 5 });
process.on('message', ({ id, ask, wall = 0, steady: further = 0 }) => {
  if (ask === 'shift') {
    ahead.wall += wall;
    ahead.steady += further;
  }
  if (ask === 'watch') {
    delays.enable();
    delays.reset();
  }
  process.send({ id, longestMs: Math.round(delays.max / 1e6) });
});
// Nobody who is gone leaves a service behind.
process.on('disconnect', () => process.exit(70));
process.channel?.unref();
