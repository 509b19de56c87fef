/** The kinds of actor on the desk. A kind is also the prefix of its addresses. */
export const kinds = ['visitor', 'conversation', 'agent', 'department'] as const
export type Kind = (typeof kinds)[number]

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
