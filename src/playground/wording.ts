import type { Deed } from '../support/conversation.ts';
import { DEEDS } from '../support/wording.ts';

/** How a person is called: their name, or what they are. */
export function nameOf(name: string): string {
  return name || 'Somebody';
}

export function firstName(name: string): string {
  return name.split(' ')[0] || 'the customer';
}

/** A line of who did what, to somebody who wrote in this channel. */
export function sayDeed({ by, did, detail }: Deed, channel: string): string {
  const who = nameOf(by.name);
  switch (did) {
    case 'sent':
      return `${who} sent the reply`;
    case 'edited-and-sent':
      return `${who} edited the draft and sent it`;
    case 'answered-directly':
      return `${who} answered in #${channel}`;
    case 'took-over':
      return `${who} took over`;
    case 'regenerated':
      return detail
        ? `${who} asked for another draft: “${detail}”`
        : `${who} asked for another draft`;
    case 'set-aside':
      return `${who} marked it as not a request`;
    case 'resolved':
      return `${who} resolved it`;
    case 'split':
      return `${who} split it`;
    case 'merged':
      return `${who} merged it into another conversation`;
    case 'asked':
      return `${who} asked for a draft`;
    case 'corrected-category':
      return `${who} corrected the category: ${detail}`;
    case 'corrected-urgency':
      return `${who} corrected the urgency: ${detail}`;
    case 'solved':
      return `${who} said that it is solved`;
    case 'called-person':
      return `${who} asked for a person`;
    case 'ended-escalation':
      return `${who} ended the escalation: ${detail}`;
    case 'asked-if-it-worked':
    case 'asked-again':
    case 'checked-in':
    case 'closed-by-silence':
    case 'unsolved':
    case 'snoozed':
    case 'woke':
      return `${who} ${DEEDS[did]}`;
    case 'confirmed-promise':
      return `${who} confirmed a promise: ${detail}`;
    case 'moved-promise':
      return `${who} set the time of a promise: ${detail}`;
    case 'dismissed-promise':
      return `${who} said that it is no promise: ${detail}`;
    case 'asked-to-rate':
      return `${who} asked how it was`;
    case 'reminded-to-rate':
      return `${who} asked once more how it was`;
    case 'rated':
      return `${who} rated us ${detail}`;
    case 'skipped-survey':
      return `${who} skipped the survey`;
    case 'assigned':
      return `${who} assigned it to ${detail}`;
    case 'handed-on':
      return `${who} handed it to ${detail}`;
    default:
      return did satisfies never;
  }
}
