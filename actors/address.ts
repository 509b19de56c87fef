import type { AgentDeskEvent, AgentPersonEvent } from './agent/events'
import type {
  ConversationDeskEvent,
  ConversationMended,
  ConversationPersonEvent,
} from './conversation/events'
import type { ConversationImported } from './conversation/imported-event'
import type { DepartmentDeskEvent, DepartmentPersonEvent } from './department/events'
import type { VisitorDeskEvent, VisitorImported, VisitorPersonEvent } from './visitor/events'

/** What is sent to a kind of actor: by people, by other actors, by who mends what the store lost or brings in what was elsewhere. */
type Events<Person, Desk, Mending = never> = { person: Person; desk: Desk; mending: Mending }

/** The kinds of actor on the desk, a line each. A kind is also the prefix of its addresses. */
const events = {
  visitor: {} as Events<VisitorPersonEvent, VisitorDeskEvent, VisitorImported>,
  conversation: {} as Events<
    ConversationPersonEvent,
    ConversationDeskEvent,
    ConversationMended | ConversationImported
  >,
  agent: {} as Events<AgentPersonEvent, AgentDeskEvent>,
  department: {} as Events<DepartmentPersonEvent, DepartmentDeskEvent>,
}

/** What is sent to each kind; types alone, nothing stands behind them. */
export type EventsOf = typeof events
export type Kind = keyof EventsOf

export const kinds = Object.keys(events) as readonly Kind[]

/** Where an actor is reached: its kind and its id, `conversation:0199…`. */
export type Address = `${Kind}:${string}`

export const addressOf = <K extends Kind>(kind: K, id: string): `${K}:${string}` => `${kind}:${id}`

export const kindOf = (address: Address): Kind => address.slice(0, address.indexOf(':')) as Kind

export const idOf = (address: Address): string => address.slice(address.indexOf(':') + 1)

/** Reads an address that a person typed; undefined when it names no kind of actor. */
export const parseAddress = (text: string): Address | undefined => {
  const [kind, id] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
  return kinds.some((known) => known === kind) && id !== '' ? (text as Address) : undefined
}
