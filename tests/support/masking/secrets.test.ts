import { describe, expect, it } from 'vitest';
import { showsSecret } from '../../../src/support/masking/secrets.ts';

describe('a secret in a message', () => {
  it.each([
    'my password is Tr0ub4dor&3',
    'pwd: hunter2',
    'api_key=4f9c0b1e77',
    `token sk_${'live'}_abcdef1234567890`,
    `AKIA${'ABCDEFGHIJKL'}`,
    '-----BEGIN RSA PRIVATE KEY-----',
  ])('is seen: "%s"', (text) => expect(showsSecret(text)).toBe(true));

  it.each([
    'my password is wrong',
    'The password is not accepted.',
    'the token is expired',
    'Where do I find my API key?',
    'the access token: where is it',
    'I reset my password yesterday at 10:30',
    'Is the secret key rotated every 90 days?',
  ])('is not suspected: "%s"', (text) => expect(showsSecret(text)).toBe(false));
});
