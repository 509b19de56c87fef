import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { paths } from '../../../views/paths'
import { find } from '../../commands/conversations/access'
import { refusal } from '../../commands/conversations/act'
import { type FormPart, sendFiles } from '../../commands/files/send'
import { current } from '../../commands/visitors/current'
import { Refused } from '../../files/refused'
import { may } from '../../policies/may'
import { typed } from '../body'
import { formParts, isMultipart } from '../body/multipart'
import { chatPages } from '../chat/page'
import { type Ask, readerOf, type WebContext } from '../context'
import { conversationVerb } from '../conversations/verb'
import { visitor } from '../person'
import { route } from '../route'
import { answerSaid } from '../said'
import { listBefore } from '../workbench/before'

const send = async (
  c: Ask,
  { desk }: Pick<WebContext, 'desk'>,
  person: Person,
  row: ConversationRow,
) => {
  if (!isMultipart(c) && !may.say(person, row)) return refusal(person, row)
  const from = { address: c.get('address')() }
  return sendParts(c, { desk }, (parts) => sendFiles(desk, person, row, parts, from))
}

/** Does something with the parts of a form as they come; what was written comes back with a refusal. */
export const sendParts = async <Outcome>(
  c: Ask,
  { desk }: Pick<WebContext, 'desk'>,
  run: (parts: AsyncIterable<FormPart>) => Promise<Outcome | Problem>,
): Promise<Outcome | Problem> => {
  try {
    return await run(remembered(c, formParts(c, desk.clock)))
  } catch (fault) {
    if (fault instanceof Refused) return fault.problem
    throw fault
  }
}

/** What was written comes back with a refusal. */
async function* remembered(c: Ask, parts: AsyncIterable<FormPart>) {
  for await (const part of parts) {
    if ('value' in part) c.set('input', { ...c.get('input'), [part.name]: part.value })
    yield part
  }
}

const draftOf = (c: Ask) => ({ draft: typed(c.get('input') ?? {}, 'text') })

export const sendFilesInChat = route({
  method: 'POST',
  path: paths.chat.files,
  permission: 'anyone',
  streams: true,
  run: async ({ c, web }) => {
    const person = visitor(c)
    const row = person && (await current(web.desk, person.id))
    return row ? send(c, web, person, row) : new Problem('conflict', 'chatEnded')
  },
  made: ({ c, web }, said) => {
    const viewer = c.get('person')?.id ?? ''
    return answerSaid(c, web.reads, said, readerOf(c, 'visitor', viewer), paths.chat.page)
  },
  refused: async ({ c, web }, problem) => {
    const show = chatPages(web.desk, web.reads)
    const person = visitor(c)
    const row = person && (await current(web.desk, person.id))
    return row
      ? show.refused(c, person, row.id, problem, draftOf(c))
      : show.start(c, { input: { text: draftOf(c).draft }, problem })
  },
})

export const sendFilesInConversation = conversationVerb({
  path: paths.workbench.files,
  permission: 'workbench.use',
  asks: 'say',
  streams: true,
  run: async ({ c, web, subject: { person, id } }) => {
    const row = await find(web.desk, person, id)
    return isProblem(row) ? row : send(c, web, person, row)
  },
  draft: ({ c }) => ({ ...draftOf(c), isInside: c.get('input')?.inside === 'yes' }),
  made: ({ c, web, subject: { person, id } }, said) => {
    const to = paths.workbench.conversation(id, listBefore(c))
    return answerSaid(c, web.reads, said, readerOf(c, 'desk', person.id), to)
  },
})
