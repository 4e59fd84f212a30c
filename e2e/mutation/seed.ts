/** The same random cases for every mutant, so that its survival is not a matter of chance. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 1, numRuns: 30 });
