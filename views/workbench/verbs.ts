import { type Verb, type VerbAddress, verbs } from '../../actors/conversation/verbs'

/** What the reader may do with the open conversation, as the policies say. */
export type Rights = Readonly<Record<Verb, boolean>>

/** An address for each word of a verb, under that of the conversation. */
export const verbPaths = (conversation: (id: string) => string) =>
  Object.fromEntries(
    Object.values(verbs)
      .flatMap(({ at }): readonly string[] => at)
      .map((word) => [word, (id: string) => `${conversation(id)}/${word}`]),
  ) as Readonly<Record<VerbAddress, (id: string) => string>>
