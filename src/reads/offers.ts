import type { ConversationRow } from '../../actors/summary'
import type { Offer } from '../../views/workbench/inbox/lists'
import type { InboxRow } from '../store/ports/conversations'
import type { Reads } from './reads'

type Needed = Pick<Reads, 'store' | 'departments'>

/** Whether it rings at them. */
export const isOffer = (row: ConversationRow, agent: string): boolean =>
  row.state === 'offered' && row.offeredTo === agent

/** What rings at an agent, and until when they may answer. */
export const offersOf = (
  desk: Needed,
  rows: readonly InboxRow[],
  agent: string,
): Promise<Offer[]> =>
  Promise.all(rows.filter((row) => isOffer(row, agent)).map((row) => offer(desk, row)))

/** Its department's patience with an offer counts from the choice of whom it rings at. */
const offer = async (desk: Needed, row: InboxRow): Promise<Offer> => {
  const [chosenAt, departments] = await Promise.all([
    row.offeredTo === null ? undefined : desk.store.turns.chosenAt(row.id, row.offeredTo),
    desk.departments.all(),
  ])
  const department = departments.find(({ id }) => id === row.department)
  if (chosenAt === undefined || !department) return { row, until: null }
  return { row, until: chosenAt + department.settings.accept }
}
