import type { Conversation, Instant } from './conversation.ts';
import type { Fact } from './facts.ts';
import type { Person } from './roles.ts';
import type { Reason, Triage, Urgency } from './triage/triage.ts';

/** What somebody of the team set right about the triage. */
export interface Correction {
  /** As the desk itself had read it, whoever corrected it before. */
  readonly from: string;
  readonly to: string;
  readonly by: Person;
  readonly at: Instant;
}

/** `isRequest` goes from and to `yes` or `no`. */
export type CorrectedField = 'category' | 'urgency' | 'isRequest';

/** The team's last word on each field. Who said what before it stands in the deeds. */
export type Corrections = Readonly<Partial<Record<CorrectedField, Correction>>>;

/** The conversation with this field as the team says. It must have been understood. */
export function correct(
  conversation: Conversation,
  field: CorrectedField,
  to: string,
  { actor, at }: { readonly actor: Person; readonly at: Instant },
): Conversation {
  const triage = conversation.triage!;
  const from = conversation.corrections?.[field]?.from ?? valueIn(triage, field);
  const correction: Correction = { from, to, by: actor, at };
  return {
    ...conversation,
    corrections: { ...conversation.corrections, [field]: correction },
    triage: applied(triage, field, correction),
  };
}

/**
 * The conversation as a request, or as none, because somebody of the team treats it so; with the fact, where the desk
 * had read it otherwise.
 */
export function correctRequest(
  conversation: Conversation,
  isRequest: boolean,
  by: { readonly actor: Person; readonly at: Instant },
): { readonly conversation: Conversation; readonly facts: readonly Fact[] } {
  const { id, triage } = conversation;
  if (!triage || triage.isRequest === isRequest) return { conversation, facts: [] };
  const [from, to] = isRequest ? ['no', 'yes'] : ['yes', 'no'];
  const fact: Fact = {
    type: 'corrected',
    at: by.at,
    conversation: id,
    field: 'isRequest',
    from,
    to,
    agent: by.actor.id,
  };
  return { conversation: correct(conversation, 'isRequest', to, by), facts: [fact] };
}

/** What was read, as the team corrected it. */
export function asCorrected(read: Triage, corrections: Corrections = {}): Triage {
  const { category, urgency, isRequest } = corrections;
  let triage = read;
  if (category) triage = applied(triage, 'category', category);
  if (urgency) triage = applied(triage, 'urgency', urgency);
  if (isRequest) triage = applied(triage, 'isRequest', isRequest);
  return triage;
}

/**
 * The corrections that hold for what is read now. While a matter goes on, all of them do: no reading overrides a person.
 * A matter that was at rest and comes back with words that clearly tell another category is a new one, and read afresh;
 * and whether it is a request is asked again.
 */
export function holding(
  { status, triage, corrections }: Conversation,
  read: Triage,
): Corrections | undefined {
  if (!corrections || (status !== 'resolved' && status !== 'set-aside')) return corrections;
  const before = [triage?.category, corrections.category?.from, corrections.category?.to, 'other'];
  if (triage && !before.includes(read.category)) return undefined;
  const { isRequest: _, ...others } = corrections;
  return Object.keys(others).length > 0 ? others : undefined;
}

/** The reading with another reason for this field. */
export function because(read: Triage, field: Reason['field'], why: string): Triage {
  const others = read.reasons.filter((reason) => reason.field !== field);
  return { ...read, reasons: [...others, { field, because: why }] };
}

function applied(read: Triage, field: CorrectedField, correction: Correction): Triage {
  const { to, by } = correction;
  const who = `corrected by ${by.name.trim() || 'somebody of the team'}`;
  switch (field) {
    case 'category':
      return because({ ...read, category: to, confidence: 1 }, field, who);
    case 'urgency':
      return because(
        { ...read, urgency: to as Urgency },
        field,
        `${who}${since(read, correction)}`,
      );
    case 'isRequest':
      return because({ ...read, isRequest: to === 'yes' }, field, who);
    default:
      return field satisfies never;
  }
}

/** What sounds worse than it did when somebody corrected it is said, and changes nothing by itself. */
function since({ urgency, reasons }: Triage, { from, to }: Correction): string {
  if (urgency >= from || urgency >= to) return '';
  const why = reasons.filter(({ field }) => field === 'urgency').map((reason) => reason.because);
  return `; since then it reads like ${urgency.toUpperCase()}: ${why.join(', ')}`;
}

function valueIn(triage: Triage, field: CorrectedField): string {
  return field === 'isRequest' ? (triage.isRequest ? 'yes' : 'no') : triage[field];
}
