import { describe, expect, it } from 'vitest';
import { omitted } from './meaning.fixture.ts';

describe('omissionsOf(source, span, language), of names', () => {
  it.each([
    ['en', 'He met ⟦Kim Jong⟧ Un.', 'Un'],
    ['en', '⟦He met Angela⟧ Merkel.', 'Merkel'],
    ['en', '“⟦We saw Kim⟧ Jong Un,” he said.', 'Jong Un'],
    ['en', '⟦He met Ursula⟧ von der Leyen.', 'von der Leyen'],
    ['en', '⟦He met George⟧ W. Bush.', 'W. Bush'],
    ['en', '⟦He met John⟧ F. Kennedy.', 'F. Kennedy'],
    ['en', '⟦He went to San⟧ Francisco.', 'Francisco'],
    ['en', '⟦He read the New York⟧ Times.', 'Times'],
    // The source has both together again, so that no sentence begins between them.
    ['en', '⟦He met Kim⟧ Jong Un there. Later Kim Jong Un left.', 'Jong Un'],
    ['fr', '⟦Il a vu Emmanuel⟧ Macron.', 'Macron'],
    ['ru', '⟦Он встретил Ким Чен⟧ Ына.', 'Ына'],
  ])('%s: ends inside the name: %s', (language, marked, rest) => {
    expect(omitted(marked, language)).toEqual([`after name ${rest}`]);
  });

  it.each([
    ['⟦He met Angela⟧ Merkel’s envoy, who agreed.', 'after capitals Merkel’s'],
    ['He met ⟦Kim⟧ Jong Un in Hanoi.', 'after capitals Jong Un'],
    ['⟦In Vladivostok⟧ Putin said so.', 'after capitals Putin'],
    ['⟦He met President⟧ Putin.', 'after capitals Putin'],
    ['⟦He went to the Gulf⟧ of Mexico.', 'after capitals of Mexico'],
    ['We met Ivanka ⟦Trump in May⟧.', 'before capitals Ivanka'],
    ['Under Kim ⟦Jong Il it fell⟧.', 'before capitals Kim'],
    // A first word is a name if the source has it elsewhere.
    ['Ivanka ⟦Trump agreed⟧. We met Ivanka there.', 'before capitals Ivanka'],
  ])('may begin or end inside a name: %s', (marked, words) => {
    expect(omitted(marked)).toEqual([words]);
  });

  it.each([
    ['en', 'He met President ⟦Putin in May⟧.'],
    ['en', 'The tall Keeper ⟦Orr agreed⟧.'],
    // It calls itself "harbour" elsewhere.
    ['en', 'We saw Harbour ⟦Master Hall⟧ in the harbour.'],
    ['en', 'Yesterday ⟦Kim left⟧.'],
    ['en', 'Then he said: “Yes, ⟦Kim left⟧.” Yes.'],
    ['en', 'On Monday ⟦Kim left⟧.'],
    ['en', '⟦On Monday⟧ Kim left.'],
    ['en', '⟦Kim met Putin⟧ Monday.'],
    ['en', '⟦They told Kim⟧ I was there.'],
    ['en', '⟦He met Kim⟧, Putin and others.'],
    ['en', '⟦He met Kim.⟧ Putin left.'],
    ['en', '⟦He met Kim⟧. Putin left.'],
    ['en', 'Kim’s ⟦Pyongyang⟧ is large.'],
    ['en', 'KIM ⟦MEETS⟧ PUTIN'],
    ['en', 'Kim Meets ⟦Putin⟧ in Vladivostok'],
    ['de', '⟦Er traf den Minister⟧ Lawrow.'],
    ['fr', 'le président ⟦Emmanuel Macron⟧ agit'],
    ['ko', '⟦김정은⟧ 위원장'],
  ])('%s: tells of no name in %s', (language, marked) => {
    expect(omitted(marked, language)).toEqual([]);
  });
});
