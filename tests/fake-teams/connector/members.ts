import { rosterAccount } from '../activities.ts';
import type { Json, Person, Team } from '../state.ts';
import { membersOf, personOf } from '../state.ts';
import { type Answer, type Call, conversationFor } from './call.ts';
import { badRequest, faultOf } from './fault.ts';

/** GET …/members: everybody at once, as it was before pages. */
export function listMembers(call: Call): Answer {
  return { status: 200, json: everybody(call).map((person) => rosterAccount(person, true)) };
}

/** GET …/members/{id}, by either of a person's ids. */
export function readMember(call: Call): Answer {
  const found = everybody(call).find(
    ({ id, objectId }) => id === call.item || objectId === call.item,
  );
  if (!found) throw faultOf(404, 'MemberNotFoundInConversation');
  return { status: 200, json: rosterAccount(found) };
}

/** GET …/pagedmembers: 200 to a page unless told otherwise, and a token for the next page. */
export function pageMembers(call: Call): Answer {
  const { query, options } = call;
  const asked = Number(query.get('pageSize') ?? 200);
  if (!Number.isInteger(asked) || asked < 1) throw badRequest('pageSize must be a number');
  const size = options.pageSize ?? Math.min(Math.max(asked, 50), 500);
  const token = query.get('continuationToken');
  const from = token === null ? 0 : Number(/^page-from-(\d+)$/.exec(token)?.[1] ?? Number.NaN);
  if (Number.isNaN(from)) throw badRequest('Invalid continuation token');
  const people = everybody(call);
  const next = from + size;
  const more: Json = next < people.length ? { continuationToken: `page-from-${next}` } : {};
  const members = people.slice(from, next).map((person) => rosterAccount(person));
  return { status: 200, json: { ...more, members } };
}

/** GET /v3/teams/{id} */
export function readTeam(call: Call): Answer {
  const { id, name, groupId, tenantId, members } = teamFor(call);
  const channelCount = channelsOf(call).length;
  const memberCount = members.size;
  const json = {
    id,
    name,
    aadGroupId: groupId,
    tenantId,
    type: 'standard',
    channelCount,
    memberCount,
  };
  return { status: 200, json };
}

/** GET /v3/teams/{id}/conversations: its channels; General has no name. */
export function listChannels(call: Call): Answer {
  const team = teamFor(call);
  const conversations = channelsOf(call).map(({ id, name, kind }) => ({
    id,
    ...(id === team.id ? {} : { name }),
    type: kind,
  }));
  return { status: 200, json: { conversations } };
}

function everybody(call: Call): Person[] {
  const { conversation } = conversationFor(call);
  return [...membersOf(call.world, conversation)].map((id) => personOf(call.world, id));
}

function teamFor({ world, conversation }: Call): Team {
  const team = world.teams.get(conversation);
  if (!team) throw faultOf(404, 'ConversationNotFound');
  if (!world.conversations.get(team.id)?.bot) throw faultOf(403, 'BotNotInConversationRoster');
  return team;
}

function channelsOf({ world, conversation }: Call) {
  return [...world.conversations.values()].filter((one) => one.team === conversation);
}
