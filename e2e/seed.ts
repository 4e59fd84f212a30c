/** Vitest's set-up: the same code gets the same random cases at each run; with `FUZZ`, others each time. */
import { configureGlobal } from 'fast-check';

if (!process.env['FUZZ']) configureGlobal({ seed: 1 });
