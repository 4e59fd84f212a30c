import { createServer } from 'node:net';

/** A port that nobody listens at now, for a program that takes no 0 for one. */
export const freePort = (host = 'localhost'): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
