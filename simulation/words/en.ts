import type { Words } from './words.ts';

export const en: Words = {
  matters: {
    billing: [
      'I was charged twice for invoice {n}, please have a look',
      'Our invoice {n} has the wrong VAT number on it, can you send a corrected one?',
      'Why did the price of our plan go up this month? Nobody told us',
      'Can we pay invoice {n} by bank transfer instead of the card?',
      'We need the invoices of the last quarter for our accountant',
    ],
    refund: [
      'I sent back order {n} two weeks ago and still have no refund',
      'Please refund the second licence, we bought it by mistake',
      'Where is my refund for order {n}?',
    ],
    delivery_order: [
      'My parcel {n} has not arrived, where is it?',
      'Order {n} came without the cables',
      'Can I still change the delivery address of order {n}?',
      'The tracking of order {n} has not moved for five days',
    ],
    account_access: [
      'I cannot log in, the reset link never arrives',
      'Our new colleague cannot get into the account, it says the invitation has expired',
      'I lost my phone and with it the second factor, how do I get in?',
    ],
    bug_outage: [
      'The export fails with error {n} since this morning',
      'The dashboard stays blank in Firefox after the update',
      'Uploads stop at 99 percent and then nothing happens',
      'The app crashes whenever I open the calendar',
    ],
    how_to: [
      'How do I add a colleague to our account?',
      'Is there a way to export all our projects at once?',
      'How can I change the language of the interface?',
      'Where do I find the API key?',
    ],
    cancellation_churn: [
      'We are thinking of leaving, please cancel our subscription at the end of the month',
      'Please close our account, we are moving to another tool',
    ],
    complaint: [
      'This is the third time I write about this and nobody answers properly. I am really disappointed',
      'Your colleague on the phone was rude and hung up on me',
    ],
    feature_request: [
      'It would be great if reports could be sent to us by mail every Monday',
      'Could you add a dark mode? Our whole team would love it',
    ],
    security_privacy: [
      'I think somebody else has logged into my account',
      'Which of our data do you store, and where? Our privacy officer asks',
    ],
  },
  outage: [
    'Everything is down, nobody in our company can work!',
    'We all get error 503 on every page. Is there an outage?',
    'Nothing loads any more since ten minutes ago, please help, we have customers waiting',
    'The service is down again. When will it be back?',
  ],
  besides: [
    'I attached nothing because the upload does not work either',
    'It is quite urgent for us',
    'The customer number is {n}',
  ],
  thanks: ['thanks', 'Thank you!', 'ok, thanks a lot', 'Great, thank you'],
  worked: ['Yes, that worked, thank you so much!', 'It works now, thanks!'],
  further: [
    'It is number {n}',
    'And does that also hold for the other account?',
    'We are on the Team plan, in Chrome on Windows',
    'No, it is still broken',
  ],
  unhappy: [
    'This is unacceptable, I am still waiting and nothing works',
    'I have been waiting for days now. This is really frustrating',
  ],
  person: ['Can I please speak to a human?', 'I want to talk to a real person about this'],
  praise: [
    'Thank you {name}, you explained that wonderfully!',
    'Wow, that was quick. Great service, {name}!',
    '{name} was so patient and helpful, thank you',
  ],
  again: [
    'It is broken again, the same as before',
    'Sorry, the problem is back since this morning',
  ],
  stop: ['Please stop messaging me'],
  glad: ['Quick and friendly', 'Solved within the hour, great', 'Very patient with my questions'],
  sad: [
    'It took far too long until somebody answered',
    'I had to explain everything three times',
    'The problem is still there',
  ],
  answers: [
    'Hi {name}, I have set it right in your account. Please load the page again and tell me whether it looks as you expect.',
    'Hi {name}, I have refunded it, the money is on its way to your card. Does that settle it for you?',
    'Hello {name}, it was a fault of ours and is mended now. Please try once more; I am here if anything is left.',
  ],
  added: [
    'I have put a note on your account, so that you need not explain it again.',
    'I checked it on our side just now, and it looks right.',
  ],
  questions: [
    'Hi {name}, could you send me the number of the invoice? Then I can look it up at once.',
    'Hi {name}, which browser do you use, and since when does it happen?',
  ],
  promises: [
    'Hi {name}, I am looking into it and will write to you here by tomorrow at 4 pm.',
    'Hi {name}, I will get back to you within two hours.',
    'Hi {name}, you will hear from me on Friday at 10 am.',
  ],
  amends: [
    'Hi {name}, I am sorry that we let you down. I have read everything again, mended what was left and credited a month to you. Please tell me whether that sets it right.',
  ],
};
