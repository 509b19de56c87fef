import { ask } from './ask'
import type { Sending } from './attempts'
import { writeSomething } from './mix'
import { conversationsOn } from './people'

/** A visitor who writes until it is over, or so many times. */
export const visitorWrites = async (
  sending: Sending,
  who: { name: string; cookie: string; conversation: string },
  most = Number.POSITIVE_INFINITY,
): Promise<void> => {
  const writer = { ...who, by: 'visitor', messages: '/chat/messages' } as const
  for (let nth = 1; nth <= most && !sending.isOver(); nth += 1) {
    await writeSomething(sending, writer, `${who.name} says ${nth}`)
    await rest(sending)
  }
}

/** An agent who answers in the conversations on their workbench until it is over. */
export const agentAnswers = async (
  sending: Sending,
  who: { name: string; cookie: string },
): Promise<void> => {
  let own: string[] = []
  for (let nth = 1; !sending.isOver(); nth += 1) {
    if (nth % 10 === 1 || own.length === 0) own = await heldBy(sending, who.cookie, own)
    if (own.length > 0) {
      const conversation = sending.chance.pick(own)
      const messages = `/workbench/conversations/${conversation}/messages`
      const writer = { ...who, conversation, by: 'agent', messages } as const
      await writeSomething(sending, writer, `${who.name} answers ${nth}`)
    }
    await rest(sending)
  }
}

const heldBy = async ({ nodes, chance, apart = [] }: Sending, cookie: string, before: string[]) => {
  const page = await ask(`${chance.pick(nodes).url}/workbench`, { cookie }).catch(() => undefined)
  const found = page?.status === 200 ? conversationsOn(page.text) : before
  return found.filter((id) => !apart.includes(id))
}

const rest = ({ chance, pause }: Sending) => Bun.sleep(chance.between(...pause))
