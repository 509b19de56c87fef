import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { dropFilesOf } from '../files/find'
import { type Changed, changeOwn } from './change'
import { originsOf } from './origins'

/**
 * Takes back what somebody said themselves, for some minutes. What is taken back already is done.
 * Problems: those of `changeOwn`.
 */
export const withdraw = async (
  desk: Desk,
  person: Person,
  id: string,
  clientId: string,
): Promise<Changed | Problem> => {
  const changed = await changeOwn(desk, person, id, clientId, (entry) =>
    entry.body.kind === 'withdrawn' ? null : { type: 'withdrawn' },
  )
  if (isProblem(changed)) return changed
  await dropFilesOf(desk, id, clientId)
  // What came with it stays where it was sent first.
  const { seq, at, author } = changed.entry
  for (const { conversation, entry } of await originsOf(desk, id, {
    ...{ clientId, seq, at, author },
    kind: 'text',
  }))
    await dropFilesOf(desk, conversation, entry.clientId)
  return changed
}
