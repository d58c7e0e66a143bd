import type { Json } from '../state.ts';

/** A refusal as the connector words it: a status, and a body with a code and a message. */
export class ConnectorFault extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The message that goes with a code, where Microsoft's page gives one. */
const MESSAGES: Record<string, string> = {
  ConversationBlockedByUser: 'User blocked the conversation with the bot.',
  BotNotInConversationRoster: 'The bot is not part of the conversation roster.',
  BotDisabledByAdmin: 'The tenant admin disabled this bot.',
  BotNotRegistered: 'No registration found for this bot.',
  PreconditionFailed: 'Precondition failed, please try again.',
  ConversationNotFound: 'Conversation not found.',
  ActivityNotFoundInConversation: 'The activity was not found in the conversation.',
  MemberNotFoundInConversation: 'The member was not found in the conversation.',
  MessageWritesBlocked: 'Thread is not writable.',
  MessageSizeTooBig: 'Message size too large.',
  Throttled: 'Too many requests.',
};

const CODES: Record<number, string> = {
  401: 'Unauthorized',
  403: 'BotNotInConversationRoster',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
  500: 'ServiceError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

/** The usual fault of a status, or the one of that code. */
export function faultOf(status: number, code = CODES[status] ?? 'ServiceError'): ConnectorFault {
  return new ConnectorFault(status, code, MESSAGES[code] ?? 'The service could not do this.');
}

export function bodyOf({ code, message }: ConnectorFault): Json {
  return { error: { code, message } };
}

/** What was asked makes no sense: 400. */
export function badRequest(message: string, code = 'BadSyntax'): ConnectorFault {
  return new ConnectorFault(400, code, message);
}
