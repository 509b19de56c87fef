import { whyNotHanded } from '../../../actors/agent/rights'
import type { AgentRow } from '../../../actors/summary'
import type { Desk } from '../desk'
import { proofOf } from '../proof'
import { hashToken } from '../tokens'

/** What a link to one agent carries: who it is, and that the desk says so. */
export const agentToken = ({ secret }: Pick<Desk, 'secret'>, agent: string): string =>
  `${agent}.${proofOf(secret, `agent-link ${agent}`)}`

/** Whom a link leads to, if they still answer somewhere; undefined for one that is none of ours. */
export const agentBy = async (
  desk: Pick<Desk, 'secret' | 'store'>,
  token: string,
): Promise<AgentRow | undefined> => {
  const at = token.lastIndexOf('.')
  const agent = token.slice(0, at)
  // Compared as hashes, which tell nobody how much of it was right.
  if (at < 1 || hashToken(token) !== hashToken(agentToken(desk, agent))) return undefined
  const row = await desk.store.agents.find(agent)
  return row?.mayReply && row.departments.length > 0 ? row : undefined
}

/** How it stands in an event: whether it can ring at them first, in that department. */
export const wantedIn = (agent: AgentRow | undefined, department: string) =>
  agent
    ? {
        wanted: {
          ...{ agent: agent.id, name: agent.name },
          free: agent.departments.includes(department) && whyNotHanded(agent) === null,
        },
      }
    : {}
