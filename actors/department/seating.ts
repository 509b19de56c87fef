import type { FloorRow } from '../rows'
import type { DepartmentContext as Context } from './context'
import type { FloorReport } from './events'
import type { QueueView } from './line'

/** An agent's place on the floor as they report it themselves, unless a newer report was heard. */
export const seatAgent = (
  view: QueueView,
  context: Context,
  report: FloorReport,
): Partial<Context> => {
  const before = view.agent(report.agent)
  const { [report.agent]: left = 0, ...former } = context.leftAgents
  if (Math.max(before?.version ?? 0, left) > report.version) return {}
  const { member, ...figures } = report
  const { languages = '', skills = '' } = figures
  const seated: FloorRow = {
    ...{ ...figures, languages, skills },
    department: context.id,
    offers: before?.offers ?? [],
    lastOffer: before?.lastOffer ?? 0,
    recent: before?.recent ?? [],
  }
  if (member) view.putAgent(seated)
  else if (before) view.removeAgent(before)
  return { leftAgents: member ? former : newest({ ...former, [report.agent]: report.version }) }
}

/**
 * How many who left are remembered. Reports come within seconds; an older one could only do
 * harm after so many others have left meanwhile. Then somebody who belongs elsewhere stands on the
 * floor until they are offered something: their answer says that they do not belong here.
 */
const LEFT_AGENTS = 50

/** The last of them: names stand in the order they were written down. */
const newest = (left: Context['leftAgents']): Context['leftAgents'] =>
  Object.fromEntries(Object.entries(left).slice(-LEFT_AGENTS))
