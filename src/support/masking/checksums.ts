/** Checks that numbers carry in themselves, so that a mere row of digits is not taken for one. */

/** ISO/IEC 7812-1, annex B: cards. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** ISO/IEC 7064 MOD 97-10 as ISO 13616 applies it to an IBAN without blanks, in capitals. */
export function mod97(iban: string): boolean {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** The letter of a Spanish DNI or NIE: the number modulo 23 (Real Decreto 1553/2005, article 11). */
export function spanishLetter(id: string): boolean {
  const plain = id.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const number = Number(
    plain.slice(0, -1).replace(/^[XYZ]/, (first) => String('XYZ'.indexOf(first))),
  );
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === plain.at(-1);
}

/** The key of a French NIR (social security): 97 less the first thirteen digits modulo 97. */
export function frenchKey(digits: string): boolean {
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

/** The two check digits of a Brazilian CPF. */
export function brazilianDigits(digits: string): boolean {
  const check = (length: number) => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += Number(digits[i]) * (length + 1 - i);
    return ((sum * 10) % 11) % 10 === Number(digits[length]);
  };
  return check(9) && check(10) && !/^(\d)\1*$/.test(digits);
}
