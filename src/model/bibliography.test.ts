import { describe, expect, it } from 'vitest';
import { doiUrl, isIsbn } from './bibliography.ts';

describe('isIsbn(given)', () => {
  it.each(['0-306-40615-2', '080442957X', '978-0-306-40615-7', '979 10 90636 07 1'])(
    '%s is one',
    (given) => expect(isIsbn(given)).toBe(true),
  );
  it.each(['0-306-40615-3', '978-0-306-40615-8', '9770306406157', '97803064061', 'X804429570', ''])(
    '%s is none',
    (given) => expect(isIsbn(given)).toBe(false),
  );
});

describe('doiUrl(doi)', () => {
  it.each([
    ['10.1000/182', 'https://doi.org/10.1000/182'],
    [
      '10.1002/(SICI)1096-8644<1::AID-1>3.0.CO;2-#',
      'https://doi.org/10.1002/(SICI)1096-8644%3C1::AID-1%3E3.0.CO;2-%23',
    ],
    ['10.1000/a?b%', 'https://doi.org/10.1000/a%3Fb%25'],
  ])('of %s leads to it', (doi, url) => expect(doiUrl(doi)).toBe(url));
});
