import type { Body, Entry, Mention, Writable } from './entry'

/** Who is called by name in it, in the order they stand there. */
export const mentionsOf = (body: Body): readonly Mention[] =>
  'mentions' in body ? (body.mentions ?? []) : []

/** A body with those who are called by name in its words. */
export const withMentions = (body: Writable, mentions: readonly Mention[] = []): Writable =>
  mentions.length === 0 || body.kind === 'text' ? body : { ...body, mentions }

/** Ids of those who are told of it: each once, and not who wrote it. */
export const toldOf = ({ body, author }: Pick<Entry, 'body' | 'author'>): string[] => {
  const told = mentionsOf(body).filter(({ agent, barred }) => !barred && agent !== author)
  return [...new Set(told.map(({ agent }) => agent))]
}
