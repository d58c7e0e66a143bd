import type { Cases } from './cases.ts';

const parcel = 'My parcel was due on Monday and it is still not here. I am really losing patience.';
const double = 'I was charged $49.90 twice in May. Could you check please?';
const address = 'Can I still change the delivery address of order 4711?';
const crash = 'Since the update the app closes itself as soon as I open it.';

export const en: Cases = {
  good: [
    {
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      name: 'Nora',
      reply:
        "Hi Nora, waiting for a parcel that should long be there is frustrating, and I'm sorry. I'm asking the courier now and will write to you by 3 pm today.",
      promised: 'by 3 pm today',
    },
    {
      customer: double,
      upset: false,
      category: 'billing',
      reply:
        "I'm looking at the second charge of USD 49.90 and will tell you by tomorrow noon what I find. Do you have the dates of both at hand?",
    },
    {
      customer: address,
      upset: false,
      category: 'delivery_order',
      reply:
        "Order 4711 has left our warehouse, so we can't change where it goes any more. I can have it held at a pick-up point near you instead. Would that work?",
    },
    {
      customer: crash,
      upset: false,
      category: 'bug_outage',
      reply:
        "Thanks for telling us about the crash. It is fixed in the version that came out today: open the store and tap Update. Does the app start again? If it doesn't, tell me and I'll stay with it today.",
    },
    {
      customer: 'Since yesterday I cannot get into my account, it refuses my password.',
      upset: false,
      category: 'account_access',
      reply:
        'Good morning! I can see the sign-in being refused here too. I am resetting your password and will confirm within the hour that you are back in.',
    },
    {
      customer: 'Wrong delivery AGAIN, I ordered red and got blue!',
      upset: true,
      category: 'delivery_order',
      reply:
        'That is the second time, and I get why you are fed up. I am sorry, we picked the wrong box. The red one ships today and reaches you on Thursday; keep the blue one.',
    },
    {
      customer: 'How do I export my data?',
      upset: false,
      category: 'how_to',
      reply: 'Under Settings > Data there is a button called Export. Does the file come through?',
    },
    {
      customer: 'The dashboard has been showing zero sales since this morning.',
      upset: false,
      category: 'bug_outage',
      reply:
        'Hi! The zero sales came from a job that stopped overnight. It runs again since 11, so your dashboard is filling up now. Do you see your numbers again?',
    },
    {
      customer: 'I have been on hold for an hour and nobody cares!',
      upset: true,
      category: 'complaint',
      reply:
        'An hour on hold is maddening, and I am sorry we left you there. I have your case now: tell me what it is about and I’ll answer right here within ten minutes.',
    },
    {
      customer: 'Cancel my subscription please',
      upset: false,
      category: 'cancellation_churn',
      reply:
        'Sure thing, your subscription ends on the last day of this month and nothing more will be charged. Is that what you wanted?',
    },
    {
      customer: 'Is there an API limit?',
      upset: false,
      category: 'how_to',
      reply:
        'Yes: a hundred calls a minute on your plan. If you need more, tell me roughly how many and I’ll raise it today.',
    },
  ],
  bad: [
    {
      fails: 'personal',
      customer: address,
      upset: false,
      reply: 'Dear valued customer, the address of your order has been changed.',
    },
    {
      fails: 'personal',
      customer: address,
      upset: false,
      name: 'Nora',
      reply: "Hi there, I'll check this for you by tonight.",
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        'Thank you for your message. We are looking into your issue and will be back tomorrow.',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        'You wrote: "Since the update the app closes itself as soon as I open it." I will check by tomorrow.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'We apologise for any inconvenience this may have caused.',
    },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: 'Your parcel is out for delivery. I will check on it by 3 pm.',
    },
    {
      fails: 'acknowledges',
      customer: address,
      upset: false,
      reply: 'We are deeply sorry! I will change the address of your order by tonight.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: "We're sorry if you feel you were treated badly.",
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: false,
      reply: 'You should have given the full address. The parcel went back.',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'The parcel is late, which is annoying. I will check it by tomorrow.',
    },
    {
      fails: 'next-step',
      customer: double,
      upset: false,
      reply: 'Your message about the charge has reached us.',
    },
    {
      fails: 'by-when',
      customer: double,
      upset: false,
      reply: "I'll check the charge and get back to you as soon as possible.",
    },
    {
      fails: 'options',
      customer: address,
      upset: false,
      reply: "That isn't possible. The order has already shipped.",
    },
    {
      fails: 'confirms',
      customer: double,
      upset: false,
      reply:
        'I have refunded the second charge. Please let us know if you have any other questions.',
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply: 'Please be advised that your query has been escalated to tier 2 prior to resolution.',
    },
    {
      fails: 'no-wall',
      customer: double,
      upset: false,
      reply: 'Charges are handled by another department.',
    },
    {
      fails: 'no-wall',
      customer: double,
      upset: false,
      reply: 'Please send us a DM and we will look at the charge.',
    },
    {
      fails: 'no-wall',
      customer: address,
      upset: false,
      reply: "Unfortunately the system doesn't let us change addresses.",
    },
    { fails: 'grounded', customer: double, upset: false, reply: 'You get $59.90 back.' },
    { fails: 'grounded', customer: parcel, upset: false, reply: 'Your parcel comes on 4 March.' },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: "Calm down please. I'll check the app by tomorrow.",
    },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: 'PLEASE RESTART YOUR PHONE RIGHT AWAY!!!',
    },
    {
      fails: 'next-step',
      customer: 'My refund has not arrived.',
      upset: false,
      category: 'refund',
      reply: 'Your case is being processed.',
    },
    {
      fails: 'no-wall',
      customer: 'Cancel my subscription please',
      upset: false,
      category: 'cancellation_churn',
      reply: 'As per our policy cancellations must be submitted by letter.',
    },
    {
      fails: 'owns',
      customer: 'My screen arrived cracked.',
      upset: false,
      category: 'refund',
      reply: 'If you feel the item was damaged you can open a claim.',
    },
    {
      fails: 'no-wall',
      customer: 'My order came with the wrong size.',
      upset: false,
      category: 'refund',
      reply: 'That is not something my team handles, try the returns people.',
    },
    {
      fails: 'acknowledges',
      customer: 'You charged me twice!!! Third email!!!',
      upset: true,
      category: 'billing',
      reply: 'We value your feedback and will look into your concern shortly.',
    },
    {
      fails: 'owns',
      customer: 'The sync fails every night.',
      upset: false,
      category: 'bug_outage',
      reply: 'You probably did not configure it properly, as I explained last week.',
    },
    {
      fails: 'options',
      customer: 'Please refund me.',
      upset: false,
      category: 'refund',
      reply: 'Refunds are not possible.',
    },
    {
      fails: 'by-when',
      customer: 'When does my parcel come?',
      upset: false,
      category: 'delivery_order',
      reply: 'We are investigating and will update you in due course.',
    },
    {
      fails: 'no-wall',
      customer: 'Why was my account suspended?',
      upset: false,
      category: 'account_access',
      reply: 'Your account violated our policies. This decision is final.',
    },
  ],
};
