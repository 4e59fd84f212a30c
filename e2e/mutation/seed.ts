/** The same cases for every mutant, or one would live and another die by chance. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 1, numRuns: 30 });
