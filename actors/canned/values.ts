import type { Values } from '../text/template'

/** What is known where somebody writes: whose conversation it is, and who writes in it. */
export type Occasion = {
  conversation: { id: string; visitor: string; visitorName: string; openedAt: number }
  email: string
  agent: string
  department: string
}

/** What the desk calls who said no name: it is told to nobody. */
const markOf = ({ visitor }: Occasion['conversation']) =>
  `Visitor ${visitor.slice(-4).toUpperCase()}`

/** What fills the places of prepared words there. */
export const valuesOf = ({ conversation, email, agent, department }: Occasion): Values => {
  const { visitorName } = conversation
  const name = visitorName === markOf(conversation) ? '' : visitorName
  return {
    'visitor.name': name,
    'visitor.first_name': name.split(/\s+/)[0] ?? '',
    'visitor.email': email,
    'agent.name': agent,
    'department.name': department,
    'conversation.id': conversation.id,
    'conversation.date': new Date(conversation.openedAt).toISOString().slice(0, 10),
  }
}
