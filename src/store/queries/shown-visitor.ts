import type { VisitorRow } from '../../../actors/visitor/summary'

type Stored = VisitorRow & { sortName: string; words: string }

/** What a list has of one: what it is searched by is for the store alone. */
export const shownVisitor = ({
  sortName: _,
  words: __,
  tags,
  ...row
}: Omit<Stored, 'tags'> & { tags: VisitorRow['tags'] | null }): VisitorRow => ({
  ...row,
  tags: tags ?? [],
})
