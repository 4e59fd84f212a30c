/**
 * Preloaded into a command, imitates a surrounding: `CLOCK` milliseconds are added to what the clock says, `OFFLINE` has
 * no network, and nothing below `READ_ONLY` can be written.
 */
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { resolve, sep } from 'node:path';

const { CLOCK, OFFLINE, READ_ONLY } = process.env;

if (CLOCK) {
  const Real = Date;
  const now = (): number => Real.now() + Number(CLOCK);
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [now()]) as [number]));
    }
    static override now = now;
  } as DateConstructor;
}

if (OFFLINE) {
  const refuse = (): never => {
    throw Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' });
  };
  dns.lookup = refuse as unknown as typeof dns.lookup;
  const connect = net.Socket.prototype.connect as (
    this: net.Socket,
    ...given: unknown[]
  ) => net.Socket;
  net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
    const [options] = [given[0]].flat() as { path?: string; host?: string }[];
    // A browser and Vite's own parts are reached within the machine.
    if (options?.path || /^(?:localhost|127\.|::1)/.test(options?.host ?? 'localhost'))
      return connect.apply(this, given);
    return refuse();
  } as typeof net.Socket.prototype.connect;
}

if (READ_ONLY) {
  const folder = resolve(READ_ONLY);
  const isWithin = (path: unknown): boolean =>
    typeof path === 'string' &&
    (resolve(path) === folder || resolve(path).startsWith(folder + sep));
  const refuse = (name: string, path: unknown): never => {
    const message = `EROFS: read-only file system, ${name} '${path}'`;
    throw Object.assign(new Error(message), { code: 'EROFS', syscall: name, path });
  };
  type Call = (...given: unknown[]) => unknown;
  const calls = fs as unknown as Record<string, Call>;
  for (const name of [
    'writeFileSync',
    'mkdirSync',
    'renameSync',
    'rmSync',
    'unlinkSync',
    'appendFileSync',
    'mkdtempSync',
    'symlinkSync',
    'linkSync',
    'copyFileSync',
    'cpSync',
  ]) {
    const own = calls[name] as Call;
    const target = /^(?:copyFile|cp|symlink|link)Sync$/.test(name) ? 1 : 0;
    // What is not there is removed anywhere.
    const isNothing = (path: unknown): boolean =>
      /^(?:rm|unlink)Sync$/.test(name) && !fs.existsSync(String(path));
    calls[name] = (...given) =>
      isWithin(given[target]) && !isNothing(given[target])
        ? refuse(name, given[target])
        : own(...given);
  }
  const open = calls['openSync'] as Call;
  calls['openSync'] = (...given) =>
    isWithin(given[0]) &&
    !['r', 'rs', undefined, fs.constants.O_RDONLY].includes(given[1] as string)
      ? refuse('open', given[0])
      : open(...given);
}
syncBuiltinESMExports();
