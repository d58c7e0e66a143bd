/** What customers come with. */
export const MATTERS = [
  'I was charged twice for invoice 4411, please have a look',
  'The export fails with error 500 since this morning',
  'I cannot log in, the reset link never arrives',
  'My parcel 77 has not arrived, where is it?',
  'How do I add a colleague to our account?',
  'Everything is down, nobody in our company can work!',
  'This is the third time! I am really angry, this is a disgrace',
  'I want to speak to a human please, my refund has not arrived',
  'If this is not mended by Friday our lawyer will write to you',
  'I think somebody else has logged into my account',
  'We are thinking of leaving, please cancel our subscription',
  'Meine Rechnung 88 ist falsch, bitte prüfen Sie das',
] as const;

/** What they write after we did. */
export const REPLIES = [
  'It is number 77',
  'no, it is still broken',
  'And another thing: it also happens on my phone, can you look?',
  'This is unacceptable, I am still waiting and nothing works',
] as const;
export const THANKS = ['thanks', 'Yes, that worked, thank you so much!'] as const;
export const STOP = 'Please stop messaging me';

export const ANSWERS = [
  'I have refunded it, the money is on its way to your card.',
  'It is mended now, please load the page again.',
] as const;
export const QUESTIONS = [
  'Could you send me the number of the invoice?',
  'Which browser do you use?',
] as const;
export const PROMISES = [
  'I am looking into it and will write to you here by tomorrow at 4 pm.',
  'I will get back to you within two hours.',
  'You will hear from me on Friday at 10 am.',
  'I will get back to you about this.',
] as const;
