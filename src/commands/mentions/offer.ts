import { folded } from '../../../actors/canned/search'
import type { Staff } from '../../../actors/people'
import type { AgentRow, ConversationRow } from '../../../actors/summary'
import type { Desk } from '../desk'
import { hasPlace, readersAmong } from './find'

/** How many are offered at once: who means another writes more of the name. */
const OFFERED = 8
/** Of how many it is looked up whether they may read the conversation. */
const LOOKED_UP = 40

/** Colleagues whose name has what was typed, and who may read that conversation: what begins so first. */
export const offerColleagues = async (
  desk: Pick<Desk, 'store'>,
  person: Staff,
  row: ConversationRow,
  typed: string,
): Promise<AgentRow[]> => {
  const wanted = folded(typed.trimStart())
  const rank = ({ name }: AgentRow) => {
    const whole = folded(name)
    if (whole.startsWith(wanted)) return 0
    return whole.split(/\s/u).some((word) => word.startsWith(wanted)) ? 1 : 2
  }
  const found = (await desk.store.agents.all())
    .filter((agent) => hasPlace(agent) && agent.id !== person.id)
    .filter(({ name }) => folded(name).includes(wanted))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, LOOKED_UP)
  return (await readersAmong(desk, row, found)).slice(0, OFFERED)
}
