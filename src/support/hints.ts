/** Whether the hints are switched on or off in "hints on" and "hints off"; undefined where it is neither. */
export function wantedIn(words: string): boolean | undefined {
  const last = words.trim().toLowerCase().split(/\s+/).at(-1);
  return last === 'on' ? true : last === 'off' ? false : undefined;
}

export const HOW_TO_SWITCH =
  'Before a reply that you wrote yourself is sent, I may point at one or two things in it. Say “hints off” if you want none of that, and “hints on” to have it back.';

export function saySwitched(wanted: boolean): string {
  return wanted
    ? 'From now on I point at one or two things before a reply of your own is sent, where there is any reason to.'
    : 'No more hints: what you write is sent at once. “hints on” brings them back.';
}
