import { expect, it } from 'vitest';
import { asking } from '../../src/teams/errors.ts';

/** What is made of an error that a call to Teams ends in. */
const made = (message: string, facts: object = {}) =>
  asking(() => Promise.reject(Object.assign(new Error(message), facts))).catch((error) => error);

it.each([
  [
    'temporarily_unavailable: AADSTS90033',
    { errorCode: 'temporarily_unavailable' },
    'trouble (temporarily_unavailable). It',
  ],
  ['Authentication: No access token received from MSAL.', {}, 'trouble. It'],
  ['something', { errorCode: '<https://evil.example|here>' }, 'trouble. It'],
])(
  'a sign-in that has trouble (%s) is tried again, and agents read so',
  async (message, facts, words) => {
    const error = await made(message, facts);
    expect(error).toMatchObject({ name: 'PlatformError', retryable: true, uncertain: false });
    expect(error.message).toContain(words);
  },
);

it('a secret that Microsoft refuses is tried no more, and whoever runs it reads what to check', async () => {
  const error = await made('invalid_client: AADSTS7000215', { errorCode: 'invalid_client' });
  expect(error).toMatchObject({ name: 'PlatformError', retryable: false });
  expect(error.message).toContain('TEAMS_APP_PASSWORD');
});

it('a bug of ours is not taken for trouble of theirs', async () => {
  const bug = await made('Cannot read properties of undefined');
  expect(bug).toMatchObject({ name: 'Error' });
});
