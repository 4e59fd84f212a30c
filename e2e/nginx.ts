/** nginx as Debian has it. Its test is skipped, and counted, where there is none. */
import { spawnSync } from 'node:child_process';
import { installWithApt } from '../src/print/apt.ts';

export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).error === undefined;

/** Fetches nginx where that is Debian's to give; the service is not started. */
export const installNginx = (): boolean => hasNginx() || installWithApt('nginx-light');
