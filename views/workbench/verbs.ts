/**
 * What staff can do to a conversation. Each verb is what `may` is asked about, a right of the page
 * that draws its buttons, and the last words of the addresses it is done at.
 */
export const verbs = {
  say: ['messages'],
  note: ['notes'],
  tag: ['tags'],
  take: ['claim'],
  answerOffer: ['acceptance', 'refusal'],
  transfer: ['transfer'],
  end: ['closure'],
} as const satisfies Record<string, readonly string[]>

export type Verb = keyof typeof verbs

/** What the reader may do with the open conversation, as the policies say. */
export type Rights = Readonly<Record<Verb, boolean>>

type Address = (typeof verbs)[Verb][number]

/** An address for each word, under that of the conversation. */
export const verbPaths = (conversation: (id: string) => string) =>
  Object.fromEntries(
    Object.values(verbs)
      .flat()
      .map((word) => [word, (id: string) => `${conversation(id)}/${word}`]),
  ) as Readonly<Record<Address, (id: string) => string>>
